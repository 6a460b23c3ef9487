import { findToolchain } from "../../engine/toolchain/find-toolchain";
import { setupProgress } from "../../engine/toolchain/progress";
import type { Tool, Toolchain } from "../../engine/toolchain/tool";
import type { Language, Localised } from "../../problems/language";
import { EXIT } from "../../problems/problem";
import type { Context } from "../command";

/** `beffroi toolchain`: sets up what is missing, hashes all again, and tells what is used and where it comes from. */
export async function run({ json, language, out, err, signal }: ToolchainContext): Promise<number> {
  const found = await findToolchain({ verify: true, watch: setupProgress(err, language), ...(signal && { signal }) });
  out.write(json ? `${JSON.stringify(asJson(found, language), null, 2)}\n` : page(found, language));
  return EXIT.fine;
}

type ToolchainContext = Pick<Context, "json" | "language" | "out" | "err"> & Partial<Pick<Context, "signal">>;

function asJson({ tofu, provider, mirror, cliConfig, cache, notes }: Toolchain, language: Language): object {
  return { tofu, provider, mirror, cliConfig, cache, notes: notes.map((note) => note[language]) };
}

const WORDS = {
  file: { en: "file", fr: "fichier" },
  from: { en: "from", fr: "origine" },
  mirror: { en: "provider mirror", fr: "miroir du fournisseur" },
  config: { en: "CLI configuration", fr: "configuration CLI" },
} satisfies Record<string, Localised>;

function page(found: Toolchain, language: Language): string {
  const word = (key: keyof typeof WORDS) => WORDS[key][language];
  const tool = (title: string, { path, sha256, version, ...rest }: Tool) => [
    `${title} ${version}`,
    ...rows([
      [word("from"), whence(rest)[language]],
      [word("file"), path],
      ["SHA-256", sha256],
    ]),
    "",
  ];
  return [
    ...tool("OpenTofu", found.tofu),
    ...tool("terraform-provider-openstack", found.provider),
    ...rows([
      [word("mirror"), found.mirror],
      [word("config"), found.cliConfig],
    ]),
    ...found.notes.map((note) => `\n${note[language]}`),
    "",
  ].join("\n");
}

function rows(pairs: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...pairs.map(([name]) => name.length));
  return pairs.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
}

function whence({ origin, arrival }: Pick<Tool, "origin" | "arrival">): Localised {
  if (!arrival) return { en: "this machine", fr: "cette machine" };
  const { how, from, at } = arrival;
  const day = at.slice(0, 10);
  const isNew = origin !== "cache";
  if (how === "built") {
    return {
      en: `${isNew ? "built now" : `the kit's cache, built on ${day}`} from ${from}`,
      fr: `${isNew ? "compilé à l'instant" : `le cache du kit, compilé le ${day}`} depuis ${from}`,
    };
  }
  return {
    en: `${isNew ? "downloaded now" : `the kit's cache, downloaded on ${day}`} from ${from}`,
    fr: `${isNew ? "téléchargé à l'instant" : `le cache du kit, téléchargé le ${day}`} depuis ${from}`,
  };
}
