import type { Language, Localised } from "../../problems/language";
import type { Pin } from "./pins";

/** What happens while a tool is being set up. */
export type SetupEvent =
  | { readonly step: "waiting" } // another run is setting up
  | {
      readonly step: "downloading";
      readonly tool: Pin;
      readonly from: string;
      readonly received: number;
      readonly total?: number;
    }
  | { readonly step: "building"; readonly tool: Pin }
  | { readonly step: "modules"; readonly tool: Pin; readonly done: number; readonly seconds: number }
  | {
      readonly step: "compiling";
      readonly tool: Pin;
      readonly done: number;
      readonly total: number;
      readonly seconds: number;
    }
  | { readonly step: "ready"; readonly tool: Pin; readonly how: "downloaded" | "built" }
  | { readonly step: "note"; readonly text: Localised };

export type Watcher = (event: SetupEvent) => void;

/** Between two lines about the same step where nothing can be rewritten (a CI log), milliseconds. */
const PLAIN_EVERY = 15_000;

/** Tells the set-up on a stream: one line that is rewritten on a terminal, a line now and then elsewhere. */
export function setupProgress(
  out: Pick<NodeJS.WriteStream, "write" | "isTTY" | "columns">,
  language: Language,
  plainEvery: number = PLAIN_EVERY,
): Watcher {
  let shown = ""; // the line that the terminal shows, not ended
  let last = { step: "", at: 0 };

  return (event) => {
    const line = tell(event)[language];
    const moves = event.step === "downloading" || event.step === "modules" || event.step === "compiling";
    if (out.isTTY) {
      const clear = shown ? "\r\u001b[K" : "";
      shown = moves ? line.slice(0, (out.columns || 80) - 1) : "";
      out.write(clear + (moves ? shown : `${line}\n`));
      return;
    }
    const key = "tool" in event ? `${event.step} ${event.tool.file}` : event.step;
    const now = Date.now();
    if (moves && key === last.step && now - last.at < plainEvery) return;
    if (moves) last = { step: key, at: now };
    out.write(`${line}\n`);
  };
}

function tell(event: SetupEvent): Localised {
  if (event.step === "note") return event.text;
  if (event.step === "waiting") {
    return {
      en: "Another run is setting up the tools: waiting for it.",
      fr: "Une autre exécution installe déjà les outils : on l'attend.",
    };
  }
  const name = `${event.tool.title} ${event.tool.version}`;
  switch (event.step) {
    case "downloading": {
      const size = event.total ? `${megabytes(event.received)}/${megabytes(event.total)}` : megabytes(event.received);
      return {
        en: `${name}: downloading from ${event.from}, ${size} MB`,
        fr: `${name} : téléchargement depuis ${event.from}, ${size} Mo`,
      };
    }
    case "building":
      return {
        en: `${name} is built from its source: a few minutes, once per machine.`,
        fr: `${name} est compilé depuis ses sources : quelques minutes, une seule fois par machine.`,
      };
    case "modules":
      return {
        en: `${name}: fetching sources (modules: ${event.done}), ${duration(event.seconds)}`,
        fr: `${name} : récupération des sources (modules : ${event.done}), ${duration(event.seconds)}`,
      };
    case "compiling":
      return {
        en: `${name}: compiling, ${event.done} of at most ${event.total} packages, ${duration(event.seconds)}`,
        fr: `${name} : compilation, ${event.done} paquets sur ${event.total} au plus, ${duration(event.seconds)}`,
      };
    case "ready":
      return event.how === "built"
        ? { en: `${name}: built.`, fr: `${name} : compilé.` }
        : { en: `${name}: downloaded and verified.`, fr: `${name} : téléchargé et vérifié.` };
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function duration(seconds: number): string {
  const whole = Math.floor(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}
