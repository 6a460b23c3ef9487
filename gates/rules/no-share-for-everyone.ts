import { UNKNOWN } from "../../plan/plan";
import { reachOf } from "../knowledge/ranges";
import { GDPR_32 } from "../knowledge/sources";
import { defineRule } from "../rule";

const ACCESS = "openstack_sharedfilesystem_share_access_v2";
const share = { name: "ged", share_proto: "NFS", size: 10 };
const access = { share_id: "s", access_type: "ip", access_level: "rw" };

export default defineRule({
  id: "DATA-007",
  severity: "error",
  title: {
    en: "No file share is open to everyone.",
    fr: "Aucun partage de fichiers n'est ouvert à tous.",
  },
  why: {
    en: "NFS asks for no password: whoever has an address in the range reads and writes everything.",
    fr: "NFS ne demande aucun mot de passe : qui a une adresse dans la plage lit et écrit tout.",
  },
  fix: {
    en: "Give access to the addresses of the hosts that mount it, and remove `is_public`.",
    fr: "Donnez l'accès aux adresses des machines qui le montent, et retirez `is_public`.",
  },
  source: GDPR_32,
  resources: [ACCESS, "openstack_sharedfilesystem_share_v2"],

  check(resource, { change }) {
    if (change.type !== ACCESS) {
      const verdict = resource.is_public === UNKNOWN ? "unknown" : resource.is_public === true ? "fail" : "pass";
      return { verdict, attribute: "is_public" };
    }
    const { access_type: kind, access_to: to } = resource;
    if (to === UNKNOWN || kind === UNKNOWN) return { verdict: "unknown", attribute: "access_to" };
    if (kind !== "ip") return { verdict: to === "*" ? "fail" : "pass", attribute: "access_to" };
    const verdict = ({ everyone: "fail", some: "pass", unknown: "unknown" } as const)[reachOf(String(to))];
    return { verdict, attribute: "access_to" };
  },

  examples: {
    pass: [
      { name: "one host", after: { ...access, access_to: "10.20.0.5" } },
      {
        name: "nothing is said: not public",
        leavesOut: "is_public",
        type: "openstack_sharedfilesystem_share_v2",
        after: share,
      },
    ],
    fail: [
      { name: "every address", after: { ...access, access_to: "0.0.0.0/0" } },
      { name: "a public share", type: "openstack_sharedfilesystem_share_v2", after: { ...share, is_public: true } },
    ],
    unknown: [{ name: "known after apply", after: { ...access, access_to: UNKNOWN } }],
  },
});
