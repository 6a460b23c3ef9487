import type { Localised } from "../language";
import { defineProblem } from "../problem";
import { oneOf, quoted } from "../words";

const WHERE_TO_GET = {
  en: "Horizon gives both files ready made: Project > API Access > Download OpenStack RC file.",
  fr: "Horizon donne les deux fichiers tout prêts : Projet > Accès API > Télécharger le fichier OpenStack RC.",
} satisfies Localised;

/** `asked`: what OS_CLOUD names. */
export const credentialsMissing = defineProblem<{ searched: readonly string[]; asked?: string }>({
  code: "cloud-credentials-missing",
  title: { en: "Nothing says how to enter the cloud", fr: "Rien ne dit comment entrer dans le cloud" },
  example: { searched: ["/srv/syndicat", "/etc/openstack"] },
  tell: ({ searched, asked }) => ({
    what: asked
      ? {
          en: `OS_CLOUD is ${quoted(asked).en}, and there is no clouds.yaml (searched in: ${searched.join(", ")}).`,
          fr: `OS_CLOUD vaut ${quoted(asked).fr}, et il n'y a pas de clouds.yaml (cherché dans : ${searched.join(", ")}).`,
        }
      : {
          en: `There are neither OS_* variables nor a clouds.yaml (searched in: ${searched.join(", ")}).`,
          fr: `Il n'y a ni variables OS_* ni clouds.yaml (cherché dans : ${searched.join(", ")}).`,
        },
    accepted: {
      en: "What every OpenStack tool reads: the variables of an `openrc.sh`, or a clouds.yaml.",
      fr: "Ce que lit tout outil OpenStack : les variables d'un `openrc.sh`, ou un clouds.yaml.",
    },
    fix: WHERE_TO_GET,
  }),
});

export const cloudsFileMissing = defineProblem<{ file: string; variable: string }>({
  code: "clouds-file-missing",
  title: { en: "A file of credentials that is named is not there", fr: "Un fichier d'accès nommé n'existe pas" },
  example: { file: "/root/clouds.yaml", variable: "OS_CLIENT_CONFIG_FILE" },
  tell: ({ file, variable }) => ({
    what: {
      en: `${variable} names ${file}, which cannot be read.`,
      fr: `${variable} désigne ${file}, qui ne peut pas être lu.`,
    },
    fix: {
      en: `Correct ${variable}, or unset it:\nunset ${variable}`,
      fr: `Corrigez ${variable}, ou retirez-la :\nunset ${variable}`,
    },
  }),
});

/** The file's own text is never shown: it holds passwords. */
export const cloudsFileWrong = defineProblem<{ file: string; why: Localised }>({
  code: "clouds-file-wrong",
  title: { en: "A file of credentials cannot be understood", fr: "Un fichier d'accès ne peut pas être compris" },
  example: {
    file: "/root/clouds.yaml",
    why: { en: "line 3 is not YAML", fr: "la ligne 3 n'est pas du YAML" },
  },
  tell: ({ file, why }) => ({
    what: {
      en: `${file} cannot be understood: ${why.en}.`,
      fr: `${file} ne peut pas être compris : ${why.fr}.`,
    },
    accepted: {
      en: "`clouds:`, under it one name per cloud, under it `auth:` and its keys.",
      fr: "`clouds:`, dessous un nom par cloud, dessous `auth:` et ses clés.",
    },
    fix: { en: "Correct this line.", fr: "Corrigez cette ligne." },
  }),
});

export const cloudUnknown = defineProblem<{
  received: string;
  known: readonly string[];
  file: string;
  suggestion?: string;
}>({
  code: "cloud-unknown",
  title: {
    en: "A cloud that clouds.yaml does not have is named",
    fr: "Un cloud que clouds.yaml ne contient pas est nommé",
  },
  example: { received: "auni", known: ["aunis", "vault"], file: "/root/clouds.yaml", suggestion: "aunis" },
  tell: ({ received, known, file, suggestion }) => ({
    what: {
      en: `OS_CLOUD is ${quoted(received).en}, which is not in ${file}.${suggestion ? ` Did you mean "${suggestion}"?` : ""}`,
      fr: `OS_CLOUD vaut ${quoted(received).fr}, qui n'est pas dans ${file}.${suggestion ? ` Vouliez-vous dire « ${suggestion} » ?` : ""}`,
    },
    accepted:
      known.length > 0 ? oneOf(known) : { en: "Nothing yet: it has none.", fr: "Rien encore : il n'en a aucun." },
    fix: suggestion
      ? {
          en: `Name it as the file does:\nexport OS_CLOUD=${suggestion}`,
          fr: `Nommez-le comme le fichier :\nexport OS_CLOUD=${suggestion}`,
        }
      : { en: "Name one of these, or add it to the file.", fr: "Nommez l'un d'eux, ou ajoutez-le au fichier." },
  }),
});

export const cloudNotChosen = defineProblem<{ known: readonly string[]; file: string }>({
  code: "cloud-not-chosen",
  title: {
    en: "clouds.yaml has several clouds, and none is named",
    fr: "clouds.yaml a plusieurs clouds, aucun n'est nommé",
  },
  example: { known: ["aunis", "vault"], file: "/root/clouds.yaml" },
  tell: ({ known, file }) => ({
    what: {
      en: `${file} has ${known.length} clouds, and nothing says which one is meant.`,
      fr: `${file} a ${known.length} clouds, et rien ne dit lequel est visé.`,
    },
    accepted: oneOf(known),
    fix: {
      en: `Name it:\nexport OS_CLOUD=${known[0]}`,
      fr: `Nommez-le :\nexport OS_CLOUD=${known[0]}`,
    },
  }),
});

export const credentialsIncomplete = defineProblem<{ origin: Localised; missing: readonly string[] }>({
  code: "cloud-credentials-incomplete",
  title: { en: "The credentials lack something", fr: "Il manque quelque chose aux accès" },
  example: {
    origin: { en: "the OS_* variables", fr: "les variables OS_*" },
    missing: ["OS_PASSWORD", "OS_PROJECT_NAME or OS_PROJECT_ID"],
  },
  tell: ({ origin, missing }) => ({
    what: {
      en: `Reading ${origin.en}, this is missing: ${missing.join(", ")}.`,
      fr: `En lisant ${origin.fr}, il manque : ${missing.join(", ")}.`,
    },
    fix: { en: `Add it. ${WHERE_TO_GET.en}`, fr: `Ajoutez-le. ${WHERE_TO_GET.fr}` },
  }),
});

export const credentialValueWrong = defineProblem<{
  origin: Localised;
  key: string;
  received: string;
  accepted: Localised;
}>({
  code: "cloud-credential-wrong",
  title: { en: "A setting of the cloud's credentials is wrong", fr: "Un réglage des accès au cloud est faux" },
  example: {
    origin: { en: "the OS_* variables", fr: "les variables OS_*" },
    key: "OS_INTERFACE",
    received: "pubic",
    accepted: { en: "public, internal or admin", fr: "public, internal ou admin" },
  },
  tell: ({ origin, key, received, accepted }) => ({
    what: {
      en: `Reading ${origin.en}, ${key} is ${quoted(received).en}.`,
      fr: `En lisant ${origin.fr}, ${key} vaut ${quoted(received).fr}.`,
    },
    accepted,
    fix: { en: `Correct ${key}.`, fr: `Corrigez ${key}.` },
  }),
});

export const insecureRefused = defineProblem<{ origin: Localised; key: string }>({
  code: "cloud-insecure",
  title: { en: "The cloud's certificate would not be checked", fr: "Le certificat du cloud ne serait pas vérifié" },
  example: { origin: { en: "the cloud aunis of clouds.yaml", fr: "le cloud aunis de clouds.yaml" }, key: "verify" },
  tell: ({ origin, key }) => ({
    what: {
      en: `Reading ${origin.en}, ${key} turns the check of the cloud's certificate off: whoever stands between would read the password.`,
      fr: `En lisant ${origin.fr}, ${key} supprime le contrôle du certificat du cloud : qui se tient entre les deux lirait le mot de passe.`,
    },
    accepted: {
      en: "`cacert`: the file of the certificate that signs the cloud's own.",
      fr: "`cacert` : le fichier du certificat qui signe celui du cloud.",
    },
    fix: {
      en: `Remove ${key} and set \`cacert\`. For a test without value, say it once more, for this command alone:\nBEFFROI_INSECURE=yes ./beffroi ...`,
      fr: `Enlevez ${key} et indiquez \`cacert\`. Pour un essai sans valeur, redites-le, pour cette seule commande :\nBEFFROI_INSECURE=yes ./beffroi ...`,
    },
  }),
});
