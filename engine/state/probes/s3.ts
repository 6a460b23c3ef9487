import { randomUUID } from "node:crypto";
import type { S3Place } from "../place";
import { S3Client } from "../s3/client";
import { objectOf, PROBE } from "../s3/names";
import type { Probe } from "./probe";
import { type RaceOptions, raceForLock } from "./race";

export interface S3ProbeOptions extends RaceOptions {
  readonly place: S3Place;
}

/** Clients of the raw race, and its rounds: a store that lets two in once in ten rounds is found out. */
const [CLIENTS, ROUNDS] = [8, 20];

/** S3's answers to a conditional write that loses. */
const LOST = [409, 412];

/** Attacks on an S3 store. Every object that they make is one of their own, and is taken away. */
export function s3Probes(options: S3ProbeOptions): Probe[] {
  const { place } = options;
  const client = new S3Client(place, process.env);
  const { bucket } = place;
  const own = { bucket, key: `probe/${randomUUID()}` };
  return [
    {
      title: { en: "the bucket of the states has no versions", fr: "le bac des états n'a pas de versions" },
      run: async () => {
        const xml = (await client.must("GET", { bucket, query: { versioning: "" } })).toString();
        return /<Status>Enabled<\/Status>/.test(xml) ? "versioning is enabled" : undefined;
      },
    },
    {
      title: {
        en: "what was written is read, listed and deleted at once",
        fr: "ce qui est écrit est lu, listé et supprimé aussitôt",
      },
      run: () => readsItsWrites(client, own),
    },
    {
      title: {
        en: `${CLIENTS} conditional writes of one object, ${ROUNDS} times: one alone succeeds`,
        fr: `${CLIENTS} écritures conditionnelles d'un objet, ${ROUNDS} fois : une seule réussit`,
      },
      run: () => raceOfWrites(client, own),
    },
    {
      title: { en: "eight writers, one lock: one alone gets in", fr: "huit écrivains, un verrou : un seul entre" },
      run: async () => {
        const clear = () => client.send("DELETE", { bucket, key: objectOf(PROBE) });
        await clear();
        return raceForLock(options).finally(clear);
      },
    },
    {
      title: { en: "nobody gets in without a credential", fr: "personne n'entre sans identifiant" },
      run: () => anonymous(client, own),
    },
  ];
}

type Target = { readonly bucket: string; readonly key: string };

async function readsItsWrites(client: S3Client, target: Target): Promise<string | undefined> {
  for (let round = 0; round < 10; round++) {
    const body = Buffer.from(`round ${round}`);
    await client.must("PUT", { ...target, body });
    const read = await client.must("GET", target);
    if (!read.equals(body)) return `round ${round}: an older object was read`;
    if (!(await client.list(target.bucket, target.key)).includes(target.key))
      return `round ${round}: it was not listed`;
    await client.must("DELETE", target);
    const { status } = await client.send("GET", target);
    if (status !== 404) return `round ${round}: it was read after its deletion (${status})`;
  }
  return undefined;
}

async function raceOfWrites(client: S3Client, target: Target): Promise<string | undefined> {
  for (let round = 0; round < ROUNDS; round++) {
    const put = (writer: number) =>
      client.send("PUT", { ...target, headers: { "if-none-match": "*" }, body: Buffer.from(String(writer)) });
    const answers = await Promise.all(Array.from({ length: CLIENTS }, (_, writer) => put(writer)));
    await client.send("DELETE", target);
    const won = answers.filter(({ status }) => status === 200).length;
    const strange = answers.find(({ status }) => status !== 200 && !LOST.includes(status));
    if (strange) return `round ${round}: ${strange.status} ${strange.code} in answer to If-None-Match`;
    if (won !== 1) return `round ${round}: ${won} writers of ${CLIENTS} succeeded`;
  }
  return undefined;
}

async function anonymous(client: S3Client, target: Target): Promise<string | undefined> {
  await client.must("PUT", { ...target, body: Buffer.from("probe") });
  const url = `${client.place.endpoint.replace(/\/$/, "")}/${target.bucket}`;
  const tries: [string, () => Promise<Response>][] = [
    ["read", () => fetch(`${url}/${target.key}`)],
    ["list", () => fetch(`${url}?list-type=2`)],
    ["wrote", () => fetch(`${url}/${target.key}`, { method: "PUT", body: "intruder" })],
    ["deleted", () => fetch(`${url}/${target.key}`, { method: "DELETE" })],
  ];
  const found: string[] = [];
  for (const [what, send] of tries) {
    const { ok, status } = await send();
    if (ok) found.push(`somebody without a credential ${what} it (${status})`);
  }
  await client.send("DELETE", target);
  return found.length > 0 ? found.join("; ") : undefined;
}
