import type { Loss } from "../../engine/destroy/losses";
import type { MadePlan } from "../../engine/plan-town";
import type { Language } from "../../problems/language";
import { visible } from "../../problems/words";
import { countsText } from "./counts";
import { noun } from "./nouns";
import type { Colours } from "./paint";
import { table } from "./table";
import { numberText } from "./words";

const WORDS = {
  en: {
    data: "Data that would be lost:",
    none: "Nothing of it holds data.",
    unknown: "content unknown",
    refuses: "OpenStack removes a container only once it is empty: empty those first.",
  },
  fr: {
    data: "Données qui seraient perdues :",
    none: "Rien là-dedans ne contient de données.",
    unknown: "contenu inconnu",
    refuses: "OpenStack ne supprime un conteneur que vide : videz-les d'abord.",
  },
} as const;

/** What a destruction takes away: how many resources, and every one that holds data, with its size. */
export function destructionText(
  { report }: MadePlan,
  losses: readonly Loss[],
  language: Language,
  colours: Colours,
): string {
  const words = WORDS[language];
  const { name, insee, stacks } = report;
  const counts = stacks[0] ? countsText(stacks[0].changes, language) : "";
  const head = colours.bold(`${name} (${insee})${language === "fr" ? " :" : ":"} ${counts}`);
  if (losses.length === 0) return `${head}\n${words.none}\n`;
  const rows = losses.map((loss) => [noun(loss.type, language), visible(loss.name), sizeText(loss, language)]);
  const full = losses.some(({ content }) => content && content.documents > 0);
  return `${[head, colours.red(words.data), table(rows), ...(full ? [words.refuses] : [])].join("\n")}\n`;
}

function sizeText({ sizeGiB, content, type }: Loss, language: Language): string {
  const fr = language === "fr";
  if (sizeGiB !== undefined) return `${numberText(sizeGiB, language)} ${fr ? "Gio" : "GiB"}`;
  if (content) {
    const size = `${numberText(content.bytes / 2 ** 20, language, 1)} ${fr ? "Mio" : "MiB"}`;
    return `${numberText(content.documents, language)} documents, ${size}`;
  }
  return type.startsWith("openstack_objectstorage_container") ? WORDS[language].unknown : "";
}

/** What the state still holds. */
export function leftText(left: readonly string[], language: Language): string {
  if (left.length === 0)
    return language === "fr" ? "Il ne reste rien dans l'état.\n" : "Nothing is left in the state.\n";
  const head = language === "fr" ? `Il reste ${left.length} dans l'état :` : `${left.length} left in the state:`;
  return `${[head, ...left.map((address) => `  ${address}`)].join("\n")}\n`;
}
