import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { encryptionBlock } from "../../../engine/state/encryption";
import { Handover } from "../../../engine/state/key/handover";
import { MasterKey } from "../../../engine/state/key/master-key";
import { Bench, ROCHEFORT } from "./bench";

jest.setTimeout(60_000);

const master = new MasterKey(Buffer.alloc(32, 7));
const base64 = master.of(ROCHEFORT).toString("base64");

/** The program that OpenTofu runs, with the standard input that it gives. */
function ask(fd: number, command = commandOf()): { status: number | null; lines: string[] } {
  const [program, ...args] = command;
  const stdio = ["pipe" as const, "pipe" as const, "pipe" as const, fd];
  const { status, stdout } = spawnSync(program as string, args, { input: "null\n", stdio, encoding: "utf8" });
  return { status, lines: stdout.split("\n") };
}

function commandOf(): string[] {
  const block = encryptionBlock({ previous: false }) as {
    key_provider: { external: { now: { command: string[] } } };
  };
  return block.key_provider.external.now.command;
}

describe("the encryption block", () => {
  it("lets nothing unencrypted through, unless it is there to encrypt it", () => {
    const enforced = (options: { previous: boolean; plaintext?: boolean }) => {
      const { state, plan } = encryptionBlock(options) as Record<"state" | "plan", { enforced: boolean }>;
      return [state.enforced, plan.enforced];
    };
    expect(enforced({ previous: false })).toEqual([true, true]);
    expect(enforced({ previous: true })).toEqual([true, true]);
    expect(enforced({ previous: false, plaintext: true })).toEqual([false, false]);
  });
});

describe("the handing over of a key", () => {
  let handover: Handover;
  beforeAll(() => {
    handover = new Handover(master, ROCHEFORT);
  });
  afterAll(() => handover.close());

  it("answers in the words of OpenTofu's protocol, as often as it is asked", () => {
    for (let times = 0; times < 5; times++) {
      const { status, lines } = ask(handover.fd);
      expect(status).toBe(0);
      expect(JSON.parse(lines[0] as string)).toEqual({ magic: "OpenTofu-External-Key-Provider", version: 1 });
      expect(JSON.parse(lines[1] as string)).toEqual({
        keys: { encryption_key: base64, decryption_key: base64 },
        meta: { external_data: { format: "beffroi/1", key: master.id, ...ROCHEFORT } },
      });
      expect(lines).toHaveLength(3);
    }
  });

  it("also where /dev/fd cannot be opened anew: each call then takes the next answer", () => {
    const shared = new Handover(master, ROCHEFORT);
    const command = commandOf().map((word) => word.replace("</dev/fd/3", "</nowhere"));
    const answers = [ask(shared.fd, command), ask(shared.fd, command), ask(shared.fd, command)];
    shared.close();
    expect(answers.map(({ lines }) => lines[1])).toEqual(Array(3).fill(ask(handover.fd).lines[1]));
  });

  it("fails without a key when nothing was handed over", () => {
    const [program, ...args] = commandOf();
    const { status, stdout } = spawnSync(program as string, args, { input: "null\n", encoding: "utf8" });
    expect(status).not.toBe(0);
    expect(stdout).not.toContain("keys");
  });

  it("leaves no file that has a name", () => {
    const named = () => ["/dev/shm", tmpdir()].flatMap((folder) => readdirSync(folder)).filter(isOurs);
    const isOurs = (name: string) => /^beffroi-[0-9a-f]{8}-.*-[0-9a-f]{12}$/.test(name);
    const before = named();
    const other = new Handover(master, ROCHEFORT);
    const after = named();
    other.close();
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
  });
});

describe("while OpenTofu runs, the key", () => {
  it("is in no argument and no environment of any process", async () => {
    const bench = await new Bench().open();
    const states = bench.states(bench.key("a"));
    const { now } = await states.keys();
    const key = now.of(ROCHEFORT);
    const forms = [key.toString("base64"), key.toString("hex"), key.toString("latin1")];
    const slow = bench.holdLock(states, ROCHEFORT);
    const tofu = await slow.held;
    const seen: string[] = [];
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name)))
      for (const what of ["cmdline", "environ"]) {
        const text = readIfAllowed(`/proc/${pid}/${what}`);
        if (forms.some((form) => text.includes(form))) seen.push(`${pid} ${what}`);
      }
    const inherited = readFileSync(`/proc/${tofu}/fd/3`, "utf8");
    slow.release();
    await slow.ended;
    bench.close();
    expect(seen).toEqual([]);
    expect(inherited).toContain(forms[0] as string); // the test looks for the right thing
  });
});

function readIfAllowed(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return ""; // it ended meanwhile
  }
}
