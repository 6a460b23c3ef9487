import type { Drift, TownDrift } from "../../engine/drift/drift";
import type { UnmanagedThing } from "../../engine/drift/inventory-drift";
import type { AttributeDrift, ManagedDrift } from "../../engine/drift/plan-drift";
import { stackPath } from "../../engine/state/stack-id";
import type { Language } from "../../problems/language";
import { visible } from "../../problems/words";
import { communeOf } from "../../schema/communes";
import type { Context } from "../command";
import { KIND_NAMES } from "./kinds";
import { type Colours, coloursFor } from "./paint";
import { particulars } from "./particulars";
import { dayText, eurosText } from "./words";

export type Screen = Pick<Context, "language" | "out">;

const WORDS = {
  en: {
    colon: ":",
    neverApplied: "never applied: nothing to compare",
    asApplied: "as it was applied",
    gone: "gone",
    nothing: "nothing",
    unmanaged: (count: number, project: string) => `In the project ${project} and in no state: ${count}`,
    noneUnmanaged: (project: string) => `All that was looked at in the project ${project} is in a state.`,
    made: "since",
    monthly: "a month",
    on: "on",
    adopt: "to adopt it",
    remove: "to remove it",
    unread: "States that these credentials may not read; what they hold may be told above",
    skipped: { absent: "not on this cloud", forbidden: "not shown to these credentials", "other-project": "not seen" },
    notSeen: "Not looked at",
    drifted: "drift was found",
    fine: "no drift",
  },
  fr: {
    colon: " :",
    neverApplied: "jamais appliquée : rien à comparer",
    asApplied: "telle qu'elle a été appliquée",
    gone: "disparu",
    nothing: "rien",
    unmanaged: (count: number, project: string) => `Dans le projet ${project} et dans aucun état : ${count}`,
    noneUnmanaged: (project: string) => `Tout ce qui a été examiné dans le projet ${project} est dans un état.`,
    made: "depuis le",
    monthly: "par mois",
    on: "sur",
    adopt: "pour l'adopter",
    remove: "pour l'enlever",
    unread: "États que ces accès ne peuvent pas lire ; ce qu'ils contiennent figure peut-être ci-dessus",
    skipped: { absent: "absent de ce cloud", forbidden: "non montré à ces accès", "other-project": "non vu" },
    notSeen: "Non examiné",
    drifted: "il y a dérive",
    fine: "aucune dérive",
  },
} as const;

/** Whether anything is otherwise than the states say. */
export function isDrifted({ towns, unmanaged }: Drift): boolean {
  return unmanaged.length > 0 || towns.some(({ managed }) => managed.length > 0);
}

/** What drifted, town by town, then what nobody is known to have made, with the commands to copy. */
export function driftScreen(drift: Drift, { language, out }: Screen): string {
  const colours = coloursFor(out);
  const words = WORDS[language];
  const project = visible(drift.project.name);
  const { unmanaged } = drift;
  const verdict = isDrifted(drift) ? colours.red(words.drifted) : colours.green(words.fine);
  return `${[
    ...drift.towns.map((town) => townText(town, language, colours)),
    unmanaged.length === 0 ? words.noneUnmanaged(project) : colours.bold(words.unmanaged(unmanaged.length, project)),
    ...unmanaged.map((thing) => thingText(thing, language, colours)),
    ...notSeen(drift, language),
    `${language === "fr" ? "Verdict :" : "Verdict:"} ${verdict}`,
  ].join("\n\n")}\n`;
}

function townText({ insee, applied, managed }: TownDrift, language: Language, colours: Colours): string {
  const words = WORDS[language];
  const name = colours.bold(`${communeOf(insee)?.name ?? insee} (${insee})`);
  if (!applied) return `${name}${words.colon} ${words.neverApplied}`;
  if (managed.length === 0) return `${name}${words.colon} ${words.asApplied}`;
  return [`${name}${words.colon}`, ...managed.flatMap((one) => managedLines(one, language, colours))].join("\n");
}

function managedLines({ what, address, attributes }: ManagedDrift, language: Language, colours: Colours): string[] {
  if (what === "gone") return [`  ${colours.red("-")} ${address}${WORDS[language].colon} ${WORDS[language].gone}`];
  return [
    `  ${colours.yellow("~")} ${address}`,
    ...attributes.map(({ attribute, before, now }: AttributeDrift) => {
      const [was, is] = [before, now].map((value) => shown(value, language));
      return `      ${attribute}${WORDS[language].colon} ${was} → ${is}`;
    }),
  ];
}

function shown(value: unknown, language: Language): string {
  if (value === null || value === "") return WORDS[language].nothing;
  return visible(typeof value === "string" ? value : JSON.stringify(value));
}

function thingText(thing: UnmanagedThing, language: Language, colours: Colours): string {
  const words = WORDS[language];
  const { kind, id, name, made, monthly, owner, on, adoption, removal } = thing;
  const called = name && name !== id ? `${visible(name)} (${visible(id)})` : visible(id);
  const facts = [
    particulars(thing, language),
    made && `${words.made} ${dayText(made.slice(0, 10), language)}`,
    monthly && `${eurosText(monthly, language)} ${words.monthly}`,
  ].filter(Boolean);
  const town = owner && (communeOf(owner)?.name ?? owner);
  const place = [town, on].filter(Boolean).join(", ");
  return [
    `  ${colours.yellow("+")} ${colours.bold(KIND_NAMES[kind][language])} ${called}`,
    ...(facts.length > 0 ? [`      ${facts.join(" ; ")}`] : []),
    ...(place ? [`      ${words.on} ${place}`] : []),
    ...(adoption ? [`      ${words.adopt}${words.colon}`, ...indented(adoption.block)] : []),
    `      ${words.remove}${words.colon}`,
    ...removal.flatMap(indented),
  ].join("\n");
}

function indented(text: string): string[] {
  return text.split("\n").map((line) => `        ${line}`);
}

function notSeen({ skipped, unread }: Drift, language: Language): string[] {
  const words = WORDS[language];
  // what a cloud does not have holds no drift
  const hidden = skipped.filter(({ reason }) => reason !== "absent");
  const lines = hidden.map(
    ({ kind, reason }) => `  ${KIND_NAMES[kind][language]}${words.colon} ${words.skipped[reason]}`,
  );
  return [
    ...(unread.length > 0 ? [`${words.unread}${words.colon} ${unread.map(stackPath).join(", ")}`] : []),
    ...(lines.length > 0 ? [[`${words.notSeen}${words.colon}`, ...lines].join("\n")] : []),
  ];
}
