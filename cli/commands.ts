import type { CommandDefinition } from "./command";

const JSON_OPTION = {
  flags: "--json",
  summary: { en: "print JSON for machines", fr: "afficher du JSON, pour les machines" },
};

const STRICT_OPTION = {
  flags: "--strict",
  summary: {
    en: "refuse what the plan does not tell, too",
    fr: "refuser aussi ce que le plan ne dit pas",
  },
};

const WORK_OPTION = {
  flags: "--work <folder>",
  summary: {
    en: "where plans and local states go (default: .beffroi in the config folder)",
    fr: "où vont les plans et les états locaux (par défaut : .beffroi dans le dossier de configuration)",
  },
};

/** Every command, in the order of the help screen; its code is loaded when it runs, so that `--help` stays instant. */
export const COMMANDS: readonly CommandDefinition[] = [
  {
    name: "plan",
    args: "[towns...]",
    summary: {
      en: "plan towns with the real OpenTofu, judge the plan and price it",
      fr: "planifier des communes avec le vrai OpenTofu, juger le plan et le chiffrer",
    },
    options: [
      { flags: "--all", summary: { en: "every town of the config", fr: "toutes les communes de la configuration" } },
      WORK_OPTION,
      {
        flags: "--timings",
        summary: { en: "tell how long each step took", fr: "dire combien de temps a pris chaque étape" },
      },
      STRICT_OPTION,
      JSON_OPTION,
    ],
    run: async (context, [towns], { all, work, strict, timings }) =>
      (await import("./commands/plan")).run(context, {
        towns: towns as string[],
        all: all === true,
        strict: strict === true,
        timings: timings === true,
        ...(typeof work === "string" && { work }),
      }),
  },
  {
    name: "apply",
    args: "[towns...]",
    summary: {
      en: "apply kept plans: those that were judged, and nothing else",
      fr: "appliquer les plans conservés : ceux qui ont été jugés, et rien d'autre",
    },
    options: [
      {
        flags: "--all",
        summary: { en: "every town that has a kept plan", fr: "toutes les communes qui ont un plan conservé" },
      },
      {
        flags: "--yes",
        summary: {
          en: "ask nobody: somebody has approved the plans",
          fr: "ne rien demander : quelqu'un a approuvé les plans",
        },
      },
      WORK_OPTION,
      JSON_OPTION,
    ],
    run: async (context, [towns], { all, work, yes }) =>
      (await import("./commands/apply")).run(context, {
        towns: towns as string[],
        all: all === true,
        yes: yes === true,
        ...(typeof work === "string" && { work }),
      }),
  },
  {
    name: "destroy",
    args: "<town>",
    summary: {
      en: "show what the destruction of a town would take away, and destroy it once confirmed",
      fr: "montrer ce que la destruction d'une commune emporterait, et la détruire une fois confirmée",
    },
    options: [
      {
        flags: "--confirm <insee>",
        summary: { en: "the town's own INSEE code", fr: "le code INSEE de la commune" },
      },
      {
        flags: "--with-data",
        summary: {
          en: "also volumes and containers, for good",
          fr: "aussi les volumes et les conteneurs, pour de bon",
        },
      },
      WORK_OPTION,
      JSON_OPTION,
    ],
    run: async (context, [town], { confirm, withData, work }) =>
      (await import("./commands/destroy")).run(context, {
        town: town as string,
        withData: withData === true,
        ...(typeof confirm === "string" && { confirm }),
        ...(typeof work === "string" && { work }),
      }),
  },
  {
    name: "status",
    args: "[towns...]",
    summary: {
      en: "tell of each town its state, what last changed it, and the plan that waits; asks no cloud",
      fr: "dire pour chaque commune son état, ce qui l'a modifiée, et le plan qui attend ; sans aucun cloud",
    },
    options: [WORK_OPTION, JSON_OPTION],
    run: async (context, [towns], { work }) =>
      (await import("./commands/status")).run(context, {
        towns: towns as string[],
        ...(typeof work === "string" && { work }),
      }),
  },
  {
    name: "validate",
    summary: { en: "check the config, alone", fr: "vérifier la configuration, seule" },
    options: [JSON_OPTION],
    run: async (context) => (await import("./commands/validate")).run(context),
  },
  {
    name: "explain",
    args: "<town>",
    summary: {
      en: "show every value of a town, and the line that it comes from",
      fr: "montrer chaque valeur d'une commune, et la ligne d'où elle vient",
    },
    options: [JSON_OPTION],
    run: async (context, [town]) => (await import("./commands/explain")).run(context, { town: town as string }),
  },
  {
    name: "allocate",
    summary: {
      en: "give an address block to the towns that have none",
      fr: "donner un bloc d'adresses aux communes qui n'en ont pas",
    },
    options: [JSON_OPTION],
    run: async (context) => (await import("./commands/allocate")).run(context),
  },
  {
    name: "check",
    args: "<plan.json>",
    summary: {
      en: "judge any OpenTofu or Terraform plan (`-` reads it from standard input)",
      fr: "juger n'importe quel plan OpenTofu ou Terraform (`-` le lit sur l'entrée standard)",
    },
    options: [
      {
        flags: "--target <name>",
        summary: { en: "judge it by what this target lays down", fr: "le juger selon ce que cette cible impose" },
      },
      STRICT_OPTION,
      JSON_OPTION,
    ],
    run: async (context, [file], { target, strict }) =>
      (await import("./commands/check")).run(context, {
        file: file as string,
        strict: strict === true,
        ...(typeof target === "string" && { target }),
      }),
  },
  {
    name: "gates",
    args: "[explain] [rule]",
    summary: { en: "list the gates, or explain one", fr: "lister les contrôles, ou en expliquer un" },
    options: [JSON_OPTION],
    run: async (context, [verb, rule]) =>
      (await import("./commands/gates")).run(context, {
        ...(typeof verb === "string" && { verb }),
        ...(typeof rule === "string" && { rule }),
      }),
  },
  {
    name: "discover",
    args: "<target>",
    summary: {
      en: "write a target's facts from its live cloud, or compare them",
      fr: "relever ce qu'offre le cloud d'une cible, ou comparer avec le relevé",
    },
    options: [
      {
        flags: "--check",
        summary: {
          en: "compare only: exit code 1 when something differs",
          fr: "comparer seulement : code de retour 1 si quelque chose diffère",
        },
      },
      {
        flags: "--renew-images",
        summary: {
          en: "take the newest image of each name",
          fr: "prendre l'image la plus récente de chaque nom",
        },
      },
      JSON_OPTION,
    ],
    run: async (context, [target], { check, renewImages }) =>
      (await import("./commands/discover")).run(context, {
        target: target as string,
        check: check === true,
        renewImages: renewImages === true,
      }),
  },
  {
    name: "drift",
    args: "[towns...]",
    summary: {
      en: "find what was changed in the cloud without Beffroi (exit code 1: something was)",
      fr: "trouver ce qui a changé dans le cloud sans Beffroi (code de retour 1 : il y en a)",
    },
    options: [
      { flags: "--all", summary: { en: "every town of the config", fr: "toutes les communes de la configuration" } },
      WORK_OPTION,
      JSON_OPTION,
    ],
    run: async (context, [towns], { all, work }) =>
      (await import("./commands/drift")).run(context, {
        towns: towns as string[],
        all: all === true,
        ...(typeof work === "string" && { work }),
      }),
  },
  {
    name: "state",
    args: "<verb> [words...]",
    summary: {
      en: "states: list, orphans, backup, copies, restore, unlock, tofu, set-aside, show-key-id, new-key, rotate-key",
      fr: "états : list, orphans, backup, copies, restore, unlock, tofu, set-aside, show-key-id, new-key, rotate-key",
    },
    options: [
      { flags: "--all", summary: { en: "every town of the config", fr: "toutes les communes de la configuration" } },
      {
        flags: "--at <time>",
        summary: {
          en: "restore the last copy made then or before",
          fr: "restaurer la dernière copie faite alors ou avant",
        },
      },
      {
        flags: "--stack <name>",
        summary: { en: "which stack (default: hosting)", fr: "quelle pile (par défaut : hosting)" },
      },
      WORK_OPTION,
      JSON_OPTION,
    ],
    run: async (context, [verb, words], { all, at, stack, work }) =>
      (await import("./commands/state")).run(context, verb as string, {
        words: words as string[],
        all: all === true,
        stack: typeof stack === "string" ? stack : "hosting",
        ...(typeof at === "string" && { at }),
        ...(typeof work === "string" && { work }),
      }),
  },
  {
    name: "bootstrap",
    args: "<what> [towns...]",
    summary: {
      en: "make, once, the place of the states, and attack it before it is trusted",
      fr: "créer, une fois, l'endroit des états, et l'attaquer avant de s'y fier",
    },
    options: [
      {
        flags: "--check",
        summary: {
          en: "make nothing: attack what is there, harmlessly",
          fr: "ne rien créer : attaquer ce qui existe, sans dégât",
        },
      },
      {
        flags: "--out <file>",
        summary: { en: "new file to hand the passwords over in", fr: "nouveau fichier où remettre les mots de passe" },
      },
      {
        flags: "--renew",
        summary: { en: "new passwords for every role", fr: "de nouveaux mots de passe pour tous les rôles" },
      },
      WORK_OPTION,
      JSON_OPTION,
    ],
    run: async (context, [what, towns], { check, out, renew, work }) =>
      (await import("./commands/bootstrap")).run(context, {
        what: what as string,
        towns: towns as string[],
        check: check === true,
        renew: renew === true,
        ...(typeof out === "string" && { out }),
        ...(typeof work === "string" && { work }),
      }),
  },
  {
    name: "toolchain",
    summary: {
      en: "say which OpenTofu and provider are used; set up what is missing",
      fr: "dire quels OpenTofu et provider servent ; installer ce qui manque",
    },
    options: [JSON_OPTION],
    run: async (context) => (await import("./commands/toolchain")).run(context),
  },
];
