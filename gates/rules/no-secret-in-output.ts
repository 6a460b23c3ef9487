import { UNKNOWN } from "../../plan/plan";
import { leaksIn } from "../knowledge/leaks";
import { isSecretName } from "../knowledge/secret-names";
import { isPlainValue } from "../knowledge/secrets";
import { GDPR_32 } from "../knowledge/sources";
import { defineRule } from "../rule";

export default defineRule({
  id: "SEC-002",
  severity: "error",
  title: {
    en: "No output shows a secret.",
    fr: "Aucune sortie ne montre de secret.",
  },
  why: {
    en: "Outputs are printed at the end of each run, in the logs of the CI, and read by other stacks.",
    fr: "Les sorties s'affichent à la fin de chaque exécution, dans les journaux de la CI, et sont lues par d'autres piles.",
  },
  fix: {
    en: "Remove the output; if another stack needs it, mark it `sensitive = true`.",
    fr: "Retirez la sortie ; si une autre pile en a besoin, marquez-la `sensitive = true`.",
  },
  source: GDPR_32,
  resources: ["output"],

  check({ sensitive, value }, { change }) {
    if (sensitive === true) return "pass";
    const named = isSecretName(change.address);
    if (named && value === UNKNOWN) return { verdict: "unknown", attribute: "value", secret: true };
    if (named && typeof value === "string" && isPlainValue(value))
      return { verdict: "fail", attribute: "value", secret: true };
    return leaksIn({ value });
  },

  examples: {
    pass: [
      { name: "an address", type: "output", after: { value: "203.0.113.10" } },
      {
        name: "a secret that is marked",
        type: "output",
        after: { value: "postgres://ged:hunter22@db/ged", sensitive: true },
      },
    ],
    fail: [
      {
        name: "a password in an address",
        leavesOut: "sensitive",
        type: "output",
        after: { value: "postgres://ged:hunter22@db/ged" },
      },
      { name: "a password in a map", type: "output", after: { value: { db: { password: "correct horse" } } } },
    ],
    unknown: [{ name: "a long random text", type: "output", after: { value: "q9XzP2mV7tRbN4sLw8KdYh3GcFjA6eUo" } }],
  },
});
