import { constantOf, sourceTextOf } from "../../plan/expression";
import { touches, valueAt } from "../../plan/paths";
import { type Attributes, type Change, UNKNOWN } from "../../plan/plan";
import { leakAt, leaksIn } from "../knowledge/leaks";
import { leakIn } from "../knowledge/secrets";
import { GDPR_32 } from "../knowledge/sources";
import { isLeftOut } from "../knowledge/values";
import { defineRule, type Judgement, ref } from "../rule";

const HOST = "openstack_compute_instance_v2";

/** What every process of a host can read, from its metadata service. */
const READ_BY_THE_HOST = ["user_data", "metadata", "personality"];

/** The provider keeps only the SHA-1 of user data: its text is known only where the configuration writes it. */
const DIGEST = /^[0-9a-f]{40}$/;

const host = { name: "host", flavor_id: "f", image_id: "i" };

export default defineRule({
  id: "SEC-001",
  severity: "error",
  title: {
    en: "No resource holds a secret in clear.",
    fr: "Aucune ressource ne contient de secret en clair.",
  },
  why: {
    en: "It stands in the repository, the plan and the state. User data and metadata can be read by every program of the host.",
    fr: "Il figure dans le dépôt, le plan et l'état. Les données d'amorçage (user data) et les métadonnées sont lisibles par tous les programmes de la machine.",
  },
  fix: {
    en: "Change the secret: it is known. Then let the host fetch it at its start (Barbican, Vault), or give it by a sensitive variable where only OpenStack reads it.",
    fr: "Changez le secret : il est connu. Ensuite, faites-le chercher par la machine à son démarrage (Barbican, Vault), ou donnez-le par une variable sensible là où seul OpenStack le lit.",
  },
  source: GDPR_32,
  resources: ["*"],

  check(resource, { change }) {
    const { user_data: _digest, ...others } = resource;
    const seen = leaksIn(others).filter(({ attribute = "" }) => !touches(change.sensitive, attribute));
    return [...seen, ...userData(resource, change), ...writtenInClear(change), ...handedToTheHost(resource, change)];
  },

  examples: {
    pass: [
      { name: "no user data", leavesOut: "user_data", type: HOST, after: host },
      {
        name: "user data without a secret",
        type: HOST,
        after: { ...host, user_data: "#cloud-config\nssh_pwauth: false\n" },
      },
      {
        name: "a secret that is fetched",
        type: HOST,
        after: { ...host, user_data: "#!/bin/sh\nDB_PASSWORD=$(vault kv get db)\n" },
      },
      {
        name: "a password from a sensitive variable, read by OpenStack alone",
        type: "openstack_db_user_v1",
        after: { instance_id: "d", name: "ged", password: "correct horse" },
        sensitive: ["password"],
      },
    ],
    fail: [
      {
        name: "a password in user data",
        type: HOST,
        after: { ...host, user_data: "#cloud-config\npassword: hunter2!\n" },
      },
      { name: "a token in metadata", type: HOST, after: { ...host, metadata: { "api-token": "0123456789" } } },
      {
        name: "a private key in an object",
        type: "openstack_objectstorage_object_v1",
        after: { container_name: "c", name: "k", content: "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbg==\n" },
      },
      { name: "a password written in the configuration", type: HOST, after: { ...host, admin_pass: "correct horse" } },
      {
        name: "metadata made of a sensitive value",
        type: HOST,
        after: { ...host, metadata: { db: "x" } },
        sensitive: ["metadata.db"],
      },
      {
        name: "a shared key of a VPN",
        type: "openstack_vpnaas_site_connection_v2",
        after: {
          ikepolicy_id: "i",
          ipsecpolicy_id: "p",
          peer_address: "a",
          peer_id: "a",
          vpnservice_id: "v",
          psk: "correct horse",
        },
      },
    ],
    unknown: [
      {
        name: "user data made of other resources",
        type: HOST,
        after: { ...host, user_data: ref("openstack_networking_secgroup_v2.web") },
        with: [{ type: "openstack_networking_secgroup_v2", name: "web", after: { name: "web" } }],
      },
      {
        name: "a long random text",
        type: HOST,
        after: { ...host, metadata: { note: "q9XzP2mV7tRbN4sLw8KdYh3GcFjA6eUo" } },
      },
    ],
  },
});

function userData({ user_data: kept }: Attributes, { written, sensitive }: Change): Judgement[] {
  if (isLeftOut(kept) || touches(sensitive, "user_data")) return [];
  const source = sourceTextOf(written?.user_data);
  const text = source ?? (typeof kept === "string" && !DIGEST.test(kept) ? kept : undefined);
  const leak = text === undefined ? undefined : leakIn(text);
  if (leak) return [leakAt("user_data", leak)];
  const whole = source === undefined ? text !== undefined : constantOf(written?.user_data) !== UNKNOWN;
  if (whole) return [];
  const detail = { en: "a part of it is known after apply", fr: "une partie n'est connue qu'après application" };
  const digest = { en: "only its digest is in the plan", fr: "seule son empreinte est dans le plan" };
  return [{ verdict: "unknown", attribute: "user_data", detail: kept === UNKNOWN ? detail : digest }];
}

/** What the provider calls sensitive, and the configuration writes as a constant. */
function writtenInClear({ written, sensitive }: Change): Judgement[] {
  if (written === undefined) return [];
  return sensitive.flatMap((path): Judgement[] => {
    const constant = constantOf(valueAt(written, path));
    if (typeof constant !== "string" || constant === "") return [];
    const detail = { en: "written in the configuration", fr: "écrit dans la configuration" };
    return [{ verdict: "fail", attribute: path, secret: true, detail }];
  });
}

/** A sensitive value is still in clear once the metadata service hands it out. */
function handedToTheHost(resource: Attributes, { type, sensitive }: Change): Judgement[] {
  if (type !== HOST) return [];
  return READ_BY_THE_HOST.filter((name) => !isLeftOut(resource[name]) && touches(sensitive, name)).map((attribute) => ({
    verdict: "fail",
    attribute,
    secret: true,
    detail: { en: "made of a sensitive value", fr: "fait d'une valeur sensible" },
  }));
}
