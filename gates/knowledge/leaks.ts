import type { Judgement } from "../rule";
import { isSecretName } from "./secret-names";
import type { Leak } from "./secret-shapes";
import { isPlainValue, leakIn } from "./secrets";

const UNDER_ITS_NAME: Leak = {
  kind: { en: "a secret under its own name", fr: "un secret sous son propre nom" },
  sure: true,
};

/** Copies that the provider makes of `metadata` and `tags`: found once is enough. */
const COPIES = "all_";

/** Every secret that a value gives away, at any depth. */
export function leaksIn(value: unknown, path = ""): Judgement[] {
  if (typeof value === "string") {
    const name = path.slice(path.lastIndexOf(".") + 1);
    const leak = isSecretName(name) && isPlainValue(value) ? UNDER_ITS_NAME : leakIn(value);
    return leak ? [leakAt(path, leak)] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  const found: Judgement[] = [];
  for (const key in value) {
    const child = (value as Record<string, unknown>)[key];
    if (path === "" && key.startsWith(COPIES)) continue;
    if (typeof child === "string" ? mayLeak(key, child) : typeof child === "object" && child !== null)
      found.push(...leaksIn(child, path === "" ? key : `${path}.${key}`));
  }
  return found;
}

/** A first glance, for the many short texts that give nothing away: no assignment, no address, no long run. */
function mayLeak(name: string, text: string): boolean {
  return text.length >= 20 || /[=:]|--/.test(text) || isSecretName(name);
}

export function leakAt(attribute: string, { kind, sure }: Leak): Judgement {
  return { verdict: sure ? "fail" : "unknown", attribute, secret: true, detail: kind };
}
