import { leaksIn } from "../knowledge/leaks";
import { defineRule } from "../rule";

export default defineRule({
  id: "SEC-003",
  severity: "error",
  title: {
    en: "No provider block holds a secret.",
    fr: "Aucun bloc provider ne contient de secret.",
  },
  why: {
    en: "The credential that can destroy everything would stand in the repository and in every plan.",
    fr: "L'identifiant qui peut tout détruire figurerait dans le dépôt et dans chaque plan.",
  },
  fix: {
    en: "Change the secret: it is known. Then give it by the environment (`OS_...`) or by `clouds.yaml`.",
    fr: "Changez le secret : il est connu. Ensuite, donnez-le par l'environnement (`OS_...`) ou par `clouds.yaml`.",
  },
  resources: ["provider"],

  check: (provider) => leaksIn(provider),

  examples: {
    pass: [
      { name: "no secret", leavesOut: "password", after: { auth_url: "https://keystone.example/v3", user_name: "ci" } },
    ],
    fail: [
      {
        name: "a password",
        after: { auth_url: "https://keystone.example/v3", user_name: "ci", password: "correct horse" },
      },
      {
        name: "the secret of a credential",
        after: { auth_url: "https://k.example/v3", application_credential_secret: "0123456789" },
      },
    ],
    unknown: [
      {
        name: "a long random text",
        after: { auth_url: "https://k.example/v3", user_id: "q9XzP2mV7tRbN4sLw8KdYh3GcFjA6eUo" },
      },
    ],
  },
});
