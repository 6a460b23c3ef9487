import type { Item } from "../../cost/billed";
import { type CostLine, type Estimate, sum } from "../../cost/estimate";
import { toEuros } from "../../cost/money";
import type { Language } from "../../problems/language";
import { table } from "./table";
import { dayText, deltaText, eurosText, ITEMS, numberText } from "./words";

/** What a plan costs a month, item by item; what has no price is named, and the sum is then told to be too low. */
export function costText({ lines, complete, monthly, before, asOf }: Estimate, language: Language): string {
  const total = eurosText(monthly, language);
  const day = dayText(asOf, language);
  const delta = deltaText(before, monthly, language);
  const head =
    language === "fr"
      ? `Coût : ${complete ? "" : "au moins "}${total} par mois hors taxes${delta}, au tarif du ${day}`
      : `Cost: ${complete ? "" : "at least "}${total} a month before tax${delta}, at the prices of ${day}`;
  const priced = lines.filter((line) => line.monthly !== undefined);
  const rows = (Object.keys(ITEMS) as Item[]).flatMap((item) => itemRow(item, priced, language));
  return [head, ...(rows.length > 0 ? [table(rows, [0, 2])] : []), ...unpriced(lines, language)].join("\n");
}

function itemRow(item: Item, priced: readonly CostLine[], language: Language): string[][] {
  const lines = priced.filter((line) => line.item === item);
  if (lines.length === 0) return [];
  const quantity = lines.reduce((total, { quantity = 0 }) => total + quantity, 0);
  const unit = lines[0]?.unit === "GiB" ? (language === "fr" ? " Gio" : " GiB") : "";
  return [
    [
      `${numberText(quantity, language)}${unit}`,
      ITEMS[item][language][quantity === 1 ? 0 : 1],
      eurosText(toEuros(sum(lines)), language),
    ],
  ];
}

function unpriced(lines: readonly CostLine[], language: Language): string[] {
  const missing = lines.filter(({ monthly }) => monthly === undefined);
  if (missing.length === 0) return [];
  const head = language === "fr" ? "  Incomplet, sans prix :" : "  Incomplete, without a price:";
  return [
    head,
    ...missing.map(
      ({ address, item, name }) => `    ${address} (${ITEMS[item][language][0]}${name ? `, ${name}` : ""})`,
    ),
  ];
}
