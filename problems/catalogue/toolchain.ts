import type { Localised } from "../language";
import { defineProblem } from "../problem";

/** No way of getting OpenTofu or its OpenStack provider worked. */
export const toolchainUnavailable = defineProblem<{
  readonly tools: readonly string[];

  /** What was tried, and how to make it work: one of them is enough. */
  readonly tried: readonly { readonly what: Localised; readonly fix: Localised }[];
}>({
  code: "toolchain-unavailable",
  title: {
    en: "OpenTofu or its OpenStack provider is not on the machine and could not be set up",
    fr: "OpenTofu ou son fournisseur OpenStack manque sur la machine et n'a pas pu être installé",
  },
  tell: ({ tools, tried }) => ({
    what: {
      en: [`Missing on this machine: ${tools.join(" and ")}.`, ...tried.map(({ what }) => what.en)].join("\n"),
      fr: [`Il manque sur cette machine : ${tools.join(" et ")}.`, ...tried.map(({ what }) => what.fr)].join("\n"),
    },
    accepted: {
      en: "programs on the PATH, in the kit's cache, downloaded, or built by Go",
      fr: "des programmes dans le PATH, dans le cache du kit, téléchargés, ou compilés par Go",
    },
    fix: {
      en: oneOf(
        "One of these is enough:",
        tried.map(({ fix }) => fix.en),
      ),
      fr: oneOf(
        "Une seule de ces actions suffit :",
        tried.map(({ fix }) => fix.fr),
      ),
    },
  }),
});

function oneOf(opening: string, fixes: readonly string[]): string {
  const different = [...new Set(fixes)];
  return different.length < 2 ? different.join("") : [opening, ...different.map((fix) => `- ${fix}`)].join("\n");
}

/** The folder where the kit keeps its tools cannot be written. */
export const cacheNotWritable = defineProblem<{ readonly folder: string; readonly reason: string }>({
  code: "cache-not-writable",
  title: { en: "The kit's cache cannot be written", fr: "Le cache du kit ne peut pas être écrit" },
  tell: ({ folder, reason }) => ({
    what: {
      en: `The kit keeps its tools in ${folder}, which cannot be written: ${reason}.`,
      fr: `Le kit garde ses outils dans ${folder}, où l'on ne peut pas écrire : ${reason}.`,
    },
    accepted: {
      en: "a folder that you can write, with 1 GB free",
      fr: "un dossier où vous pouvez écrire, avec 1 Go libre",
    },
    fix: {
      en: "Make room or give yourself the right, or name another folder:\nexport BEFFROI_CACHE=/var/tmp/beffroi",
      fr: "Faites de la place ou donnez-vous le droit d'y écrire, ou indiquez un autre dossier :\nexport BEFFROI_CACHE=/var/tmp/beffroi",
    },
  }),
});
