import { defineProblem } from "../problem";

/** Why a kept plan is not applied: one problem for each thing that is not as it was when the plan was judged. */

const again = (insee: string) => ({
  en: `Plan again, and look at the new plan:\n./beffroi plan ${insee}`,
  fr: `Refaites le plan, et regardez le nouveau :\n./beffroi plan ${insee}`,
});

export const noKeptPlan = defineProblem<{ town: string; insee: string; folder: string }>({
  code: "apply-no-plan",
  title: { en: "There is no plan to apply", fr: "Il n'y a pas de plan à appliquer" },
  example: { town: "Rochefort", insee: "17299", folder: "config/.beffroi/plans/17299/hosting" },
  tell: ({ town, insee, folder }) => ({
    what: {
      en: `${town}: no plan is kept in ${folder}. One that was applied is used up.`,
      fr: `${town} : aucun plan n'est conservé dans ${folder}. Un plan déjà appliqué ne sert plus.`,
    },
    fix: { en: `Make one:\n./beffroi plan ${insee}`, fr: `Faites-en un :\n./beffroi plan ${insee}` },
  }),
});

export const nothingKept = defineProblem<{ folder: string }>({
  code: "apply-nothing-kept",
  title: { en: "No town has a plan to apply", fr: "Aucune commune n'a de plan à appliquer" },
  example: { folder: "config/.beffroi/plans" },
  tell: ({ folder }) => ({
    what: { en: `${folder} holds no plan.`, fr: `${folder} ne contient aucun plan.` },
    fix: { en: "Make them:\n./beffroi plan --all", fr: "Faites-les :\n./beffroi plan --all" },
  }),
});

export const sealUnreadable = defineProblem<{ town: string; insee: string; file: string }>({
  code: "apply-seal-unreadable",
  title: { en: "The seal of a plan cannot be read", fr: "Le sceau d'un plan est illisible" },
  example: { town: "Rochefort", insee: "17299", file: "artefact.json" },
  tell: ({ town, insee, file }) => ({
    what: {
      en: `${town}: ${file} of the kept plan is missing, or is not what Beffroi wrote.`,
      fr: `${town} : ${file} du plan conservé manque, ou n'est pas ce que Beffroi a écrit.`,
    },
    fix: again(insee),
  }),
});

export const planFileChanged = defineProblem<{ town: string; insee: string; file: string }>({
  code: "apply-file-changed",
  title: {
    en: "A file of a plan is not the one that was judged",
    fr: "Un fichier d'un plan n'est pas celui qui a été jugé",
  },
  example: { town: "Rochefort", insee: "17299", file: "plan.tfplan" },
  tell: ({ town, insee, file }) => ({
    what: {
      en: `${town}: ${file} has changed since the plan was made.`,
      fr: `${town} : ${file} a changé depuis que le plan a été fait.`,
    },
    fix: again(insee),
  }),
});

export const planOfAnother = defineProblem<{ town: string; insee: string; received: string }>({
  code: "apply-plan-of-another",
  title: {
    en: "A plan stands in the place of another town's",
    fr: "Un plan est à la place de celui d'une autre commune",
  },
  example: { town: "Rochefort", insee: "17299", received: "17300/hosting" },
  tell: ({ town, insee, received }) => ({
    what: {
      en: `${town}: the kept plan is that of ${received}.`,
      fr: `${town} : le plan conservé est celui de ${received}.`,
    },
    fix: again(insee),
  }),
});

export const planRefused = defineProblem<{ town: string; insee: string; rules: readonly string[] }>({
  code: "apply-plan-refused",
  title: { en: "The gates refused the plan", fr: "Les contrôles ont refusé le plan" },
  example: { town: "Rochefort", insee: "17299", rules: ["NET-001"] },
  tell: ({ town, insee, rules }) => ({
    what: {
      en: `${town}: the gates refused this plan${rules.length > 0 ? ` (${rules.join(", ")})` : ""}.`,
      fr: `${town} : les contrôles ont refusé ce plan${rules.length > 0 ? ` (${rules.join(", ")})` : ""}.`,
    },
    fix: {
      en: `Mend what they say, then plan again:\n./beffroi plan ${insee}`,
      fr: `Corrigez ce qu'ils disent, puis refaites le plan :\n./beffroi plan ${insee}`,
    },
  }),
});

export const configChanged = defineProblem<{ town: string; insee: string }>({
  code: "apply-config-changed",
  title: { en: "The config has changed since the plan", fr: "La configuration a changé depuis le plan" },
  example: { town: "Rochefort", insee: "17299" },
  tell: ({ town, insee }) => ({
    what: {
      en: `${town}: what the config and the facts say of it is no longer what was planned.`,
      fr: `${town} : ce qu'en disent la configuration et le relevé du cloud n'est plus ce qui a été planifié.`,
    },
    fix: again(insee),
  }),
});

export const policyChanged = defineProblem<{ town: string; insee: string; target: string }>({
  code: "apply-policy-changed",
  title: {
    en: "What the target lays down, or its prices, have changed since the plan",
    fr: "Ce qu'impose la cible, ou ses prix, ont changé depuis le plan",
  },
  example: { town: "Rochefort", insee: "17299", target: "dc-aunis" },
  tell: ({ town, insee, target }) => ({
    what: {
      en: `${town}: what ${target} lays down, or its price list, is no longer what the plan was judged and priced by.`,
      fr: `${town} : ce qu'impose ${target}, ou son tarif, n'est plus ce qui a servi à juger et à chiffrer le plan.`,
    },
    fix: again(insee),
  }),
});

export const toolChanged = defineProblem<{
  town: string;
  insee: string;
  tool: string;
  planned: string;
  present: string;
}>({
  code: "apply-tool-changed",
  title: { en: "A program is not the one that planned", fr: "Un programme n'est pas celui qui a planifié" },
  example: { town: "Rochefort", insee: "17299", tool: "OpenTofu", planned: "1.12.6", present: "1.12.7" },
  tell: ({ town, insee, tool, planned, present }) => ({
    what:
      planned === present
        ? {
            en: `${town}: ${tool} ${present} is another program than the one of the same version that planned.`,
            fr: `${town} : ${tool} ${present} est un autre programme que celui, de même version, qui a planifié.`,
          }
        : {
            en: `${town}: planned with ${tool} ${planned}; here is ${present}.`,
            fr: `${town} : planifié avec ${tool} ${planned} ; ici c'est ${present}.`,
          },
    fix: again(insee),
  }),
});

export const stackChanged = defineProblem<{ town: string; insee: string }>({
  code: "apply-stack-changed",
  title: {
    en: "The same config now makes another stack, or the state is kept elsewhere",
    fr: "La même configuration donne une autre pile, ou l'état est conservé ailleurs",
  },
  example: { town: "Rochefort", insee: "17299" },
  tell: ({ town, insee }) => ({
    what: {
      en: `${town}: the config is the same, and what the kit makes of it is not: the kit, or \`state:\` in syndicate.yaml, has changed.`,
      fr: `${town} : la configuration est la même, mais pas ce qu'en fait le kit : le kit, ou \`state:\` dans syndicate.yaml, a changé.`,
    },
    fix: again(insee),
  }),
});
