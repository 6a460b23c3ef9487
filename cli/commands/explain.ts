import { join } from "node:path";
import type { Origin, Resolved } from "../../blueprint/blueprint";
import { resolve } from "../../blueprint/resolve";
import { RULES } from "../../blueprint/rules";
import type { Language, Localised } from "../../problems/language";
import { EXIT } from "../../problems/problem";
import { findTowns } from "../../schema/find-towns";
import { loadConfig } from "../../schema/load";
import type { Context } from "../command";
import { nearestPath } from "../print-problems";
import { type Colours, coloursFor } from "../screens/paint";

const LAYERS: Record<Origin["layer"], Localised> = {
  addresses: { en: "address ledger", fr: "registre d'adresses" },
  facts: { en: "facts", fr: "relevé de la cible" },
  insee: { en: "INSEE", fr: "INSEE" },
  rule: { en: "rule", fr: "règle" },
  service: { en: "service", fr: "service" },
  size: { en: "size", fr: "taille" },
  syndicate: { en: "syndicate", fr: "syndicat" },
  target: { en: "target", fr: "cible" },
  town: { en: "town", fr: "commune" },
};

/** Shows a town's blueprint as a tree: every value, and the line or the rule that it comes from. */
export async function run({ config, json, language, out }: Context, { town }: { town: string }): Promise<number> {
  const [insee] = findTowns(config, [town]);
  const resolved = resolve(loadConfig(config, { only: [insee as string] }), insee as string);
  if (json) out.write(`${JSON.stringify(resolved, null, 2)}\n`);
  else out.write(tree(resolved, { language, config, colours: coloursFor(out) }));
  return EXIT.fine;
}

interface Line {
  readonly head: string;
  readonly value?: string;
  readonly origin?: Origin;
}

interface Telling {
  readonly language: Language;
  readonly config: string;
  readonly colours: Colours;
}

function tree({ blueprint, origins }: Resolved, telling: Telling): string {
  const { colours } = telling;
  const lines = [...branches(blueprint, "", "", origins)];
  const width = Math.min(
    70,
    Math.max(...lines.map(({ head, value }) => (value === undefined ? 0 : `${head} ${value}`.length))),
  );
  const told = lines.map(({ head, value, origin }) => {
    if (value === undefined) return head;
    const gap = " ".repeat(Math.max(2, width - `${head} ${value}`.length + 2));
    return `${head} ${colours.bold(value)}${gap}${colours.dim(origin ? toldBy(origin, telling) : "")}`;
  });
  return `${colours.bold(blueprint.town.name)} (${blueprint.town.insee})\n${told.join("\n")}\n`;
}

function* branches(node: object, path: string, indent: string, origins: Resolved["origins"]): Generator<Line> {
  const entries = Object.entries(node);
  for (const [index, [key, child]] of entries.entries()) {
    const last = index === entries.length - 1;
    const head = `${indent}${last ? "└─" : "├─"} ${key}`;
    const here = path ? `${path}.${key}` : key;
    const origin = origins[here];
    if (origin) yield { head, value: Array.isArray(child) ? child.join(", ") || "–" : String(child), origin };
    else {
      yield { head };
      yield* branches(child as object, here, `${indent}${last ? "   " : "│  "}`, origins);
    }
  }
}

function toldBy({ layer, at, rule }: Origin, { language, config }: Telling): string {
  const what = rule ? `${LAYERS.rule[language]} ${rule} (${RULES[rule][language]})` : LAYERS[layer][language];
  return at ? `${what} · ${nearestPath(join(config, at.file))}:${at.line}` : what;
}
