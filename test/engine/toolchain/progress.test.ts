import { describe, expect, it } from "@jest/globals";
import { kitPinsFile, readPins } from "../../../engine/toolchain/pins";
import { type SetupEvent, setupProgress } from "../../../engine/toolchain/progress";
import type { Language } from "../../../problems/language";

const tool = readPins(kitPinsFile()).tofu;
const BUILD: SetupEvent[] = [
  { step: "building", tool },
  { step: "modules", tool, done: 12, seconds: 3.2 },
  { step: "compiling", tool, done: 0, total: 1390, seconds: 9 },
  { step: "compiling", tool, done: 412, total: 1390, seconds: 72.9 },
  { step: "ready", tool, how: "built" },
];

function told(
  events: readonly SetupEvent[],
  language: Language,
  stream: { isTTY: boolean; columns: number },
  every = 15_000,
) {
  let text = "";
  const write = (part: string | Uint8Array) => {
    text += part;
    return true;
  };
  const watch = setupProgress({ ...stream, write }, language, every);
  for (const event of events) watch(event);
  return text;
}

const log = { isTTY: false, columns: 80 };
const terminal = { isTTY: true, columns: 60 };

describe("setupProgress", () => {
  it("writes plain lines in a log, at most one per step and per 15 seconds", () => {
    expect(told(BUILD, "fr", log)).toMatchInlineSnapshot(`
"OpenTofu 1.12.6 est compilé depuis ses sources : quelques minutes, une seule fois par machine.
OpenTofu 1.12.6 : récupération des sources (modules : 12), 3 s
OpenTofu 1.12.6 : compilation, 0 paquets sur 1390 au plus, 9 s
OpenTofu 1.12.6 : compilé.
"
`);
  });

  it("writes every change when the time has come", () => {
    expect(told(BUILD, "en", log, 0)).toMatchInlineSnapshot(`
"OpenTofu 1.12.6 is built from its source: a few minutes, once per machine.
OpenTofu 1.12.6: fetching sources (modules: 12), 3 s
OpenTofu 1.12.6: compiling, 0 of at most 1390 packages, 9 s
OpenTofu 1.12.6: compiling, 412 of at most 1390 packages, 1 min 12 s
OpenTofu 1.12.6: built.
"
`);
  });

  it("rewrites one line on a terminal, never longer than it", () => {
    const text = told(BUILD, "en", terminal);
    expect(text.split("\n")).toHaveLength(3); // building, ready, end
    const frames = text.split("\n")[1]?.split("\r\u001b[K") ?? [];
    expect(frames).toMatchInlineSnapshot(`
[
  "OpenTofu 1.12.6: fetching sources (modules: 12), 3 s",
  "OpenTofu 1.12.6: compiling, 0 of at most 1390 packages, 9 s",
  "OpenTofu 1.12.6: compiling, 412 of at most 1390 packages, 1",
  "OpenTofu 1.12.6: built.",
]
`);
    expect(Math.max(...frames.map(({ length }) => length))).toBeLessThan(60);
  });

  it("tells a download in megabytes", () => {
    const event = { step: "downloading", tool, from: "github.com", received: 12_000_000 } as const;
    expect(told([event, { ...event, total: 31_200_000 }], "fr", log, 0)).toMatchInlineSnapshot(`
"OpenTofu 1.12.6 : téléchargement depuis github.com, 12 Mo
OpenTofu 1.12.6 : téléchargement depuis github.com, 12/31 Mo
"
`);
  });
});
