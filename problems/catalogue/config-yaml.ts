import type { Localised } from "../language";
import { defineProblem } from "../problem";
import { quoted } from "../words";

export const yamlSyntax = defineProblem<{ reason: Localised }>({
  code: "yaml-syntax",
  title: { en: "A file is not well-formed YAML", fr: "Un fichier n'est pas du YAML bien formé" },
  example: {
    reason: {
      en: "A `]` is missing, or the next line is not indented enough.",
      fr: "Il manque un `]`, ou la ligne suivante n'est pas assez décalée.",
    },
  },
  tell: ({ reason }) => ({
    what: {
      en: `The file cannot be read from here on. ${reason.en}`,
      fr: `La suite du fichier ne peut pas être lue. ${reason.fr}`,
    },
    fix: {
      en: "Correct this line or the one above it; the rest of the file is checked once it can be read.",
      fr: "Corrigez cette ligne ou celle d'au-dessus ; le reste du fichier sera vérifié dès qu'il pourra être lu.",
    },
  }),
});

export const yamlTab = defineProblem<Record<string, never>>({
  code: "yaml-tab",
  title: { en: "A line is indented with a tab", fr: "Une ligne est décalée avec une tabulation" },
  example: {},
  tell: () => ({
    what: { en: "This line is indented with a tab.", fr: "Cette ligne est décalée avec une tabulation." },
    accepted: {
      en: "Spaces only: YAML refuses tabs there.",
      fr: "Des espaces seulement : YAML refuse les tabulations à cet endroit.",
    },
    fix: { en: "Replace each tab by two spaces.", fr: "Remplacez chaque tabulation par deux espaces." },
  }),
});

export const duplicateKey = defineProblem<{ key: string; firstLine: number }>({
  code: "yaml-duplicate-key",
  title: { en: "A key is written twice", fr: "Une clé est écrite deux fois" },
  example: { key: "services", firstLine: 2 },
  tell: ({ key, firstLine }) => ({
    what: {
      en: `The key ${quoted(key).en} is already written on line ${firstLine}: one of the two would be lost.`,
      fr: `La clé ${quoted(key).fr} est déjà écrite à la ligne ${firstLine} : l'une des deux serait perdue.`,
    },
    fix: { en: "Keep one of them.", fr: "N'en gardez qu'une." },
  }),
});

export const severalDocuments = defineProblem<Record<string, never>>({
  code: "yaml-several-documents",
  title: { en: "A file holds several YAML documents", fr: "Un fichier contient plusieurs documents YAML" },
  example: {},
  tell: () => ({
    what: {
      en: "A second document starts here (`---`): it would be ignored.",
      fr: "Un second document commence ici (`---`) : il serait ignoré.",
    },
    accepted: { en: "One document in each file.", fr: "Un document par fichier." },
    fix: {
      en: "Put it into a file of its own, or remove the `---` line.",
      fr: "Mettez-le dans un fichier à lui, ou enlevez la ligne `---`.",
    },
  }),
});

export const unknownAnchor = defineProblem<{ name: string; suggestion?: string }>({
  code: "yaml-unknown-anchor",
  title: { en: "An alias names an anchor that does not exist", fr: "Un alias nomme une ancre qui n'existe pas" },
  example: { name: "comun", suggestion: "commun" },
  tell: ({ name, suggestion }) => ({
    what: {
      en: `\`*${name}\` repeats a value marked \`&${name}\`, but nothing above is marked so.${suggestion ? ` Did you mean \`*${suggestion}\`?` : ""}`,
      fr: `\`*${name}\` reprend une valeur marquée \`&${name}\`, mais rien ne l'est plus haut.${suggestion ? ` Vouliez-vous dire \`*${suggestion}\` ?` : ""}`,
    },
    fix: suggestion
      ? { en: `Write \`*${suggestion}\`.`, fr: `Écrivez \`*${suggestion}\`.` }
      : {
          en: `Mark the value to repeat with \`&${name}\`, or put a text that starts with * in quotes.`,
          fr: `Marquez la valeur à reprendre avec \`&${name}\`, ou mettez entre guillemets un texte qui commence par *.`,
        },
  }),
});

export const recursiveAnchor = defineProblem<{ name: string }>({
  code: "yaml-recursive-anchor",
  title: { en: "A value contains itself", fr: "Une valeur se contient elle-même" },
  example: { name: "commun" },
  tell: ({ name }) => ({
    what: {
      en: `\`*${name}\` stands inside the value that it repeats.`,
      fr: `\`*${name}\` se trouve dans la valeur qu'il reprend.`,
    },
    fix: { en: "Write the value in full.", fr: "Écrivez la valeur en entier." },
  }),
});

export const tooManyAliases = defineProblem<Record<string, never>>({
  code: "yaml-too-many-aliases",
  title: { en: "The aliases of a file unfold without end", fr: "Les alias d'un fichier se déplient sans fin" },
  example: {},
  tell: () => ({
    what: {
      en: "Aliases (`*name`) repeat other aliases so often that the file would fill the memory.",
      fr: "Des alias (`*nom`) reprennent d'autres alias si souvent que le fichier remplirait la mémoire.",
    },
    accepted: { en: "A few aliases, one level deep.", fr: "Quelques alias, sur un seul niveau." },
    fix: { en: "Write the values in full.", fr: "Écrivez les valeurs en entier." },
  }),
});

export const tooDeep = defineProblem<Record<string, never>>({
  code: "yaml-too-deep",
  title: { en: "A file is nested too deep", fr: "Un fichier est imbriqué trop profondément" },
  example: {},
  tell: () => ({
    what: {
      en: "Lists or keys are nested dozens of levels deep.",
      fr: "Des listes ou des clés sont imbriquées sur des dizaines de niveaux.",
    },
    accepted: {
      en: "At most 5 levels, which every file of the config needs.",
      fr: "Au plus 5 niveaux, ce qui suffit à tout fichier de configuration.",
    },
    fix: { en: "Check that it is the right file.", fr: "Vérifiez que c'est le bon fichier." },
  }),
});

export const unknownTag = defineProblem<{ tag: string }>({
  code: "yaml-unknown-tag",
  title: { en: "A value carries a YAML tag", fr: "Une valeur porte une étiquette YAML" },
  example: { tag: "!secret" },
  tell: ({ tag }) => ({
    what: {
      en: `The tag \`${tag}\` means nothing to Beffroi.`,
      fr: `L'étiquette \`${tag}\` ne veut rien dire pour Beffroi.`,
    },
    accepted: { en: "Plain values, without a `!` in front.", fr: "Des valeurs simples, sans `!` devant." },
    fix: {
      en: "Remove the tag, or put the text in quotes.",
      fr: "Enlevez l'étiquette, ou mettez le texte entre guillemets.",
    },
  }),
});

export const keyNotText = defineProblem<{ written: string; proposed?: string }>({
  code: "yaml-key-not-text",
  title: { en: "A key is not a text", fr: "Une clé n'est pas un texte" },
  example: { written: "01001", proposed: '"01001"' },
  tell: ({ written, proposed }) => ({
    what: proposed
      ? {
          en: `Without quotes, the key ${quoted(written).en} is read as a number: zeros in front would be lost.`,
          fr: `Sans guillemets, la clé ${quoted(written).fr} est lue comme un nombre : les zéros de gauche seraient perdus.`,
        }
      : {
          en: `A key is missing or is not a text: ${quoted(written).en}.`,
          fr: `Une clé manque ou n'est pas un texte : ${quoted(written).fr}.`,
        },
    fix: proposed
      ? { en: `Write ${proposed}, with the quotes.`, fr: `Écrivez ${proposed}, avec les guillemets.` }
      : { en: "Write `name: value`.", fr: "Écrivez `nom: valeur`." },
  }),
});
