import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { backupState } from "../../engine/state/backup";
import { bootstrapS3 } from "../../engine/state/bootstrap/s3";
import { openEnvelope } from "../../engine/state/envelope";
import { listStates } from "../../engine/state/inventory";
import type { S3Place } from "../../engine/state/place";
import { runProbes } from "../../engine/state/probes/probe";
import { s3Probes } from "../../engine/state/probes/s3";
import { restoreState } from "../../engine/state/restore";
import { rotateKey } from "../../engine/state/rotate";
import { S3Client } from "../../engine/state/s3/client";
import { objectOf, PROBE } from "../../engine/state/s3/names";
import { Workbench } from "../../engine/state/workbench";
import { AJACCIO, Bench, codesOf, problemsOf, ROCHEFORT } from "../engine/state/bench";
import { Ceph } from "./kit/ceph";

jest.setTimeout(300_000);

let ceph: Ceph;
let bench: Bench;
let place: S3Place;
const environment = { ...process.env };

beforeAll(async () => {
  ceph = await Ceph.start();
  bench = await new Bench().open();
  process.env.AWS_ACCESS_KEY_ID = Ceph.accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = Ceph.secretAccessKey;
  place = { kind: "s3", endpoint: ceph.endpoint, region: "us-east-1", bucket: "etats", history: "historique" };
  bench.place = place;
});
afterAll(async () => {
  process.env = environment;
  await ceph?.remove();
  bench?.close();
});

const probe = async () => {
  const states = bench.states(bench.key("probe"));
  const state = await states.of(PROBE);
  try {
    const { toolchain, work } = bench;
    return await runProbes(s3Probes({ place, toolchain, work, state }), () => {});
  } finally {
    state.close();
  }
};

const objects = async () => new S3Client(place, process.env).list(place.bucket, "");

describe("beffroi bootstrap state, on S3", () => {
  it("makes the buckets once", async () => {
    expect(await bootstrapS3(place, process.env)).toEqual(["etats", "historique"]);
    expect(await bootstrapS3(place, process.env)).toEqual([]);
  });

  it("says when the credential is refused", async () => {
    const wrong = { ...process.env, AWS_SECRET_ACCESS_KEY: "wrong" };
    const [problem] = await problemsOf(bootstrapS3(place, wrong));
    expect(problem).toMatchObject({ code: "state-store-refused" });
    expect(problem?.what.en).toContain("SignatureDoesNotMatch");
  });

  it("accepts a bucket that its probes cannot break, and leaves nothing in it", async () => {
    expect((await probe()).filter(({ found }) => found !== undefined)).toEqual([]);
    expect(await objects()).toEqual([]);
  });

  it("refuses a bucket with versions, where Ceph lets every writer in", async () => {
    const versions = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
    const before = place;
    place = { ...place, bucket: "versions" };
    bench.place = place;
    await bootstrapS3(place, process.env);
    const body = Buffer.from(versions);
    await new S3Client(place, process.env).must("PUT", { bucket: "versions", query: { versioning: "" }, body });
    const results = await probe();
    place = before;
    bench.place = before;
    const found = Object.fromEntries(results.map(({ title, found }) => [title.en.split(/[ ,:]/)[0], found]));
    expect(found).toMatchObject({
      the: "versioning is enabled",
      "8": expect.stringMatching(/round 0: [2-8] writers of 8 succeeded/),
      eight: expect.stringMatching(/[2-8] writers were inside at once/),
    });
  });

  it("refuses a bucket that is open to all", async () => {
    const before = place;
    place = { ...place, bucket: "ouvert" };
    bench.place = place;
    await bootstrapS3(place, process.env);
    const policy = {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: "*",
          Action: ["s3:GetObject", "s3:ListBucket"],
          Resource: ["arn:aws:s3:::ouvert", "arn:aws:s3:::ouvert/*"],
        },
      ],
    };
    const body = Buffer.from(JSON.stringify(policy));
    await new S3Client(place, process.env).must("PUT", { bucket: "ouvert", query: { policy: "" }, body });
    const results = await probe();
    place = before;
    bench.place = before;
    expect(results.at(-1)?.found).toMatch(/without a credential read it.*list it/);
  });
});

describe("a state in S3", () => {
  it("is encrypted there, and read back", async () => {
    const states = bench.states(bench.key("a"));
    await bench.apply(states, ROCHEFORT, "mot-secret");
    const raw = (await (await states.store()).read(ROCHEFORT)) as Buffer;
    expect(raw.toString()).not.toContain("mot-secret");
    expect(openEnvelope(raw)).toMatchObject({ kind: "encrypted", key: ROCHEFORT });
    expect(await bench.read(states, ROCHEFORT)).toBe("mot-secret");
    expect(await objects()).toEqual([objectOf(ROCHEFORT)]);
  });

  it("is written by a plan that was made before, through another folder", async () => {
    const states = bench.states(bench.key("a"));
    const file = join(bench.folder, "p");
    await bench.tofu(states, AJACCIO, ["plan", "-input=false", `-out=${file}`], "prévu");
    await bench.tofu(states, AJACCIO, ["apply", "-input=false", file]);
    expect(await bench.read(states, AJACCIO)).toBe("prévu");
    await (await states.store()).remove(AJACCIO);
    await states.close();
  });

  it("is locked while another run works on it, and says how to take the lock of a dead one away", async () => {
    const states = bench.states(bench.key("b"));
    await bench.apply(states, AJACCIO, "un");
    const slow = bench.holdLock(states, AJACCIO);
    await slow.held;
    const [problem] = await problemsOf(bench.apply(states, AJACCIO, "deux"));
    await slow.kill();
    await slow.ended.catch(() => undefined);
    expect(problem).toMatchObject({ code: "state-locked" });
    const id = /unlock 2A004\/hosting ([0-9a-f-]{36})/.exec(problem?.fix.en ?? "")?.[1] as string;
    expect(await codesOf(bench.apply(states, AJACCIO, "deux"))).toEqual(["state-locked"]);
    const state = await states.of(AJACCIO);
    const { toolchain, work } = bench;
    await Workbench.with({ toolchain, work, place, state }, (bench) => bench.unlock(id));
    state.close();
    await bench.apply(states, AJACCIO, "deux");
    expect(await bench.read(states, AJACCIO)).toBe("deux");
  });

  it("is copied to the other bucket, rotated, damaged and restored", async () => {
    const [old, key] = [bench.key("old"), bench.key("new")];
    const client = new S3Client(place, process.env);
    await client.must("DELETE", { bucket: place.bucket, key: objectOf(AJACCIO) });
    const before = bench.states(old);
    await bench.apply(before, AJACCIO, "un");
    await backupState(await before.store(), AJACCIO);
    const both = bench.states(key, old);
    expect(await rotateKey(bench.request(both, AJACCIO))).toBe("rotated");
    expect(await bench.read(bench.states(key), AJACCIO)).toBe("un");
    await client.must("PUT", { bucket: place.bucket, key: objectOf(AJACCIO), body: Buffer.from('{"serial":') });
    expect(await codesOf(bench.apply(both, AJACCIO, "deux"))).toEqual(["state-damaged"]);
    await restoreState(bench.request(both, AJACCIO));
    expect(await bench.read(bench.states(key), AJACCIO)).toBe("un");
    const copies = await (await both.store()).copies(AJACCIO);
    expect(copies.map(({ why }) => why)).toEqual(["apply", "unreadable"]);
    expect(await client.list(place.history, "history/2A004/hosting/")).toHaveLength(2);
  });

  it("is listed with all others", async () => {
    const states = bench.states(bench.key("a"));
    const listed = await listStates(await states.store(), new Set(["17299"]));
    expect(listed.map(({ owner, stack, orphan }) => ({ owner, stack, orphan }))).toEqual([
      { ...ROCHEFORT, orphan: false },
      { ...AJACCIO, orphan: true },
    ]);
  });
});
