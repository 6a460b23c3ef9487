import { UNKNOWN } from "../../plan/plan";
import { blocksOf } from "../knowledge/values";
import { defineRule, type Judgement } from "../rule";

const rule = (path: string) => ({ name: "ci", access_rules: [{ method: "GET", path, service: "compute" }] });

export default defineRule({
  id: "IAM-005",
  severity: "error",
  title: {
    en: "An application credential says which requests it may make.",
    fr: "Un identifiant d'application dit quelles requêtes il peut faire.",
  },
  why: {
    en: "Without access rules it may do all that its owner may: delete volumes, where it was made to upload backups.",
    fr: "Sans règles d'accès il peut tout ce que peut son propriétaire : supprimer des volumes, alors qu'il devait déposer des sauvegardes.",
  },
  fix: {
    en: "Add `access_rules`: service, method, path. A path of `/**` alone restricts nothing.",
    fr: "Ajoutez des `access_rules` : service, méthode, chemin. Un chemin `/**` seul ne restreint rien.",
  },
  resources: ["openstack_identity_application_credential_v3"],

  check({ access_rules: rules }) {
    const blocks = blocksOf(rules);
    if (blocks === UNKNOWN) return { verdict: "unknown", attribute: "access_rules" };
    if (blocks.length === 0) return { verdict: "fail", attribute: "access_rules" };
    return blocks.map(({ path }, index): Judgement => {
      const attribute = `access_rules.${index}.path`;
      if (path === UNKNOWN) return { verdict: "unknown", attribute };
      return { verdict: /^\/?\**$/.test(String(path)) ? "fail" : "pass", attribute };
    });
  },

  examples: {
    pass: [{ name: "one request", after: rule("/v2.1/servers/*") }],
    fail: [
      { name: "no rule", leavesOut: "access_rules", after: { name: "ci" } },
      { name: "every path", after: rule("/**") },
    ],
    unknown: [
      {
        name: "a path known after apply",
        after: { name: "ci", access_rules: [{ method: "GET", path: UNKNOWN, service: "compute" }] },
      },
    ],
  },
});
