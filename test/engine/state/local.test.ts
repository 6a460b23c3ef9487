import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { localState } from "../../../engine/state/backend";
import { backupState } from "../../../engine/state/backup";
import { openEnvelope } from "../../../engine/state/envelope";
import { listStates } from "../../../engine/state/inventory";
import { restoreState } from "../../../engine/state/restore";
import { rotateKey } from "../../../engine/state/rotate";
import type { StackId } from "../../../engine/state/stack-id";
import { AJACCIO, Bench, codesOf, problemsOf, ROCHEFORT } from "./bench";

jest.setTimeout(60_000);

let bench: Bench;
beforeEach(async () => {
  bench = await new Bench().open();
});
afterEach(() => bench.close());

const fileOf = (stack: StackId) => localState(bench.work.states, stack);
const raw = (stack: StackId) => readFileSync(fileOf(stack));

describe("a local state", () => {
  it("is encrypted by OpenTofu, and read back with the same key", async () => {
    const key = bench.key("a");
    await bench.apply(bench.states(key), ROCHEFORT, "mot-secret");
    expect(raw(ROCHEFORT).toString()).not.toContain("mot-secret");
    expect(openEnvelope(raw(ROCHEFORT))).toMatchObject({ kind: "encrypted", key: ROCHEFORT });
    expect(await bench.read(bench.states(key), ROCHEFORT)).toBe("mot-secret");
  });

  it("is not opened by another key, and the message names both", async () => {
    const [right, wrong] = [bench.key("right"), bench.key("wrong")];
    await bench.apply(bench.states(right), ROCHEFORT, "un");
    const states = bench.states(wrong);
    const [problem] = await problemsOf(bench.read(states, ROCHEFORT));
    const ids = [await bench.states(right).keys(), await states.keys()].map(({ now }) => now.id);
    expect(problem).toMatchObject({ code: "state-wrong-key" });
    expect(problem?.what.fr).toContain(`avec la clé ${ids[0]} ; la configuration donne ${ids[1]}`);
  });

  it("is not opened when it is another town's, with the same master key", async () => {
    const states = bench.states(bench.key("a"));
    await bench.apply(states, ROCHEFORT, "un");
    await bench.apply(states, AJACCIO, "deux");
    writeFileSync(fileOf(AJACCIO), raw(ROCHEFORT));
    const [problem] = await problemsOf(bench.read(states, AJACCIO));
    expect(problem).toMatchObject({ code: "state-of-another-town" });
    expect(problem?.what.en).toContain("17299/hosting");
  });

  it("says when it was altered, although the key is right", async () => {
    const states = bench.states(bench.key("a"));
    await bench.apply(states, ROCHEFORT, "un");
    const state = JSON.parse(raw(ROCHEFORT).toString());
    const data = Buffer.from(state.encrypted_data, "base64");
    data[20] = (data[20] as number) ^ 1;
    writeFileSync(fileOf(ROCHEFORT), JSON.stringify({ ...state, encrypted_data: data.toString("base64") }));
    const [problem] = await problemsOf(bench.read(states, ROCHEFORT));
    expect(problem).toMatchObject({ code: "state-damaged" });
    expect(problem?.what.en).toContain("altered");
  });

  it("is refused in the clear, and encrypted by a rotation", async () => {
    const states = bench.states(bench.key("a"));
    await bench.apply(states, ROCHEFORT, "un");
    const plain = { version: 4, terraform_version: "1.12.6", serial: 7, lineage: "l", outputs: {}, resources: [] };
    writeFileSync(fileOf(ROCHEFORT), JSON.stringify(plain));
    expect(await codesOf(bench.read(states, ROCHEFORT))).toEqual(["state-not-encrypted"]);
    expect(await rotateKey(bench.request(states, ROCHEFORT))).toBe("rotated");
    expect(openEnvelope(raw(ROCHEFORT))).toMatchObject({ kind: "encrypted", serial: 8, lineage: "l" });
  });

  it("is locked while another run works on it", async () => {
    const states = bench.states(bench.key("a"));
    await bench.apply(states, ROCHEFORT, "un");
    const slow = bench.holdLock(states, ROCHEFORT);
    await slow.held;
    const [problem] = await problemsOf(bench.apply(states, ROCHEFORT, "deux"));
    slow.release();
    await slow.ended;
    expect(problem).toMatchObject({ code: "state-locked" });
    expect(problem?.what.en).toMatch(/OperationTypeApply by \w+@/);
    expect(await bench.read(states, ROCHEFORT)).toBe("tenu");
  });
});

describe("an apply that is killed", () => {
  it("leaves no lock behind, and the state that it had written", async () => {
    const states = bench.states(bench.key("a"));
    await bench.apply(states, ROCHEFORT, "un");
    const slow = bench.holdLock(states, ROCHEFORT);
    await slow.kill();
    await slow.ended.catch(() => undefined);
    await bench.apply(states, ROCHEFORT, "deux");
    expect(await bench.read(states, ROCHEFORT)).toBe("deux");
  });
});

describe("a plan file", () => {
  it("is encrypted, and shown with the key of its town alone", async () => {
    const states = bench.states(bench.key("a"));
    const file = join(bench.folder, "p");
    await bench.tofu(states, ROCHEFORT, ["plan", "-input=false", `-out=${file}`], "mot-secret");
    expect(readFileSync(file, "latin1")).toContain('"encrypted_data"');
    expect(await bench.tofu(states, ROCHEFORT, ["show", "-json", file])).toContain("mot-secret");
    expect(await codesOf(bench.tofu(states, AJACCIO, ["show", "-json", file]))).toEqual(["state-plan-of-another-key"]);
    expect(await codesOf(bench.tofu(states, AJACCIO, ["apply", file]))).toEqual(["state-plan-of-another-key"]);
  });
});

describe("a plan that is applied", () => {
  it("writes the state that it was made for", async () => {
    const states = bench.states(bench.key("a"));
    const file = join(bench.folder, "p");
    await bench.tofu(states, ROCHEFORT, ["plan", "-input=false", `-out=${file}`], "prévu");
    await bench.tofu(states, ROCHEFORT, ["apply", "-input=false", file]);
    expect(await bench.read(states, ROCHEFORT)).toBe("prévu");
    expect(openEnvelope(raw(ROCHEFORT))).toMatchObject({ kind: "encrypted" });
  });

  it("is refused once a copy was put back: it was made for another state", async () => {
    const states = bench.states(bench.key("a"));
    const file = join(bench.folder, "p");
    await bench.apply(states, ROCHEFORT, "un");
    await backupState(await states.store(), ROCHEFORT);
    await bench.apply(states, ROCHEFORT, "deux");
    await bench.tofu(states, ROCHEFORT, ["plan", "-input=false", `-out=${file}`], "trois");
    await restoreState(bench.request(states, ROCHEFORT));
    await expect(bench.tofu(states, ROCHEFORT, ["apply", "-input=false", file])).rejects.toThrow(/stale/);
    expect(await bench.read(states, ROCHEFORT)).toBe("un");
  });
});

describe("changing the key", () => {
  it("reads old states meanwhile, then needs the old key no more", async () => {
    const [old, key] = [bench.key("old"), bench.key("new")];
    await bench.apply(bench.states(old), ROCHEFORT, "un");
    const both = bench.states(key, old);
    expect(await bench.read(both, ROCHEFORT)).toBe("un");
    expect(await rotateKey(bench.request(both, ROCHEFORT))).toBe("rotated");
    expect(await rotateKey(bench.request(both, ROCHEFORT))).toBe("already");
    expect(await bench.read(bench.states(key), ROCHEFORT)).toBe("un");
    expect(await codesOf(bench.read(bench.states(old), ROCHEFORT))).toEqual(["state-wrong-key"]);
    const [copy] = await (await both.store()).copies(ROCHEFORT);
    expect(copy?.why).toBe("rotate");
  });

  it("is also done by whatever writes the state", async () => {
    const [old, key] = [bench.key("old"), bench.key("new")];
    await bench.apply(bench.states(old), ROCHEFORT, "un");
    await bench.apply(bench.states(key, old), ROCHEFORT, "deux");
    expect(await bench.read(bench.states(key), ROCHEFORT)).toBe("deux");
  });

  it("refuses a state of a third key, and changes nothing", async () => {
    await bench.apply(bench.states(bench.key("third")), ROCHEFORT, "un");
    const before = raw(ROCHEFORT);
    const states = bench.states(bench.key("new"), bench.key("old"));
    const [problem] = await problemsOf(rotateKey(bench.request(states, ROCHEFORT)));
    expect(problem).toMatchObject({ code: "state-wrong-key" });
    expect(problem?.what.en).toMatch(/the config gives \w{16} and \w{16}/);
    expect(raw(ROCHEFORT)).toEqual(before);
  });

  it("passes over a town that has no state", async () => {
    expect(await rotateKey(bench.request(bench.states(bench.key("a")), ROCHEFORT))).toBe("none");
  });
});

describe("copies", () => {
  it("are what lies there, encrypted, made once per content", async () => {
    const states = bench.states(bench.key("a"));
    await bench.apply(states, ROCHEFORT, "un");
    const store = await states.store();
    const copy = await backupState(store, ROCHEFORT);
    expect(await backupState(store, ROCHEFORT)).toEqual(copy);
    expect(await store.copies(ROCHEFORT)).toEqual([copy]);
    expect(await store.readCopy(ROCHEFORT, copy)).toEqual(raw(ROCHEFORT));
    const [name] = readdirSync(join(bench.work.stateHistory, "17299", "hosting"));
    expect(statSync(join(bench.work.stateHistory, "17299", "hosting", name as string)).mode & 0o777).toBe(0o600);
  });

  it("are put back by restore, with a serial above all", async () => {
    const states = bench.states(bench.key("a"));
    const store = await states.store();
    await bench.apply(states, ROCHEFORT, "un");
    await backupState(store, ROCHEFORT);
    for (const word of ["deux", "trois", "quatre"]) await bench.apply(states, ROCHEFORT, word);
    const { serial: before } = openEnvelope(raw(ROCHEFORT)) as { serial: number };
    const { serial } = await restoreState(bench.request(states, ROCHEFORT));
    expect(serial).toBeGreaterThan(before);
    expect(await bench.read(states, ROCHEFORT)).toBe("un");
    expect((await store.copies(ROCHEFORT)).map(({ why }) => why)).toEqual(["apply", "restore"]);
  });

  it("are chosen by time", async () => {
    const states = bench.states(bench.key("a"));
    const store = await states.store();
    for (const word of ["un", "deux", "trois"]) {
      await bench.apply(states, ROCHEFORT, word);
      await backupState(store, ROCHEFORT);
    }
    const [, second] = await store.copies(ROCHEFORT);
    await restoreState({ ...bench.request(states, ROCHEFORT), at: second?.at as Date });
    expect(await bench.read(states, ROCHEFORT)).toBe("deux");
    const tooEarly = { ...bench.request(states, ROCHEFORT), at: new Date(0) };
    expect(await codesOf(restoreState(tooEarly))).toEqual(["state-no-copy"]);
  });

  it("that are damaged are not put back", async () => {
    const states = bench.states(bench.key("a"));
    await bench.apply(states, ROCHEFORT, "un");
    const { name } = await backupState(await states.store(), ROCHEFORT);
    await bench.apply(states, ROCHEFORT, "deux");
    truncateSync(join(bench.work.stateHistory, "17299", "hosting", name), 100);
    expect(await codesOf(restoreState(bench.request(states, ROCHEFORT)))).toEqual(["state-copy-damaged"]);
    expect(await bench.read(states, ROCHEFORT)).toBe("deux");
  });

  it("of a state that another key wrote since are not put over it", async () => {
    const [old, key] = [bench.key("old"), bench.key("new")];
    const states = bench.states(old);
    await bench.apply(states, ROCHEFORT, "un");
    await backupState(await states.store(), ROCHEFORT);
    await rotateKey(bench.request(bench.states(key, old), ROCHEFORT));
    expect(await codesOf(restoreState(bench.request(states, ROCHEFORT)))).toEqual(["state-wrong-key"]);
    expect(await bench.read(bench.states(key), ROCHEFORT)).toBe("un");
    expect(await (await states.store()).copies(ROCHEFORT)).toHaveLength(1);
  });
});

describe("a state that a crash left half-written", () => {
  it.each([
    ["cut in the middle", 200],
    ["emptied", 0],
  ])("%s is refused, and restored", async (_, size) => {
    const states = bench.states(bench.key("a"));
    await bench.apply(states, ROCHEFORT, "un");
    await backupState(await states.store(), ROCHEFORT);
    truncateSync(fileOf(ROCHEFORT), size);
    expect(await codesOf(bench.apply(states, ROCHEFORT, "deux"))).toEqual(["state-damaged"]);
    await restoreState(bench.request(states, ROCHEFORT));
    expect(await bench.read(states, ROCHEFORT)).toBe("un");
  });

  it("is not seen in the empty file that a killed first plan leaves", async () => {
    const states = bench.states(bench.key("a"));
    await bench.apply(states, AJACCIO, "un");
    rmSync(fileOf(ROCHEFORT), { force: true });
    writeFileSync(fileOf(AJACCIO), "");
    await bench.apply(states, AJACCIO, "deux");
    expect(await bench.read(states, AJACCIO)).toBe("deux");
  });
});

describe("restoring without a time", () => {
  it("passes over a copy of a damaged state", async () => {
    const states = bench.states(bench.key("a"));
    const store = await states.store();
    await bench.apply(states, ROCHEFORT, "un");
    await backupState(store, ROCHEFORT);
    await store.keep(ROCHEFORT, Buffer.from('{"serial": 2, "lin'), "asked");
    await bench.apply(states, ROCHEFORT, "deux");
    await restoreState(bench.request(states, ROCHEFORT));
    expect(await bench.read(states, ROCHEFORT)).toBe("un");
  });
});

describe("the user's own key", () => {
  const own = () => ({ kind: "own", file: join(bench.folder, "config", "state.key") }) as const;

  it("is made at first use, closed to others, with a word of warning", async () => {
    await bench.apply(bench.states(own()), ROCHEFORT, "un");
    expect(statSync(own().file).mode & 0o777).toBe(0o600);
    expect(bench.told).toEqual([expect.stringContaining("Keep a copy of it elsewhere")]);
    expect(await bench.read(bench.states(own()), ROCHEFORT)).toBe("un");
    expect(bench.told).toHaveLength(1);
  });

  it("is not replaced by a new one beside states that need it", async () => {
    await bench.apply(bench.states(own()), ROCHEFORT, "un");
    rmSync(own().file);
    expect(await codesOf(bench.read(bench.states(own()), ROCHEFORT))).toEqual(["state-key-lost"]);
    expect(existsSync(own().file)).toBe(false);
  });
});

describe("the inventory", () => {
  it("lists every state with its key, and those that no town has", async () => {
    const states = bench.states(bench.key("a"));
    await bench.apply(states, ROCHEFORT, "un");
    await bench.apply(states, AJACCIO, "deux");
    const { now } = await states.keys();
    const listed = await listStates(await states.store(), new Set(["17299"]));
    expect(listed).toEqual([
      { ...ROCHEFORT, serial: 1, key: now.id, size: raw(ROCHEFORT).length, orphan: false },
      { ...AJACCIO, serial: 1, key: now.id, size: raw(AJACCIO).length, orphan: true },
    ]);
  });

  it("of a place where nothing is yet is empty", async () => {
    expect(await listStates(await bench.states(bench.key("a")).store(), new Set())).toEqual([]);
  });
});
