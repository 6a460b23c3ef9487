import { hkdfSync } from "node:crypto";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { keyFromCommand } from "../../../engine/state/key/key-command";
import { makeKeyFile, readKeyFile } from "../../../engine/state/key/key-file";
import { MasterKey, newKeyText, parseKeyText } from "../../../engine/state/key/master-key";
import { keyFromPassphrase } from "../../../engine/state/key/passphrase";
import { OperatorError, type Problem } from "../../../problems/problem";
import { temporaryFolder } from "../../config-folder";
import { codesOf, problemsOf } from "./bench";

const AT = { file: "syndicate.yaml", line: 9, column: 3 };
const ROCHEFORT = { owner: "17299", stack: "hosting" };

describe("the key of a state", () => {
  const master = new MasterKey(Buffer.alloc(32, 7));
  const derived = (owner: string, stack: string) => master.of({ owner, stack }).toString("hex");

  it("is the same each time, for the same town, stack and master key", () => {
    expect(derived("17299", "hosting")).toBe(new MasterKey(Buffer.alloc(32, 7)).of(ROCHEFORT).toString("hex"));
  });

  it("is HKDF-SHA256 of the master key, as any other tool computes it", () => {
    const expected = Buffer.from(hkdfSync("sha256", Buffer.alloc(32, 7), "", "beffroi/state/1/17299/hosting", 32));
    expect(derived("17299", "hosting")).toBe(expected.toString("hex"));
  });

  it("differs by town, by stack and by master key", () => {
    const other = new MasterKey(Buffer.alloc(32, 8)).of(ROCHEFORT).toString("hex");
    const keys = [derived("17299", "hosting"), derived("17300", "hosting"), derived("17299", "tenant"), other];
    expect(new Set(keys).size).toBe(4);
  });

  it("is not told by the public id of the master key", () => {
    expect(master.id).toMatch(/^[0-9a-f]{16}$/);
    expect(derived("17299", "hosting")).not.toContain(master.id);
  });
});

describe("the text of a key", () => {
  const hex = "07".repeat(32);

  it.each([
    ["base64", Buffer.alloc(32, 7).toString("base64")],
    ["base64 without its last sign", Buffer.alloc(32, 7).toString("base64").replace("=", "")],
    ["hexadecimal", hex],
    ["comments and Windows ends", `# clé\r\n\r\n  ${hex.toUpperCase()}\r\n`],
  ])("may be %s", (_, text) => {
    expect(parseKeyText(text)?.id).toBe(new MasterKey(Buffer.alloc(32, 7)).id);
  });

  it.each([
    ["nothing", ""],
    ["a passphrase", "correct horse battery staple"],
    ["too short", "07".repeat(31)],
    ["two keys", `${hex}\n${hex}\n`],
    ["an error page", "<html>404</html>"],
  ])("may not be %s", (_, text) => {
    expect(parseKeyText(text)).toBeUndefined();
  });

  it("is new each time it is drawn", () => {
    expect(parseKeyText(newKeyText())?.id).not.toBe(parseKeyText(newKeyText())?.id);
  });
});

describe("a key file", () => {
  it("is made whole, closed to others, and never replaced", () => {
    const file = join(temporaryFolder(), "a", "b", "state.key");
    const { id } = makeKeyFile(file);
    expect(readKeyFile(file).id).toBe(id);
    expect(makeKeyFile(file).id).toBe(id);
  });

  it.each([0o640, 0o604, 0o660])("is refused when others may read it (%o)", (mode) => {
    const file = join(temporaryFolder(), "state.key");
    makeKeyFile(file);
    chmodSync(file, mode);
    expect(() => readKeyFile(file, AT)).toThrow(/state-key-exposed/);
  });

  it("is refused without a word of what it holds", () => {
    const file = join(temporaryFolder(), "state.key");
    writeFileSync(file, "motdepasse\n", { mode: 0o600 });
    const [problem] = problemsThrown(() => readKeyFile(file, AT));
    expect(problem).toMatchObject({ code: "state-key-malformed", at: AT });
    expect(JSON.stringify(problem)).not.toContain("motdepasse");
  });

  it("says so when it is not there", () => {
    expect(() => readKeyFile("/nowhere/state.key", AT)).toThrow(/state-key-file-unreadable/);
  });
});

describe("a command that prints the key", () => {
  const folder = temporaryFolder();
  const from = (...command: string[]) => keyFromCommand({ command, cwd: folder, env: process.env, at: AT });
  const hex = "07".repeat(32);

  it("runs in the config folder, without a shell", async () => {
    writeFileSync(join(folder, "$HOME;x"), `${hex}\n`);
    expect((await from("cat", "$HOME;x")).id).toBe(new MasterKey(Buffer.alloc(32, 7)).id);
  });

  it("fails with its own words, less what it printed", async () => {
    writeFileSync(join(folder, "leaks.sh"), `echo ${hex}; echo "denied: ${hex}" >&2; exit 4`);
    const [problem] = await problemsOf(from("sh", "leaks.sh"));
    expect(problem).toMatchObject({ code: "state-key-command-failed", at: AT });
    expect(problem?.what.en).toContain("denied: ***");
    expect(JSON.stringify(problem)).not.toContain(hex);
  });

  it("is refused without a word of what it printed", async () => {
    const [problem] = await problemsOf(from("printf", "mot de passe"));
    expect(problem?.code).toBe("state-key-malformed");
  });

  it("says so when it does not exist", async () => {
    const [problem] = await problemsOf(from("no-such-program"));
    expect(problem?.what.en).toContain("ENOENT: no-such-program");
  });

  it("stops with Ctrl-C", async () => {
    const interrupt = new AbortController();
    const options = { command: ["sleep", "60"], cwd: folder, env: process.env, at: AT, signal: interrupt.signal };
    const waiting = keyFromCommand(options);
    interrupt.abort(new Error("stopped"));
    await expect(waiting).rejects.toThrow("stopped");
  });
});

describe("a passphrase", () => {
  const salt = "f0e1d2c3b4a5968778695a4b3c2d1e0f";
  const words = "beffroi cloche archives charte guet aunis";
  const variable = "BEFFROI_STATE_PASSPHRASE";
  const derive = (env: NodeJS.ProcessEnv, more: { salt?: string | undefined } = { salt }) =>
    keyFromPassphrase({ salt: more.salt, variable, env, at: AT });

  it("gives the same key from a variable and from a file, whatever its last line end", async () => {
    const file = join(temporaryFolder(), "phrase");
    writeFileSync(file, `${words}\n`);
    const [direct, fromFile] = [await derive({ [variable]: words }), await derive({ [`${variable}_FILE`]: file })];
    expect(direct.id).toBe(fromFile.id);
  });

  it("is taken out of the environment, so that no child inherits it", async () => {
    const env = { [variable]: words };
    await derive(env);
    expect(env).toEqual({});
  });

  it("gives another key with another salt", async () => {
    const other = { salt: salt.replace("f", "0") };
    expect((await derive({ [variable]: words })).id).not.toBe((await derive({ [variable]: words }, other)).id);
  });

  it("is read the same however its accents are typed", async () => {
    const accents = "forêt clé dîner garçon été maïs";
    const [composed, apart] = [accents.normalize("NFC"), accents.normalize("NFD")];
    expect((await derive({ [variable]: composed })).id).toBe((await derive({ [variable]: apart })).id);
  });

  it("proposes a new salt when there is none, and another one each time", async () => {
    const propose = async () => (await problemsOf(derive({ [variable]: words }, { salt: undefined })))[0]?.fix.en;
    const [first, second] = [await propose(), await propose()];
    expect(first).toMatch(/salt: "[0-9a-f]{32}"/);
    expect(first).not.toBe(second);
  });

  it.each([
    ["nothing is given", {}, "state-passphrase-missing"],
    ["its file is missing", { [`${variable}_FILE`]: "/nowhere" }, "state-passphrase-missing"],
    ["it is short", { [variable]: "dix-neuf lettres..." }, "state-passphrase-too-short"],
  ])("is refused when %s", async (_, env, code) => {
    expect(await codesOf(derive(env))).toEqual([code]);
  });
});

function problemsThrown(action: () => unknown): readonly Problem[] {
  try {
    action();
  } catch (error) {
    if (error instanceof OperatorError) return error.problems;
    throw error;
  }
  return [];
}
