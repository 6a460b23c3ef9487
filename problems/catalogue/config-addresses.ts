import { defineProblem } from "../problem";
import { oneOf, quoted } from "../words";

export const rangeMalformed = defineProblem<{ received: string; proposed?: string }>({
  code: "range-malformed",
  title: { en: "A range of addresses cannot be read", fr: "Une plage d'adresses ne peut pas être lue" },
  example: { received: "192.0.2.7", proposed: "192.0.2.7/32" },
  tell: ({ received, proposed }) => ({
    what: {
      en: `${quoted(received).en} is not a range of addresses.`,
      fr: `${quoted(received).fr} n'est pas une plage d'adresses.`,
    },
    accepted: {
      en: "An address, a slash and a length: 192.0.2.0/24, or 192.0.2.7/32 for one address.",
      fr: "Une adresse, une barre et une longueur : 192.0.2.0/24, ou 192.0.2.7/32 pour une seule adresse.",
    },
    fix: proposed
      ? { en: `Write \`${proposed}\`.`, fr: `Écrivez \`${proposed}\`.` }
      : { en: "Write the range this way.", fr: "Écrivez la plage de cette façon." },
  }),
});

export const rangeHostBits = defineProblem<{ received: string; proposed: string }>({
  code: "range-host-bits",
  title: { en: "A range does not start at its first address", fr: "Une plage ne commence pas à sa première adresse" },
  example: { received: "192.0.2.5/24", proposed: "192.0.2.0/24" },
  tell: ({ received, proposed }) => ({
    what: {
      en: `${quoted(received).en} names an address inside the range, not the range.`,
      fr: `${quoted(received).fr} désigne une adresse dans la plage, pas la plage.`,
    },
    accepted: {
      en: "The first address of the range and its length.",
      fr: "La première adresse de la plage et sa longueur.",
    },
    fix: {
      en: `Write \`${proposed}\`, or \`${received.split("/")[0]}/${received.includes(":") ? 128 : 32}\` for this address alone.`,
      fr: `Écrivez \`${proposed}\`, ou \`${received.split("/")[0]}/${received.includes(":") ? 128 : 32}\` pour cette seule adresse.`,
    },
  }),
});

export const addressMalformed = defineProblem<{ received: string }>({
  code: "address-malformed",
  title: { en: "An address cannot be read", fr: "Une adresse ne peut pas être lue" },
  example: { received: "9.9.9" },
  tell: ({ received }) => ({
    what: {
      en: `${quoted(received).en} is not an IP address.`,
      fr: `${quoted(received).fr} n'est pas une adresse IP.`,
    },
    accepted: {
      en: "An IPv4 or IPv6 address: 192.0.2.53 or 2001:db8::53.",
      fr: "Une adresse IPv4 ou IPv6 : 192.0.2.53 ou 2001:db8::53.",
    },
    fix: { en: "Write the address, without name or length.", fr: "Écrivez l'adresse, sans nom ni longueur." },
  }),
});

export const unknownPeer = defineProblem<{ received: string; accepted: readonly string[]; suggestion?: string }>({
  code: "unknown-peer",
  title: { en: "The other end of a flow is not known", fr: "L'autre bout d'un flux n'est pas connu" },
  example: { received: "mairie", accepted: ["internet", "town-hall", "entry"], suggestion: "town-hall" },
  tell: ({ received, accepted, suggestion }) => {
    const choice = oneOf([...accepted, "192.0.2.0/24"]);
    return {
      what: {
        en: `${quoted(received).en} is neither a known place nor a range of addresses.${suggestion ? ` Did you mean "${suggestion}"?` : ""}`,
        fr: `${quoted(received).fr} n'est ni un lieu connu ni une plage d'adresses.${suggestion ? ` Vouliez-vous dire « ${suggestion} » ?` : ""}`,
      },
      accepted: { en: `${choice.en} (any range).`, fr: `${choice.fr} (toute plage).` },
      fix: suggestion
        ? { en: `Write \`${suggestion}\`.`, fr: `Écrivez \`${suggestion}\`.` }
        : { en: "Use one of these words, or a range.", fr: "Employez un de ces mots, ou une plage." },
    };
  },
});

export const poolUnusable = defineProblem<{ received: string }>({
  code: "pool-unusable",
  title: {
    en: "The pool cannot give towns their blocks",
    fr: "La réserve ne peut pas donner leurs blocs aux communes",
  },
  example: { received: "192.0.2.0/24" },
  tell: ({ received }) => ({
    what: {
      en: `Towns cannot get their blocks from ${quoted(received).en}.`,
      fr: `Les communes ne peuvent pas recevoir leurs blocs de ${quoted(received).fr}.`,
    },
    accepted: {
      en: "A private IPv4 range (inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16) of length 22 or shorter: each town takes a /22.",
      fr: "Une plage IPv4 privée (dans 10.0.0.0/8, 172.16.0.0/12 ou 192.168.0.0/16) de longueur 22 ou moins : chaque commune prend un /22.",
    },
    fix: {
      en: "Write a range that nothing else uses, such as `10.64.0.0/10`: 4,096 towns.",
      fr: "Écrivez une plage que rien d'autre n'emploie, comme `10.64.0.0/10` : 4 096 communes.",
    },
  }),
});

export const blockNotTwentyTwo = defineProblem<{ received: string }>({
  code: "block-wrong-length",
  title: { en: "The block of a town is not a /22", fr: "Le bloc d'une commune n'est pas un /22" },
  example: { received: "10.64.0.0/24" },
  tell: ({ received }) => ({
    what: {
      en: `${quoted(received).en} is not a block of a town.`,
      fr: `${quoted(received).fr} n'est pas un bloc de commune.`,
    },
    accepted: {
      en: "An IPv4 /22, whatever the size of the town: a town that grows never moves.",
      fr: "Un /22 en IPv4, quelle que soit la taille de la commune : une commune qui grandit ne déménage pas.",
    },
    fix: {
      en: "Restore the line as it was: blocks are written by\n./beffroi allocate",
      fr: "Remettez la ligne comme elle était : les blocs sont écrits par\n./beffroi allocate",
    },
  }),
});

export const blockOutsidePool = defineProblem<{ received: string; pool: string }>({
  code: "block-outside-pool",
  title: { en: "The block of a town lies outside the pool", fr: "Le bloc d'une commune est hors de la réserve" },
  example: { received: "10.0.0.0/22", pool: "10.64.0.0/10" },
  tell: ({ received, pool }) => ({
    what: {
      en: `The block ${received} lies outside the pool ${pool} of syndicate.yaml.`,
      fr: `Le bloc ${received} est hors de la réserve ${pool} de syndicate.yaml.`,
    },
    accepted: { en: `Blocks inside ${pool}.`, fr: `Des blocs dans ${pool}.` },
    fix: {
      en: "Restore the line, or the pool: neither changes once towns are hosted.",
      fr: "Remettez la ligne ou la réserve comme avant : aucune des deux ne change une fois les communes hébergées.",
    },
  }),
});

export const blocksOverlap = defineProblem<{ received: string; other: string; holder: string; line: number }>({
  code: "blocks-overlap",
  title: { en: "Two towns have the same addresses", fr: "Deux communes ont les mêmes adresses" },
  example: { received: "10.64.0.0/22", other: "10.64.0.0/22", holder: "17004", line: 3 },
  tell: ({ received, other, holder, line }) => ({
    what: {
      en: `The block ${received} overlaps ${other}, which line ${line} gives to ${holder}.`,
      fr: `Le bloc ${received} recouvre ${other}, que la ligne ${line} donne à ${holder}.`,
    },
    accepted: { en: "A block of its own for each town.", fr: "Un bloc à elle pour chaque commune." },
    fix: {
      en: "Remove the newer of the two lines (two branches were probably merged), then run:\n./beffroi allocate",
      fr: "Enlevez la plus récente des deux lignes (deux branches ont sans doute été fusionnées), puis lancez :\n./beffroi allocate",
    },
  }),
});

/** `command`: what allocates, with the config folder when it must be named. */
export const townWithoutAddresses = defineProblem<{ name: string; insee: string; command: string }>({
  code: "town-without-addresses",
  title: { en: "A town has no address block yet", fr: "Une commune n'a pas encore de bloc d'adresses" },
  example: { name: "Rochefort", insee: "17299", command: "./beffroi allocate" },
  tell: ({ name, insee, command }) => ({
    what: {
      en: `${name} (${insee}) has no line in addresses.yaml.`,
      fr: `${name} (${insee}) n'a pas de ligne dans addresses.yaml.`,
    },
    accepted: {
      en: "One block for each town, given once and for all.",
      fr: "Un bloc par commune, donné une fois pour toutes.",
    },
    fix: {
      en: `Have one given, and commit addresses.yaml:\n${command}`,
      fr: `Faites-en donner un, et validez addresses.yaml dans git :\n${command}`,
    },
  }),
});

export const poolFull = defineProblem<{ pool: string; left: number; wanted: number }>({
  code: "pool-full",
  title: { en: "The pool has no block left", fr: "La réserve n'a plus de bloc" },
  example: { pool: "10.64.0.0/20", left: 0, wanted: 1 },
  tell: ({ pool, left, wanted }) => ({
    what: {
      en: `${wanted} ${wanted > 1 ? "towns need a block" : "town needs a block"}, and the pool ${pool} has ${left} left. Blocks that were given once are never given again.`,
      fr: `${wanted} ${wanted > 1 ? "communes attendent un bloc" : "commune attend un bloc"}, et la réserve ${pool} en a encore ${left}. Un bloc donné une fois ne l'est jamais une seconde.`,
    },
    fix: {
      en: "Widen the pool in syndicate.yaml so that it still holds the present one: a length one shorter doubles it.",
      fr: "Élargissez la réserve dans syndicate.yaml en gardant l'actuelle dedans : une longueur plus courte de un la double.",
    },
  }),
});

export const accessTooWide = defineProblem<{ key: string; received: string; shortest: number }>({
  code: "access-too-wide",
  title: { en: "A range of trusted addresses is too wide", fr: "Une plage d'adresses de confiance est trop large" },
  example: { key: "administration", received: "0.0.0.0/0", shortest: 16 },
  tell: ({ key, received, shortest }) => ({
    what: {
      en: `"${key}" trusts ${received}: that is far more than your own addresses.`,
      fr: `« ${key} » fait confiance à ${received} : c'est bien plus que vos propres adresses.`,
    },
    accepted: { en: `Ranges of length ${shortest} or longer.`, fr: `Des plages de longueur ${shortest} ou plus.` },
    fix: {
      en: "Write the public addresses of your offices or of your VPN only, such as `192.0.2.7/32`.",
      fr: "N'écrivez que les adresses publiques de vos bureaux ou de votre VPN, par exemple `192.0.2.7/32`.",
    },
  }),
});

export const accessFromPool = defineProblem<{ key: string; received: string; pool: string }>({
  code: "access-from-pool",
  title: {
    en: "Trusted addresses overlap those of the towns' hosts",
    fr: "Des adresses de confiance recouvrent celles des machines des communes",
  },
  example: { key: "administration", received: "10.64.0.0/16", pool: "10.64.0.0/10" },
  tell: ({ key, received, pool }) => ({
    what: {
      en: `"${key}" trusts ${received}, which overlaps the pool ${pool}: hosts of other towns would be let in.`,
      fr: `« ${key} » fait confiance à ${received}, qui recouvre la réserve ${pool} : des machines d'autres communes pourraient entrer.`,
    },
    accepted: { en: `Ranges outside ${pool}.`, fr: `Des plages hors de ${pool}.` },
    fix: {
      en: "Write the addresses of your own offices or VPN.",
      fr: "Écrivez les adresses de vos bureaux ou de votre VPN.",
    },
  }),
});

export const townHallNotPublic = defineProblem<{ received: string }>({
  code: "town-hall-not-public",
  title: { en: "The addresses of a town hall are not public", fr: "Les adresses d'une mairie ne sont pas publiques" },
  example: { received: "192.168.1.0/24" },
  tell: ({ received }) => ({
    what: {
      en: `${received} only exists inside the town hall: from outside, its offices are seen under another address.`,
      fr: `${received} n'existe qu'à l'intérieur de la mairie : du dehors, ses bureaux sont vus sous une autre adresse.`,
    },
    accepted: {
      en: "The public address that the Internet provider of the town hall gave, and that does not change.",
      fr: "L'adresse publique donnée par le fournisseur d'accès de la mairie, et qui ne change pas.",
    },
    fix: {
      en: "Ask the provider for the fixed public address of the line, and write it such as `192.0.2.7/32`.",
      fr: "Demandez au fournisseur l'adresse publique fixe de la ligne, et écrivez-la comme `192.0.2.7/32`.",
    },
  }),
});

export const ledgerBusy = defineProblem<{ lock: string }>({
  code: "ledger-busy",
  title: { en: "The address ledger is being written", fr: "Le registre d'adresses est en cours d'écriture" },
  example: { lock: "config/.addresses.yaml.new" },
  tell: ({ lock }) => ({
    what: {
      en: `Another allocation is at work, or one was cut short: ${lock} exists. Nothing was written.`,
      fr: `Une autre attribution est en cours, ou une a été interrompue : ${lock} existe. Rien n'a été écrit.`,
    },
    fix: {
      en: `Wait for the other one; if there is none, remove the file:\nrm '${lock}'`,
      fr: `Attendez que l'autre finisse ; s'il n'y en a pas, supprimez le fichier :\nrm '${lock}'`,
    },
  }),
});

export const ledgerNotWritable = defineProblem<{ file: string; reason: string }>({
  code: "ledger-not-writable",
  title: { en: "The address ledger cannot be written", fr: "Le registre d'adresses ne peut pas être écrit" },
  example: { file: "config/addresses.yaml", reason: "EACCES" },
  tell: ({ file, reason }) => ({
    what: {
      en: `${file} cannot be written (${reason}). Nothing was changed.`,
      fr: `${file} ne peut pas être écrit (${reason}). Rien n'a été modifié.`,
    },
    fix: {
      en: "Give yourself the right to write in that folder, or free some space.",
      fr: "Donnez-vous le droit d'écrire dans ce dossier, ou libérez de la place.",
    },
  }),
});
