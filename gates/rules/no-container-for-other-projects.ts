import { UNKNOWN } from "../../plan/plan";
import { GDPR_32 } from "../knowledge/sources";
import { isLeftOut } from "../knowledge/values";
import { defineRule, type Judgement, type Verdict } from "../rule";

const policy = { projects: ["5f0c7c1e"] };

export default defineRule({
  id: "DATA-003",
  severity: "error",
  title: {
    en: "No container is open to another project than the town's.",
    fr: "Aucun conteneur n'est ouvert à un autre projet que celui de la commune.",
  },
  why: {
    en: "`*` lets in every customer of the target; another project is another town, or another company.",
    fr: "`*` laisse entrer tous les clients de la cible ; un autre projet, c'est une autre commune ou une autre entreprise.",
  },
  fix: {
    en: "Keep only entries of the town's own project: `project-id:user-id`.",
    fr: "Ne gardez que des entrées du projet de la commune : `id-du-projet:id-de-l-utilisateur`.",
  },
  source: GDPR_32,
  resources: ["openstack_objectstorage_container_v1"],

  check: (resource, { policy: { projects } }) =>
    ["container_read", "container_write"].map((attribute): Judgement => {
      const list = resource[attribute];
      if (list === UNKNOWN) return { verdict: "unknown", attribute };
      const verdicts = isLeftOut(list) ? [] : projectsIn(String(list)).map((one) => judgeProject(one, projects));
      const verdict = verdicts.includes("fail") ? "fail" : verdicts.includes("unknown") ? "unknown" : "pass";
      return { verdict, attribute };
    }),

  examples: {
    pass: [
      { name: "no list", leavesOut: "container_read", policy, after: { name: "documents" } },
      { name: "the town's own project", policy, after: { name: "documents", container_read: "5f0c7c1e:9a8b" } },
    ],
    fail: [
      { name: "every customer of the target", after: { name: "documents", container_read: "*:*" } },
      { name: "a user in any project", after: { name: "documents", container_write: "*:9a8b" } },
      { name: "another project", policy, after: { name: "documents", container_read: "5f0c7c1e:*,0badc0de:*" } },
    ],
    unknown: [
      { name: "a project, where the town's is not known", after: { name: "documents", container_read: "5f0c7c1e:*" } },
      { name: "known after apply", policy, after: { name: "documents", container_read: UNKNOWN } },
    ],
  },
});

/** Projects of a Swift access list; entries that start with a dot name no project. */
function projectsIn(list: string): string[] {
  return list
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "" && !entry.startsWith("."))
    .map((entry) => entry.split(":")[0]?.trim() ?? "");
}

function judgeProject(project: string, own: readonly string[] | undefined): Verdict {
  if (project === "*" || project === "") return "fail";
  if (own === undefined) return "unknown";
  return own.includes(project) ? "pass" : "fail";
}
