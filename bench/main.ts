/** `npm run bench`: whole processes against the raw tool in the same run; writes `bench/latest.json`. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environment } from "../engine/tofu";
import { findToolchain } from "../engine/toolchain/find-toolchain";
import type { Toolchain } from "../engine/toolchain/tool";
import { bigPlan } from "./big-plan";
import { encryption, withoutEncryption } from "./encryption";
import { makeFleet } from "./fleet";
import { compare, type Measure, measure, median, timeOf } from "./measure";

const KIT = join(__dirname, "..");
const BEFFROI = join(KIT, "beffroi");
const ROUNDS = 7;
const TOWN = "17299";

async function main(): Promise<number> {
  const toolchain = await findToolchain();
  const folder = mkdtempSync(join(tmpdir(), "beffroi-bench-"));
  const measures: Measure[] = [];
  const tell = (...found: Measure[]) => {
    measures.push(...found);
    for (const each of found) process.stdout.write(row(each));
  };
  try {
    tell(start(), ...plan(toolchain, folder), ...synthesis(folder), ...check(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const list = measures.map(({ name, value, bar, ok }) => ({ name, value, bar, ok }));
  writeFileSync(join(KIT, "bench", "latest.json"), `${JSON.stringify(list, null, 2)}\n`);
  const out = measures.filter(({ ok }) => !ok);
  process.stdout.write(
    out.length ? `\nOut of bounds: ${out.map(({ name }) => name).join("; ")}\n` : "\nEverything is within its bar.\n",
  );
  return out.length ? 1 : 0;
}

function start(): Measure {
  const [help = 0, node = 0] = compare(
    ROUNDS,
    () => timeOf(BEFFROI, ["--help"]),
    () => timeOf(process.execPath, ["-e", "0"]),
  );
  return measure("beffroi --help / node -e 0", help / node, "x", 3, `${ms(help)} / ${ms(node)}`);
}

function plan(toolchain: Toolchain, folder: string): Measure[] {
  const config = join(folder, "config");
  makeExample(config);
  timeOf(BEFFROI, ["plan", TOWN, "--config", config]);
  const json = readFileSync(join(config, ".beffroi", "plans", TOWN, "hosting", "cdk.tf.json"), "utf8");
  const env = environment(process.env, toolchain.cliConfig);
  const raw = join(folder, "raw");
  const byHand = () => {
    rmSync(raw, { recursive: true, force: true });
    mkdirSync(raw);
    writeFileSync(join(raw, "cdk.tf.json"), withoutEncryption(json));
    const options = { cwd: raw, env };
    return (
      timeOf(toolchain.tofu.path, ["init", "-input=false"], options) +
      timeOf(toolchain.tofu.path, ["plan", "-input=false", "-out=plan"], options) +
      timeOf(toolchain.tofu.path, ["show", "-json", "plan"], options)
    );
  };
  const [whole = 0, hand = 0] = compare(ROUNDS, () => timeOf(BEFFROI, ["plan", TOWN, "--config", config]), byHand);
  return [
    measure("beffroi plan / tofu init, plan, show", whole / hand, "x", 1.3, `${ms(whole)} / ${ms(hand)}`),
    encryption(toolchain, folder, json, ROUNDS),
  ];
}

function synthesis(folder: string): Measure[] {
  const config = join(folder, "fleet-1");
  const [insee = ""] = makeFleet(KIT, config, 1);
  const alone = Array.from({ length: ROUNDS }, () => stepOf("synthesis", insee, config));
  return [
    measure("synthesis per town, 1 town", median(alone), "ms", 30),
    ...[100, 400].flatMap((count) => synthesisOf(folder, count)),
  ];
}

/** How long a step of a whole `beffroi plan` took, by its own word. */
function stepOf(step: string, insee: string, config: string): number {
  const { stderr } = spawnSync(BEFFROI, ["plan", insee, "--config", config, "--timings"], { encoding: "utf8" });
  const found = new RegExp(`${step} (\\d+) ms`).exec(stderr)?.[1];
  if (found === undefined) throw new Error(`no time of ${step} in: ${stderr}`);
  return Number(found);
}

function synthesisOf(folder: string, count: number): Measure[] {
  const config = join(folder, `fleet-${count}`);
  makeFleet(KIT, config, count);
  const script = join(KIT, "bench", "synthesis.mjs");
  const runs = Array.from({ length: ROUNDS }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, KIT, config], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as { perTown: number; megabytes: number };
  });
  const time = measure(`synthesis per town, ${count} towns`, median(runs.map((run) => run.perTown)), "ms", 30);
  const memory = median(runs.map((run) => run.megabytes));
  return count === 400 ? [time, measure("resident memory, 400 towns", memory, "MB", 300)] : [time];
}

function check(folder: string): Measure[] {
  const file = join(folder, "plan.json");
  writeFileSync(file, bigPlan(join(folder, "config", ".beffroi", "plans", TOWN, "hosting", "plan.json"), 1000));
  // 1: the gates may refuse; the time is that of judging all the same.
  const [time = 0] = compare(ROUNDS, () => timeOf(BEFFROI, ["check", file], {}, [0, 1]));
  return [measure("beffroi check, 1,000 resources", time, "s", 0.4)];
}

function makeExample(config: string): void {
  cpSync(join(KIT, "config"), config, { recursive: true, filter: (path) => !path.includes(".beffroi") });
}

const ms = (seconds: number) => `${Math.round(seconds * 1000)} ms`;

function row({ name, value, unit, bar, ok, detail }: Measure): string {
  const figure = `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;
  return `${ok ? "ok " : "OUT"} ${name.padEnd(40)} ${figure.padStart(10)}  bar ${bar} ${unit}${detail ? `  (${detail})` : ""}\n`;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  },
);
