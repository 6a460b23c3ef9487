import {
  communeReplaced,
  inseeMalformed,
  inseeNotQuoted,
  inseePostalCode,
  inseeUnknown,
} from "../../problems/catalogue/config-communes";
import type { Place, Problem } from "../../problems/problem";
import { allNames, type Commune, communeBySiren, communeOf, communesByPostalCode, formerCommune } from "../communes";
import { slug } from "../slug";
import { INSEE_CODE } from "../values";

/**
 * Why a value is not the INSEE code of a commune of today, and which one was meant. Most of the time it is a postal
 * code, a code without its quotes, or a commune that merged.
 *
 * @param written - the value as it is typed in the file
 */
export function inseeProblem(value: unknown, written: string, at: Place): Problem {
  if (typeof value !== "string") return notText(written, at);
  const code = bare(value);
  const former = formerCommune(code);
  if (former) return communeReplaced({ received: code, ...former }, at);
  const served = /^\d{5}$/.test(code) ? communesByPostalCode(code) : [];
  if (served.length > 0) return inseePostalCode({ received: code, communes: served }, at);
  if (INSEE_CODE.test(value)) return inseeUnknown({ received: value }, at);
  const proposed = meant(value);
  return inseeMalformed({ received: value, ...(proposed && { proposed }) }, at);
}

function notText(written: string, at: Place): Problem {
  const code = written.padStart(5, "0");
  if (communeOf(code)) return inseeNotQuoted({ written, proposed: code }, at);
  return inseeProblem(written, written, at);
}

/** The code as INSEE writes it, without the quotes, spaces and dots that people add. */
function bare(text: string): string {
  return text.toUpperCase().replaceAll(/[^0-9A-Z]/g, "");
}

function meant(value: string): Commune | undefined {
  const code = bare(value);
  const direct = communeOf(code) ?? communeOf(code.padStart(5, "0"));
  if (direct) return direct;
  // 9 digits are a SIREN, 14 a SIRET, which starts with the SIREN.
  const siren = /^(\d{9})(\d{5})?$/.exec(code)?.[1];
  return siren ? communeBySiren(siren) : byName(value);
}

/** Only a name that is unique in France says which commune is meant. */
function byName(name: string): Commune | undefined {
  const wanted = slug(name);
  if (!/[a-z]{2}/.test(wanted)) return undefined;
  const found = Object.entries(allNames()).filter(([, known]) => slug(known) === wanted);
  return found.length === 1 ? communeOf(found[0]?.[0] as string) : undefined;
}
