import { defineProblem } from "../problem";
import { quoted } from "../words";

/** A commune, as shown to people: `Rochefort (17299)`. */
export interface Named {
  readonly name: string;
  readonly insee: string;
}

const shown = ({ name, insee }: Named) => `${name} (${insee})`;

const CODE = {
  en: 'The 5 characters of the INSEE code, in quotes: "17299", "01001", "2A004".',
  fr: 'Les 5 caractères du code INSEE, entre guillemets : "17299", "01001", "2A004".',
};

export const inseeNotQuoted = defineProblem<{ written: string; proposed: string }>({
  code: "insee-not-quoted",
  title: { en: "An INSEE code is not in quotes", fr: "Un code INSEE n'est pas entre guillemets" },
  example: { written: "01001", proposed: "01001" },
  tell: ({ written, proposed }) => ({
    what: {
      en: `Without quotes, ${written} is read as a number: zeros in front would be lost.`,
      fr: `Sans guillemets, ${written} est lu comme un nombre : les zéros de gauche seraient perdus.`,
    },
    accepted: CODE,
    fix: { en: `Write "${proposed}", with the quotes.`, fr: `Écrivez "${proposed}", avec les guillemets.` },
  }),
});

export const inseeMalformed = defineProblem<{ received: string; proposed?: Named }>({
  code: "insee-malformed",
  title: { en: "An INSEE code is not one", fr: "Un code INSEE n'en est pas un" },
  example: { received: "2a004", proposed: { name: "Ajaccio", insee: "2A004" } },
  tell: ({ received, proposed }) => ({
    what: {
      en: `${quoted(received).en} is not an INSEE code.${proposed ? ` Did you mean ${shown(proposed)}?` : ""}`,
      fr: `${quoted(received).fr} n'est pas un code INSEE.${proposed ? ` Vouliez-vous dire ${shown(proposed)} ?` : ""}`,
    },
    accepted: CODE,
    fix: proposed
      ? { en: `Write "${proposed.insee}", with the quotes.`, fr: `Écrivez "${proposed.insee}", avec les guillemets.` }
      : {
          en: "Look it up on insee.fr (search for the name of the commune): it is not the postal code.",
          fr: "Cherchez-le sur insee.fr (au nom de la commune) : ce n'est pas le code postal.",
        },
  }),
});

export const inseeUnknown = defineProblem<{ received: string }>({
  code: "insee-unknown",
  title: { en: "No commune has this INSEE code", fr: "Aucune commune n'a ce code INSEE" },
  example: { received: "17999" },
  tell: ({ received }) => ({
    what: {
      en: `No commune of France has the INSEE code ${quoted(received).en}.`,
      fr: `Aucune commune de France n'a le code INSEE ${quoted(received).fr}.`,
    },
    accepted: CODE,
    fix: {
      en: "Look it up on insee.fr (search for the name of the commune): it is not the postal code.",
      fr: "Cherchez-le sur insee.fr (au nom de la commune) : ce n'est pas le code postal.",
    },
  }),
});

/** `communes`: those that the postal code serves. */
export const inseePostalCode = defineProblem<{ received: string; communes: readonly Named[] }>({
  code: "insee-postal-code",
  title: {
    en: "A postal code stands where an INSEE code is expected",
    fr: "Un code postal est écrit à la place d'un code INSEE",
  },
  example: {
    received: "17530",
    communes: [{ name: "Arvert", insee: "17021" }],
  },
  tell: ({ received, communes }) => {
    const list = communes.slice(0, 12).map(shown).join(", ");
    const more = communes.length > 12;
    return {
      what: {
        en: `${quoted(received).en} is a postal code, not an INSEE code: it serves ${list}${more ? " and others" : ""}.`,
        fr: `${quoted(received).fr} est un code postal, pas un code INSEE : il dessert ${list}${more ? " et d'autres" : ""}.`,
      },
      accepted: CODE,
      fix: {
        en: `Write the INSEE code of the commune${communes.length === 1 ? `: "${communes[0]?.insee}"` : ""}.`,
        fr: `Écrivez le code INSEE de la commune${communes.length === 1 ? ` : "${communes[0]?.insee}"` : ""}.`,
      },
    };
  },
});

const STATUS = {
  "commune-deleguee": { en: "a delegated commune", fr: "une commune déléguée" },
  "commune-associee": { en: "an associated commune", fr: "une commune associée" },
  "arrondissement-municipal": { en: "a municipal arrondissement", fr: "un arrondissement municipal" },
  "ancien-code": { en: "the former code of a commune", fr: "l'ancien code d'une commune" },
} as const;

/** What a code that is no commune's any more stands for, in the words of INSEE. */
export type FormerStatus = keyof typeof STATUS;

export const communeReplaced = defineProblem<{ received: string; name?: string; status: FormerStatus; heir: Named }>({
  code: "commune-replaced",
  title: { en: "A commune is now part of another", fr: "Une commune fait désormais partie d'une autre" },
  example: {
    received: "16017",
    name: "Anville",
    status: "commune-deleguee",
    heir: { name: "Val-d'Auge", insee: "16339" },
  },
  tell: ({ received, name, status, heir }) => ({
    what: {
      en: `${name ? `${name} (${received})` : quoted(received).en} is ${STATUS[status].en}, now part of ${shown(heir)}.`,
      fr: `${name ? `${name} (${received})` : quoted(received).fr} est ${STATUS[status].fr}, aujourd'hui dans ${shown(heir)}.`,
    },
    accepted: {
      en: "The communes of today: only they sign contracts and have a budget.",
      fr: "Les communes d'aujourd'hui : elles seules signent des contrats et ont un budget.",
    },
    fix: {
      en: `Write "${heir.insee}" (${heir.name}), or remove the file if that town already has one.`,
      fr: `Écrivez "${heir.insee}" (${heir.name}), ou supprimez le fichier si cette commune en a déjà un.`,
    },
  }),
});

export const townFileName = defineProblem<{ name: string; proposed: string }>({
  code: "town-file-name",
  title: {
    en: "The file of a town is not named after its INSEE code",
    fr: "Le fichier d'une commune ne porte pas son code INSEE",
  },
  example: { name: "rochefort.yaml", proposed: "17299-rochefort.yaml" },
  tell: ({ name, proposed }) => ({
    what: {
      en: `The name ${quoted(name).en} does not start with an INSEE code.`,
      fr: `Le nom ${quoted(name).fr} ne commence pas par un code INSEE.`,
    },
    accepted: {
      en: "<insee>.yaml or <insee>-<what you like>.yaml: 17299.yaml, 17299-rochefort.yaml.",
      fr: "<insee>.yaml ou <insee>-<ce qu'on veut>.yaml : 17299.yaml, 17299-rochefort.yaml.",
    },
    fix: { en: `Rename it to ${proposed}.`, fr: `Renommez-le en ${proposed}.` },
  }),
});

export const townFileMismatch = defineProblem<{ file: string; code: string; inside: Named }>({
  code: "town-file-mismatch",
  title: {
    en: "A file is named after one commune and describes another",
    fr: "Un fichier porte le code d'une commune et en décrit une autre",
  },
  example: { file: "17299-rochefort.yaml", code: "17299", inside: { name: "La Rochelle", insee: "17300" } },
  tell: ({ file, code, inside }) => ({
    what: {
      en: `The file ${file} is named after ${code} but describes ${shown(inside)}.`,
      fr: `Le fichier ${file} porte le code ${code} mais décrit ${shown(inside)}.`,
    },
    accepted: { en: "The same code in the name and in the file.", fr: "Le même code dans le nom et dans le fichier." },
    fix: {
      en: `Write "${code}" here, or rename the file to ${inside.insee}.yaml.`,
      fr: `Écrivez "${code}" ici, ou renommez le fichier en ${inside.insee}.yaml.`,
    },
  }),
});

export const townTwice = defineProblem<{ town: Named; other: string }>({
  code: "town-twice",
  title: { en: "Two files describe the same town", fr: "Deux fichiers décrivent la même commune" },
  example: { town: { name: "Rochefort", insee: "17299" }, other: "towns/17299.yaml" },
  tell: ({ town, other }) => ({
    what: {
      en: `${shown(town)} already has the file ${other}.`,
      fr: `${shown(town)} a déjà le fichier ${other}.`,
    },
    accepted: { en: "One file for each town.", fr: "Un fichier par commune." },
    fix: { en: "Keep one of the two.", fr: "N'en gardez qu'un." },
  }),
});

export const townUnknown = defineProblem<{
  received: string;
  suggestions: readonly Named[];
  elsewhere: readonly Named[];
}>({
  code: "town-unknown",
  title: { en: "No town of the config has this name", fr: "Aucune commune de la configuration n'a ce nom" },
  example: { received: "rochefor", suggestions: [{ name: "Rochefort", insee: "17299" }], elsewhere: [] },
  tell: ({ received, suggestions: [first, ...others], elsewhere }) => {
    const list = [first, ...others].flatMap((one) => (one ? [shown(one)] : [])).join(", ");
    const [commune] = elsewhere;
    return {
      what: {
        en: `No town of the config is called ${quoted(received).en}.${first ? ` Did you mean ${list}?` : ""}`,
        fr: `Aucune commune de la configuration ne s'appelle ${quoted(received).fr}.${first ? ` Vouliez-vous dire ${list} ?` : ""}`,
      },
      accepted: {
        en: "The INSEE code or the name of a town that has a file in towns/.",
        fr: "Le code INSEE ou le nom d'une commune qui a un fichier dans towns/.",
      },
      fix: first
        ? { en: `Write ${first.insee}, or the whole name.`, fr: `Écrivez ${first.insee}, ou le nom entier.` }
        : commune
          ? {
              en: `To host ${elsewhere.map(shown).join(" or ")}, write the file towns/${commune.insee}.yaml first.`,
              fr: `Pour héberger ${elsewhere.map(shown).join(" ou ")}, écrivez d'abord le fichier towns/${commune.insee}.yaml.`,
            }
          : { en: "See which towns there are in towns/.", fr: "Voyez dans towns/ quelles communes il y a." },
    };
  },
});

export const townAmbiguous = defineProblem<{
  received: string;
  candidates: readonly (Named & { department: string })[];
}>({
  code: "town-ambiguous",
  title: { en: "Several towns of the config have this name", fr: "Plusieurs communes de la configuration ont ce nom" },
  example: {
    received: "Rochefort",
    candidates: [
      { name: "Rochefort", insee: "17299", department: "17" },
      { name: "Rochefort", insee: "73214", department: "73" },
    ],
  },
  tell: ({ received, candidates }) => {
    const list = (department: string) =>
      candidates.map((one) => `${one.insee}: ${one.name} (${department} ${one.department})`).join("; ");
    return {
      what: {
        en: `${candidates.length} towns of the config are called ${quoted(received).en}.`,
        fr: `${candidates.length} communes de la configuration s'appellent ${quoted(received).fr}.`,
      },
      accepted: { en: list("department"), fr: list("département").replaceAll(": ", " : ").replaceAll("; ", " ; ") },
      fix: { en: "Write the INSEE code instead of the name.", fr: "Écrivez le code INSEE au lieu du nom." },
    };
  },
});

export const communesNotBuilt = defineProblem<Record<string, never>>({
  code: "communes-not-built",
  title: { en: "The list of communes was not built", fr: "La liste des communes n'a pas été construite" },
  example: {},
  tell: () => ({
    what: {
      en: "The files of the communes of France (dist/data/communes) are missing from the kit.",
      fr: "Les fichiers des communes de France (dist/data/communes) manquent dans le kit.",
    },
    fix: { en: "In the folder of the kit, run:\nnpm run build", fr: "Dans le dossier du kit, lancez :\nnpm run build" },
  }),
});
