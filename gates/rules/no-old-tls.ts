import { UNKNOWN } from "../../plan/plan";
import { isLeftOut, textsOf } from "../knowledge/values";
import { defineRule } from "../rule";

const OLD = new Set(["SSLv3", "TLSv1", "TLSv1.1"]);
const https = { loadbalancer_id: "lb", protocol: "TERMINATED_HTTPS", protocol_port: 443 };

export default defineRule({
  id: "NET-016",
  severity: "error",
  title: {
    en: "No load balancer speaks TLS below 1.2.",
    fr: "Aucun répartiteur ne parle TLS en dessous de 1.2.",
  },
  why: {
    en: "Older versions are broken: who listens on the way can read or change what the inhabitants send.",
    fr: "Les versions antérieures sont cassées : qui écoute en chemin peut lire ou changer ce que les habitants envoient.",
  },
  fix: {
    en: 'Set `tls_versions = ["TLSv1.2", "TLSv1.3"]`: left out, the target decides.',
    fr: 'Écrivez `tls_versions = ["TLSv1.2", "TLSv1.3"]` : sans cela, la cible décide.',
  },
  resources: ["openstack_lb_listener_v2", "openstack_lb_pool_v2"],

  check({ protocol, tls_enabled: enabled, tls_versions: versions }) {
    if (protocol !== UNKNOWN && protocol !== "TERMINATED_HTTPS" && enabled !== true) return "pass";
    const texts = textsOf(versions);
    if (texts === UNKNOWN || isLeftOut(versions)) return { verdict: "unknown", attribute: "tls_versions" };
    return { verdict: texts.some((one) => OLD.has(one)) ? "fail" : "pass", attribute: "tls_versions" };
  },

  examples: {
    pass: [
      { name: "1.2 and 1.3", after: { ...https, tls_versions: ["TLSv1.2", "TLSv1.3"] } },
      { name: "TLS goes through to the hosts", after: { ...https, protocol: "TCP" } },
    ],
    fail: [{ name: "1.1 as well", after: { ...https, tls_versions: ["TLSv1.1", "TLSv1.2"] } }],
    unknown: [{ name: "the target decides", leavesOut: "tls_versions", after: https }],
  },
});
