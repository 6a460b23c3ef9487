import type { Difference } from "../../engine/discover/compare";
import { type Discovery, discover } from "../../engine/discover/discover";
import { readCredentials } from "../../engine/openstack/credentials";
import type { Language, Localised } from "../../problems/language";
import { EXIT, OperatorError } from "../../problems/problem";
import { visible } from "../../problems/words";
import type { Context } from "../command";

export interface DiscoverArguments {
  readonly target: string;
  readonly check: boolean;
  readonly renewImages: boolean;
}

/** `beffroi discover`: the facts of a target, from its live cloud. Exit code 1: `--check` found a difference. */
export async function run(context: Context, { target, check, renewImages }: DiscoverArguments): Promise<number> {
  const { config, language, json, out, signal } = context;
  const found = await discover({
    folder: config,
    target,
    check,
    renewImages,
    credentials: () => readCredentials(),
    now: new Date(),
    signal,
  });
  const refused = found.problems.length > 0;
  if (json) out.write(`${JSON.stringify(asJson(target, found, language), null, 2)}\n`);
  else if (check || !refused) out.write(page(found, check, language));
  if (refused) throw new OperatorError(found.problems, found.folder);
  return check && found.differences.length > 0 ? EXIT.gateFailed : EXIT.fine;
}

function asJson(target: string, { file, written, differences, notes, problems }: Discovery, language: Language) {
  return {
    format: "beffroi/discover/1",
    target,
    file,
    written,
    differences,
    notes: notes.map((note) => note[language]),
    problems: problems.map(({ code, at, what }) => ({ code, at, what: what[language] })),
  };
}

function page({ file, written, differences, notes }: Discovery, check: boolean, language: Language): string {
  const many = differences.length;
  const verdict: Localised =
    many === 0
      ? { en: `${file} is what the cloud shows.`, fr: `${file} est ce que montre le cloud.` }
      : check
        ? { en: `${file} is not what the cloud shows:`, fr: `${file} n'est pas ce que montre le cloud :` }
        : { en: `${file}, what has changed:`, fr: `${file}, ce qui a changé :` };
  const done: Localised = { en: `Written: ${file}`, fr: `Écrit : ${file}` };
  return [
    verdict[language],
    ...differences.map(differenceLine),
    ...notes.map((note) => `  ! ${note[language]}`),
    ...(written ? [done[language]] : []),
    "",
  ].join("\n");
}

/** `+` only the cloud has it, `-` only the facts have it, `~` both, otherwise. */
function differenceLine({ path, committed, live }: Difference): string {
  const key = path.map(visible).join(" › ");
  const [before, after] = [committed, live].map((value) => (value === undefined ? "" : visible(shown(value))));
  if (committed === undefined) return `  + ${key}: ${after}`;
  if (live === undefined) return `  - ${key}: ${before}`;
  return `  ~ ${key}: ${before} → ${after}`;
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
