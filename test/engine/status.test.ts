import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import { statusScreen } from "../../cli/screens/status";
import { type Result, useUp } from "../../engine/apply/evidence";
import { WorkFolder } from "../../engine/folders";
import { localState } from "../../engine/state/backend";
import { statusOf } from "../../engine/status/status-town";
import { AIX, keptFile, Planned } from "./apply/planned";

jest.setTimeout(90_000);

let planned: Planned;
beforeAll(async () => {
  planned = await Planned.make();
});

const RESULT: Omit<Result, "format"> = {
  insee: AIX,
  stack: "hosting",
  command: "apply",
  outcome: "done",
  began: "2026-11-24T03:12:07.123Z",
  seconds: 42.6,
  count: 37,
  total: 37,
  problems: [],
};

async function statusIn(folder: string) {
  const opened = planned.open(folder);
  try {
    return await statusOf({ insee: AIX, ...opened });
  } finally {
    await opened.states.close();
  }
}

/** The folder's plan is used up, and another one like it stands in its place. */
function usedUp(folder: string, changes: Partial<Result>): string {
  const again = `${folder}.again`;
  cpSync(keptFile(folder), again, { recursive: true, filter: (path) => !path.endsWith(".terraform") });
  const evidence = useUp(new WorkFolder(join(folder, ".beffroi")), keptFile(folder), { ...RESULT, ...changes });
  cpSync(again, keptFile(folder), { recursive: true });
  return evidence;
}

describe("the status of a town", () => {
  it("tells that it does not exist yet, and that a plan waits whose seal holds", async () => {
    const status = await statusIn(planned.copy());
    expect(status).toMatchObject({ insee: AIX, name: "Île-d'Aix", kept: { verdict: "pass", broken: [] } });
    expect([status.state, status.last]).toEqual([undefined, undefined]);
    expect(statusScreen([status], "en")).toMatchInlineSnapshot(`
"INSEE  town       state  key  last changed  by the plan  kept plan
17004  Île-d'Aix  none   -    -             -            pass
"
`);
  });

  it("tells why the plan that waits would be refused", async () => {
    const folder = planned.copy();
    writeFileSync(keptFile(folder, "plan.json"), "{}");
    const status = await statusIn(folder);
    expect(status.kept?.broken.map(({ code }) => code)).toEqual(["apply-file-changed"]);
    expect(statusScreen([status], "fr")).toMatchInlineSnapshot(`
"INSEE  commune    état   clé  dernière modification  par le plan  plan conservé
17004  Île-d'Aix  aucun  -    -                      -            accepté, dépassé

  ! Île-d'Aix : plan.json a changé depuis que le plan a été fait.
"
`);
  });

  it("tells that a plan's seal cannot be read", async () => {
    const folder = planned.copy();
    writeFileSync(keptFile(folder, "artefact.json"), "");
    expect((await statusIn(folder)).kept?.broken.map(({ code }) => code)).toEqual(["apply-seal-unreadable"]);
  });

  it("tells what last changed it, by which plan", async () => {
    const folder = planned.copy();
    const seal = JSON.parse(readFileSync(keptFile(folder, "artefact.json"), "utf8"));
    usedUp(folder, { began: "2026-01-01T00:00:00.000Z", outcome: "failed" });
    usedUp(folder, {});
    expect((await statusIn(folder)).last).toEqual({
      command: "apply",
      outcome: "done",
      began: RESULT.began,
      plan: seal.digests.plan,
    });
  });

  it("tells that a plan was outrun by a later change", async () => {
    const folder = planned.copy();
    usedUp(folder, { began: "2999-01-01T00:00:00.000Z" });
    expect((await statusIn(folder)).kept?.broken.map(({ code }) => code)).toEqual(["apply-plan-outrun"]);
  });

  it("tells why a state cannot be read", async () => {
    const folder = planned.copy();
    const file = localState(join(folder, ".beffroi", "states"), { owner: AIX, stack: "hosting" });
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, '{"version": 4, "ser');
    const status = await statusIn(folder);
    expect(status.state?.resources).toBeUndefined();
    expect(status.state?.problems.map(({ code }) => code)).toEqual(["state-damaged"]);
  });
});
