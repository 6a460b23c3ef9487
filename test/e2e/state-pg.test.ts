import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { backupState } from "../../engine/state/backup";
import { bootstrapPg } from "../../engine/state/bootstrap/pg";
import { openEnvelope } from "../../engine/state/envelope";
import { listStates } from "../../engine/state/inventory";
import { PROBE } from "../../engine/state/pg/names";
import type { PgPlace } from "../../engine/state/place";
import { pgProbes } from "../../engine/state/probes/pg";
import { refuseFailed, runProbes } from "../../engine/state/probes/probe";
import { restoreState } from "../../engine/state/restore";
import { rotateKey } from "../../engine/state/rotate";
import { AJACCIO, Bench, codesOf, problemsOf, ROCHEFORT } from "../engine/state/bench";
import { PostgreSql } from "./kit/postgresql";

jest.setTimeout(180_000);

let server: PostgreSql;
let bench: Bench;
let place: PgPlace;
let handed: string;
const environment = { ...process.env };

const stacks = [ROCHEFORT, AJACCIO];
const asAdministrator = async <T>(work: () => Promise<T>): Promise<T> => {
  process.env.PGPASSWORD = PostgreSql.password;
  return work().finally(() => delete process.env.PGPASSWORD);
};
const bootstrap = (more: { out?: string; renew?: boolean } = {}) =>
  asAdministrator(() => bootstrapPg({ place, stacks, administrator: "postgres", ...more }));

beforeAll(async () => {
  for (const name of Object.keys(process.env)) if (/^PG/.test(name)) delete process.env[name];
  server = await PostgreSql.start();
  bench = await new Bench().open();
  place = { kind: "pg", host: "127.0.0.1", port: server.port, database: "beffroi", tls: "disable" };
  bench.place = place;
  handed = join(bench.folder, "etats.pgpass");
});
afterAll(() => {
  process.env = environment;
  server?.remove();
  bench?.close();
});

const raw = (schema: string) => server.sql("beffroi", `select data from "${schema}".states where name = 'default'`);

describe("beffroi bootstrap state, on PostgreSQL", () => {
  it("makes nothing when the passwords have nowhere to go", async () => {
    expect(await codesOf(bootstrap())).toEqual(["bootstrap-out-missing"]);
    expect(server.sql("postgres", "select count(*) from pg_roles where rolname like 'beffroi%'")).toBe("0");
  });

  it("hands the passwords over once, in a file closed to others, and never to the server", async () => {
    const made = await bootstrap({ out: handed });
    expect(made.map(({ role }) => role)).toEqual([
      "beffroi_reader",
      "beffroi_17299_hosting",
      "beffroi_2a004_hosting",
      "beffroi_probe_lock",
    ]);
    expect(statSync(handed).mode & 0o777).toBe(0o600);
    const lines = readFileSync(handed, "utf8").trim().split("\n");
    expect(lines).toEqual(made.map(({ role, password }) => `127.0.0.1:${server.port}:beffroi:${role}:${password}`));
    const log = readFileSync(server.log, "utf8");
    expect(log).toContain('alter role "beffroi_reader" password');
    for (const { password } of made) expect(log).not.toContain(password);
    process.env.PGPASSFILE = handed;
  });

  it("does nothing the second time, and keeps the passwords", async () => {
    expect(await bootstrap()).toEqual([]);
    expect(
      await bench
        .states(bench.key("x"))
        .store()
        .then((store) => store.read(ROCHEFORT)),
    ).toBeUndefined();
  });

  it("writes over no file", async () => {
    const before = readFileSync(handed, "utf8");
    expect(await codesOf(bootstrap({ out: handed, renew: true }))).toEqual(["bootstrap-out-refused"]);
    expect(readFileSync(handed, "utf8")).toBe(before);
  });

  it("renews every password when asked, and the old ones open nothing", async () => {
    const out = join(bench.folder, "nouveaux.pgpass");
    expect(await bootstrap({ out, renew: true })).toHaveLength(4);
    const store = await bench.states(bench.key("x")).store();
    const [problem] = await problemsOf(store.read(ROCHEFORT));
    expect(problem).toMatchObject({ code: "state-store-refused" });
    expect(problem?.what.en).toContain("beffroi_17299_hosting");
    process.env.PGPASSFILE = out;
    expect(
      await bench
        .states(bench.key("x"))
        .store()
        .then((again) => again.read(ROCHEFORT)),
    ).toBeUndefined();
  });

  it("leaves no file when it fails on the way", async () => {
    const out = join(bench.folder, "never.pgpass");
    server.sql("postgres", "create role half login createdb password 'half'");
    server.sql("postgres", "grant connect on database beffroi to half");
    process.env.PGPASSWORD = "half";
    const codes = await codesOf(bootstrapPg({ place, stacks, administrator: "half", out, renew: true }));
    delete process.env.PGPASSWORD;
    expect(codes).toEqual(["bootstrap-not-administrator"]);
    expect(existsSync(out)).toBe(false);
  });
});

describe("the probes of PostgreSQL", () => {
  const probe = async () => {
    const states = bench.states(bench.key("probe"));
    const state = await states.of(PROBE);
    try {
      const { toolchain, work } = bench;
      return await runProbes(pgProbes({ place, stacks, toolchain, work, state }), () => {});
    } finally {
      state.close();
      await states.close();
    }
  };

  it("let nothing through, with eight writers and every attack", async () => {
    const results = await probe();
    expect(results.filter(({ found }) => found !== undefined)).toEqual([]);
    expect(results.length).toBeGreaterThan(25);
  });

  it("tell what got through where rights are too wide", async () => {
    server.sql("beffroi", "grant usage on schema beffroi_17299_hosting to beffroi_probe_lock");
    server.sql("beffroi", "grant select on beffroi_17299_hosting.states to beffroi_probe_lock");
    server.sql("beffroi", "grant create on schema public to public");
    const results = await probe();
    server.sql("beffroi", "revoke all on schema beffroi_17299_hosting from beffroi_probe_lock");
    server.sql("beffroi", "revoke all on beffroi_17299_hosting.states from beffroi_probe_lock");
    server.sql("beffroi", "revoke create on schema public from public");
    expect(results.flatMap(({ title, found }) => (found ? [`${title.en}: ${found}`] : []))).toEqual([
      'refused: reading another state: PostgreSQL let it: select data from "beffroi_17299_hosting".states',
      "refused: making a table for all: PostgreSQL let it: create table public.beffroi_probe ()",
      expect.stringContaining("beffroi_probe_lock may enter schema beffroi_17299_hosting"),
    ]);
    expect(() => refuseFailed("pg", results)).toThrow(/state-probe-failed/);
  });
});

describe("a state in PostgreSQL", () => {
  it("is encrypted there, and read back", async () => {
    const states = bench.states(bench.key("a"));
    await bench.apply(states, ROCHEFORT, "mot-secret");
    expect(raw("beffroi_17299_hosting")).not.toContain("mot-secret");
    expect(openEnvelope(Buffer.from(raw("beffroi_17299_hosting")))).toMatchObject({
      kind: "encrypted",
      key: ROCHEFORT,
    });
    expect(await bench.read(states, ROCHEFORT)).toBe("mot-secret");
    await states.close();
  });

  it("of a town that bootstrap has not seen says so", async () => {
    const states = bench.states(bench.key("a"));
    const [problem] = await problemsOf(bench.apply(states, { owner: "17300", stack: "hosting" }, "un"));
    expect(problem?.code).toMatch(/^state-(password-missing|store-refused)$/);
    await states.close();
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

  it("is locked while another run works on it, and says from where", async () => {
    const states = bench.states(bench.key("b"));
    await bench.apply(states, AJACCIO, "un");
    const slow = bench.holdLock(states, AJACCIO);
    await slow.held;
    const [problem] = await problemsOf(bench.apply(states, AJACCIO, "deux"));
    const tofu = await slow.held;
    const outside = ["cmdline", "environ"].map((what) => readFileSync(`/proc/${tofu}/${what}`, "utf8")).join("");
    slow.release();
    await slow.ended;
    const passwords = readFileSync(process.env.PGPASSFILE as string, "utf8").match(/[^:\n]+$/gm) ?? [];
    expect(passwords.filter((password) => outside.includes(password))).toEqual([]);
    expect(outside).toContain("PG_CONN_STR=host='127.0.0.1'");
    expect(problem).toMatchObject({ code: "state-locked" });
    expect(problem?.what.en).toContain("by 127.0.0.1");
    expect(problem?.fix.en).not.toContain("unlock");
    expect(await bench.read(states, AJACCIO)).toBe("tenu");
    await states.close();
  });

  it("is copied, rotated and restored; its history cannot be taken away by its own role", async () => {
    const [old, key] = [bench.key("old"), bench.key("new")];
    server.sql("beffroi", "delete from beffroi_2a004_hosting.states");
    const before = bench.states(old);
    await bench.apply(before, AJACCIO, "un");
    await backupState(await before.store(), AJACCIO);
    await before.close();
    const both = bench.states(key, old);
    expect(await rotateKey(bench.request(both, AJACCIO))).toBe("rotated");
    await bench.apply(both, AJACCIO, "deux");
    await restoreState(bench.request(both, AJACCIO));
    expect(await bench.read(bench.states(key), AJACCIO)).toBe("un");
    const copies = await (await both.store()).copies(AJACCIO);
    expect(copies.map(({ why }) => why)).toEqual(["apply", "restore"]);
    await both.close();
  });

  it("that is damaged is set aside, kept and restored", async () => {
    const states = bench.states(bench.key("c"));
    server.sql("beffroi", "delete from beffroi_2a004_hosting.states");
    await bench.apply(states, AJACCIO, "trois");
    await backupState(await states.store(), AJACCIO);
    server.sql("beffroi", "update beffroi_2a004_hosting.states set data = left(data, 300)");
    expect(await codesOf(bench.apply(states, AJACCIO, "quatre"))).toEqual(["state-damaged"]);
    await restoreState(bench.request(states, AJACCIO));
    expect(await bench.read(states, AJACCIO)).toBe("trois");
    expect((await (await states.store()).copies(AJACCIO)).at(-1)?.why).toBe("unreadable");
    await states.close();
  });

  it("is listed with all others by the reader, who may read nothing else", async () => {
    const states = bench.states(bench.key("a"), undefined, true);
    const store = await states.store();
    const listed = await listStates(store, new Set(["17299"]));
    expect(listed.map(({ owner, orphan }) => ({ owner, orphan }))).toEqual([
      { owner: "17299", orphan: false },
      { owner: "2A004", orphan: true },
    ]);
    expect(await codesOf(store.remove(ROCHEFORT))).toEqual(["state-place-not-made"]);
    await states.close();
  });

  it("survives a writer that is killed: the lock goes with it", async () => {
    const states = bench.states(bench.key("d"));
    server.sql("beffroi", "delete from beffroi_2a004_hosting.states");
    await bench.apply(states, AJACCIO, "un");
    const slow = bench.holdLock(states, AJACCIO);
    await slow.held;
    await slow.kill();
    await slow.ended.catch(() => undefined);
    await bench.apply(states, AJACCIO, "deux");
    expect(await bench.read(states, AJACCIO)).toBe("deux");
    await states.close();
  });

  it("says when the server does not answer", async () => {
    server.stop();
    const states = bench.states(bench.key("a"));
    const codes = await codesOf(bench.apply(states, ROCHEFORT, "un"));
    server.up();
    expect(codes).toEqual(["state-store-unreachable"]);
    await states.close();
  });
});

describe("a server on another machine, reached with TLS", () => {
  const reach = async (tls: "verify-full" | "verify-ca", authority?: string) => {
    if (authority) process.env.PGSSLROOTCERT = authority;
    const before = bench.place;
    bench.place = { ...place, host: "localhost", tls };
    const lines = readFileSync(process.env.PGPASSFILE as string, "utf8").replaceAll("127.0.0.1:", "localhost:");
    const [kept, file] = [process.env.PGPASSFILE, join(bench.folder, `localhost-${++files}.pgpass`)];
    writeFileSync(file, lines, { mode: 0o600 });
    process.env.PGPASSFILE = file;
    const states = bench.states(bench.key("tls"));
    try {
      const store = await states.store();
      await store.remove(AJACCIO);
      await bench.apply(states, AJACCIO, "chiffré");
      return await bench.read(states, AJACCIO);
    } finally {
      await states.close();
      bench.place = before;
      process.env.PGPASSFILE = kept;
      delete process.env.PGSSLROOTCERT;
    }
  };
  let files = 0;

  it("shows a certificate of the authority of PGSSLROOTCERT, with its name", async () => {
    const authority = server.serveTls("localhost");
    expect(await reach("verify-full", authority)).toBe("chiffré");
    const [problem] = await problemsOf(reach("verify-full"));
    expect(problem).toMatchObject({ code: "state-store-unreachable" });
    expect(problem?.what.en).toContain("certificate");
  });

  it("may show another name only to who asked for it", async () => {
    const authority = server.serveTls("etats.example");
    expect(await reach("verify-ca", authority)).toBe("chiffré");
    expect(await codesOf(reach("verify-full", authority))).toEqual(["state-store-unreachable"]);
  });
});
