import type { Counts } from "../../engine/report-town";
import type { Language } from "../../problems/language";
import { KINDS, type Kind } from "./changes";

/** "1 to replace, 12 to create"; nothing but words where nothing changes. */
export function countsText(counts: Counts, language: Language): string {
  const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => counts[kind] > 0);
  const none = language === "fr" ? "aucun changement" : "no change";
  return kinds.map((kind) => `${counts[kind]} ${KINDS[kind][language]}`).join(", ") || none;
}
