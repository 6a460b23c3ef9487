import { distance } from "fastest-levenshtein";
import { type Named, townAmbiguous, townUnknown } from "../problems/catalogue/config-communes";
import { OperatorError, type Problem } from "../problems/problem";
import { allNames, type Commune, communeOf } from "./communes";
import { realFolder } from "./read-file";
import { slug } from "./slug";
import { listTownFiles } from "./town-files";

/** INSEE codes of the towns of a config, sorted, known by the names of their files alone. */
export function listTowns(folder: string): string[] {
  const codes = listTownFiles(realFolder(folder), () => {}).flatMap(({ insee }) => insee ?? []);
  return [...new Set(codes)].sort();
}

/**
 * INSEE codes of the towns that somebody named, each once, in the order given: by code or by name, whatever the case,
 * accents, hyphens, apostrophes and leading article (`ile d aix` is Île-d'Aix). Only towns of the config count.
 *
 * @throws OperatorError when a name fits no town (with suggestions) or several (with their codes)
 */
export function findTowns(folder: string, texts: readonly string[]): string[] {
  const towns = listTowns(folder).flatMap((insee) => communeOf(insee) ?? []);
  const problems: Problem[] = [];
  const found = texts.flatMap((text) => {
    const fits = fitting(text, towns);
    if (fits.length > 1) problems.push(townAmbiguous({ received: text, candidates: fits }));
    if (fits.length === 0) problems.push(townUnknown({ received: text, ...similar(text, towns) }));
    return fits.map(({ insee }) => insee);
  });
  if (problems.length > 0) throw new OperatorError(problems, folder);
  return [...new Set(found)];
}

/** The whole name wins over the name without its article: `Rochelle` is no town where `La Rochelle` is not. */
function fitting(text: string, towns: readonly Commune[]): Commune[] {
  const code = text.trim().toUpperCase();
  const byCode = towns.filter(({ insee }) => insee === code);
  if (byCode.length > 0) return byCode;
  const wanted = plain(text);
  const byName = towns.filter(({ name }) => plain(name) === wanted);
  return byName.length > 0 ? byName : towns.filter(({ name }) => bare(plain(name)) === bare(wanted));
}

/** Towns that may have been meant; else, the communes of that name which the config does not have. */
function similar(text: string, towns: readonly Commune[]): { suggestions: Named[]; elsewhere: Named[] } {
  const wanted = plain(text);
  const far = ({ name, insee }: Named) =>
    Math.min(
      distance(wanted, plain(name)),
      distance(bare(wanted), bare(plain(name))),
      distance(text.toUpperCase(), insee) + 1,
    );
  const isClose = (town: Named) =>
    far(town) <= Math.max(1, Math.floor(wanted.length / 4)) ||
    (wanted.length > 2 && `-${plain(town.name)}-`.includes(`-${wanted}-`));
  const suggestions = towns.filter(isClose).sort((left, right) => far(left) - far(right));
  const elsewhere = Object.entries(allNames())
    .filter(([insee, name]) => insee === text.toUpperCase() || plain(name) === wanted)
    .map(([insee, name]) => ({ insee, name }));
  return { suggestions: suggestions.slice(0, 5), elsewhere: elsewhere.slice(0, 5) };
}

/** `St` and `Ste` are how people write `Saint` and `Sainte`. */
function plain(name: string): string {
  return slug(name)
    .replaceAll(/(?<=^|-)st(?=-)/g, "saint")
    .replaceAll(/(?<=^|-)ste(?=-)/g, "sainte");
}

function bare(name: string): string {
  return name.replace(/^(la|le|les|l)-/, "");
}
