import { spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { openEnvelope } from "../../engine/state/envelope";
import { findToolchain } from "../../engine/toolchain/find-toolchain";
import { exampleConfig, KIT, temporaryFolder } from "../config-folder";
import { ensureInstalled } from "./kit/packages";
import { PostgreSql } from "./kit/postgresql";

jest.setTimeout(180_000);

interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A config folder whose states are kept as `section` says, and a home folder of its own. */
class Team {
  readonly config = exampleConfig();
  readonly home = temporaryFolder();
  env: Readonly<Record<string, string>> = {};

  constructor(section: string) {
    appendFileSync(join(this.config, "syndicate.yaml"), section);
  }

  /** Runs the command line as a person does. */
  beffroi(...args: string[]): Said {
    const kept = Object.entries(process.env).filter(([name]) => !/^(PG|AWS|XDG|BEFFROI_STATE)/.test(name));
    const env = {
      ...Object.fromEntries(kept),
      LC_ALL: "C.UTF-8",
      NO_COLOR: "1",
      XDG_CONFIG_HOME: this.home,
      ...this.env,
    };
    const [command = "", ...rest] = args;
    const words = ["-r", "./scripts/typescript.cjs", "cli/entry.ts", command, "--config", this.config, ...rest];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: KIT, env, encoding: "utf8" });
    const plain = (text: string) => text.replaceAll(this.config, "CONFIG").replaceAll(this.home, "HOME");
    return { code: status, out: plain(stdout), err: plain(stderr) };
  }

  /** What must go well. */
  fine(...args: string[]): string {
    const { code, out, err } = this.beffroi(...args);
    if (code !== 0) throw new Error(`beffroi ${args.join(" ")}: ${code}\n${out}${err}`);
    return out;
  }

  /** A state, as an apply would leave it. */
  write(stack: string, word: string): void {
    const env = {
      ...process.env,
      ...this.env,
      XDG_CONFIG_HOME: this.home,
      STACK: stack,
      WORD: word,
      CONFIG: this.config,
    };
    const words = ["-r", "./scripts/typescript.cjs", "test/e2e/kit/write-state.ts"];
    const { status, stderr } = spawnSync(process.execPath, words, { cwd: KIT, env, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
  }
}

beforeAll(async () => {
  await findToolchain();
});

describe("local states, with nothing prepared", () => {
  const team = new Team("");

  it("are encrypted with a key made for the user, who is warned once", () => {
    expect(team.beffroi("state", "list")).toEqual({ code: 0, out: "CONFIG/.beffroi/states: no state\n", err: "" });
    const first = team.beffroi("state", "show-key-id");
    expect(first.err).toBe(
      "States are encrypted. Their key was made now: HOME/beffroi/state.key\nKeep a copy of it elsewhere: without it, nobody can read them any more.\n",
    );
    expect(team.beffroi("state", "show-key-id")).toEqual({ ...first, err: "" });
    expect(first.out).toMatch(/^[0-9a-f]{16} {2}key {10}0 state\(s\)\n$/);
  });

  it("go through an engineer's night: copied, broken, restored", () => {
    team.write("17299/hosting", "un");
    expect(team.fine("state", "list")).toMatch(/17299\/hosting {2}Rochefort +1 {2}[0-9a-f]{16} +\d+\n$/);
    expect(team.fine("state", "backup", "Rochefort")).toMatch(
      /^17299\/hosting {2}\d{4}-\S+Z {2}asked for {2}\w{12}\n$/,
    );
    writeFileSync(join(team.config, ".beffroi/states/17299/hosting.tfstate"), '{"serial": 1, "lin');
    expect(team.fine("state", "list")).toContain("state-damaged");
    const pulled = team.beffroi("state", "tofu", "Rochefort", "--", "pull");
    expect([pulled.code, pulled.err]).toEqual([2, expect.stringContaining("state-damaged")]);
    const restored = team.fine("state", "restore", "Rochefort");
    expect(restored).toContain("17299/hosting: the copy of ");
    expect(restored).toContain("./beffroi plan 17299");
    expect(team.fine("state", "tofu", "Rochefort", "--", "pull")).toContain('"un"');
    expect(team.fine("state", "copies", "rochefort").trim().split("\n")).toHaveLength(2);
  });

  it("that are readable and in use are not set aside; orphans are", () => {
    team.write("17300/hosting", "un");
    expect(team.beffroi("state", "set-aside", "17300/hosting")).toMatchObject({
      code: 2,
      err: expect.stringContaining("state-in-use"),
    });
    expect(team.beffroi("state", "orphans").code).toBe(0);
    team.write("33063/hosting", "un");
    const { code, out } = team.beffroi("state", "orphans", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out).states).toEqual([
      expect.objectContaining({ owner: "33063", stack: "hosting", orphan: true }),
    ]);
    expect(team.fine("state", "set-aside", "33063/hosting")).toContain("set aside");
    expect(team.beffroi("state", "orphans").code).toBe(0);
    expect(readdirSync(join(team.config, ".beffroi/state-history/33063/hosting"))).toHaveLength(1);
  });

  it("whose key is lost say what is lost, make no new key, and can be set aside", () => {
    rmSync(join(team.home, "beffroi/state.key"));
    const { code, err } = team.beffroi("state", "show-key-id");
    expect([code, err]).toEqual([2, expect.stringContaining("state-key-lost")]);
    expect(err).toContain("the states are lost, not the towns' resources");
    expect(team.beffroi("state", "backup", "Rochefort").code).toBe(0);

    const key = team.fine("state", "new-key");
    writeFileSync(join(team.home, "beffroi/state.key"), key, { mode: 0o600 });
    const locked = team.beffroi("state", "tofu", "Rochefort", "--", "list");
    expect([locked.code, locked.err]).toEqual([2, expect.stringContaining("state-wrong-key")]);
    expect(team.fine("state", "set-aside", "17299/hosting")).toContain("import first what exists");
    const gone = team.beffroi("state", "tofu", "Rochefort", "--", "list");
    expect([gone.code, gone.err]).toEqual([2, expect.stringContaining("state-none")]);
  });

  it("run no command of OpenTofu that could destroy", () => {
    const { code, err } = team.beffroi("state", "tofu", "Rochefort", "--", "apply");
    expect([code, err]).toEqual([2, expect.stringContaining("state-not-a-state-command")]);
  });

  it.each([
    ["state-unknown-verb", ["state", "lst"]],
    ["state-one-only", ["state", "copies", "Rochefort", "Évisa"]],
    ["state-bad-time", ["state", "restore", "Rochefort", "--at", "hier"]],
    ["state-unlock-needs-id", ["state", "unlock", "Rochefort"]],
    ["cli-no-town-named", ["state", "backup"]],
    ["bootstrap-local-state", ["bootstrap", "state"]],
    ["bootstrap-unknown", ["bootstrap", "vault2"]],
  ])("answer %s to words that do not fit", (code, args) => {
    const fresh = new Team("");
    expect(fresh.beffroi(...args)).toMatchObject({ code: 2, err: expect.stringContaining(code) });
  });
});

describe("a master key kept by age", () => {
  ensureInstalled(["age", "age-keygen"], ["age"]);
  const folder = temporaryFolder();
  const identity = join(folder, "age.txt");
  spawnSync("age-keygen", ["-o", identity]);
  const recipient = /age1\w+/.exec(readFileSync(identity, "utf8"))?.[0] as string;
  const section = (file: string, name = "key") =>
    `  ${name}: { command: [age, --decrypt, --identity, ${identity}, ${file}] }\n`;

  /** `./beffroi state new-key | age --recipient ... >file` */
  const draw = (team: Team, file: string) => {
    const input = team.fine("state", "new-key");
    const { status } = spawnSync("age", ["--recipient", recipient, "--output", join(team.config, file)], { input });
    expect(status).toBe(0);
  };

  it("opens the states, is changed without a gap, and is then not needed", () => {
    const team = new Team(`state:\n${section("etats.cle.age")}`);
    draw(team, "etats.cle.age");
    team.write("17299/hosting", "un");
    const old = JSON.parse(team.fine("state", "show-key-id", "--json")).key as string;

    const yaml = join(team.config, "syndicate.yaml");
    const said = readFileSync(yaml, "utf8");
    draw(team, "nouvelle.cle.age");
    const both = `state:\n${section("nouvelle.cle.age")}${section("etats.cle.age", "previousKey")}`;
    writeFileSync(yaml, said.replace(/state:\n.*$/s, both));
    expect(team.fine("state", "tofu", "Rochefort", "--", "pull")).toContain('"un"');
    expect(team.fine("state", "rotate-key", "--all")).toContain("17299/hosting  re-encrypted\n");
    const { key, previousKey, states } = JSON.parse(team.fine("state", "show-key-id", "--json"));
    expect([previousKey, states]).toEqual([old, { [key]: 1 }]);

    writeFileSync(yaml, said.replace(/state:\n.*$/s, `state:\n${section("nouvelle.cle.age")}`));
    expect(team.fine("state", "tofu", "Rochefort", "--", "pull")).toContain('"un"');
    const path = join(team.config, ".beffroi/states/17299/hosting.tfstate");
    expect(openEnvelope(readFileSync(path))).toMatchObject({ key: { id: key } });
  });

  it("says what age says when it does not open", () => {
    const team = new Team(`state:\n${section("etats.cle.age")}`);
    spawnSync("age-keygen", ["-o", join(folder, "other.txt")]);
    const other = /age1\w+/.exec(readFileSync(join(folder, "other.txt"), "utf8"))?.[0] as string;
    const input = team.fine("state", "new-key");
    spawnSync("age", ["--recipient", other, "--output", join(team.config, "etats.cle.age")], { input });
    const { code, err } = team.beffroi("state", "show-key-id");
    expect(code).toBe(2);
    expect(err).toContain("state-key-command-failed");
    expect(err).toContain("no identity matched any of the recipients");
    expect(err).toMatch(/syndicate\.yaml:\d+:\d+/);
  });
});

describe("states in PostgreSQL, as a team makes them", () => {
  let server: PostgreSql;
  let team: Team;
  const handed = join(temporaryFolder(), "etats.pgpass");
  beforeAll(async () => {
    server = await PostgreSql.start();
    team = new Team(
      `state:\n  pg: { host: 127.0.0.1, port: ${server.port}, tls: disable }\n  key: { file: etats.cle }\n`,
    );
    writeFileSync(join(team.config, "etats.cle"), team.fine("state", "new-key"), { mode: 0o600 });
  });
  afterAll(() => server?.remove());

  it("are made by one command, probed, and listed by the reader", () => {
    team.env = { PGPASSWORD: PostgreSql.password };
    const { code, out, err } = team.beffroi("bootstrap", "state", "--out", handed);
    expect([code, out]).toEqual([0, `postgresql://127.0.0.1:${server.port}/beffroi: 8 made, 27 probes passed.\n`]);
    expect(err).toContain("✓ eight writers, one lock: one alone gets in\n");
    expect(err).toContain("✓ refused: reading another state\n");
    expect(err).not.toContain("✗");
    team.env = { PGPASSFILE: handed };
    team.write("17299/hosting", "un");
    expect(team.fine("state", "list")).toMatch(/17299\/hosting {2}Rochefort +1 {2}[0-9a-f]{16}/);
  });

  it("are attacked again by --check, without a trace and without an administrator", () => {
    const before = server.sql("beffroi", "select count(*) from pg_class");
    expect(team.fine("bootstrap", "state", "--check", "Rochefort")).toContain("0 made, 27 probes passed");
    expect(server.sql("beffroi", "select count(*) from pg_class")).toBe(before);
  });

  it("are refused when an attack gets through", () => {
    server.sql("beffroi", "grant create on database beffroi to beffroi_probe_lock");
    const { code, err } = team.beffroi("bootstrap", "state", "--check", "--lang", "fr");
    server.sql("beffroi", "revoke create on database beffroi from beffroi_probe_lock");
    expect(code).toBe(2);
    expect(err).toContain("✗ refusé : créer un schéma\n");
    expect(err).toContain("state-probe-failed");
  });

  it("need no password on the command line, nor in any file but that one", () => {
    const passwords = readFileSync(handed, "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split(":").at(-1) as string);
    const files = readdirSync(team.config, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const entry of files) {
      const text = readFileSync(join(entry.parentPath ?? entry.path, entry.name), "latin1");
      for (const password of passwords) expect(text).not.toContain(password);
    }
  });
});
