import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { onPath } from "../../../engine/toolchain/on-path";
import { Workshop } from "./workshop";

const KIT = join(__dirname, "..", "..", "..");

let shop: Workshop;
const children: ChildProcess[] = [];
beforeEach(() => {
  shop = new Workshop();
  shop.pin({ archives: false });
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  shop.remove();
});

/** A real run of its own. */
function begin() {
  const script = join(__dirname, "find-in-child.ts");
  const loader = join(KIT, "scripts", "typescript.cjs");
  const child = spawn(process.execPath, ["-r", loader, script, shop.pinsFile], { env: shop.env as NodeJS.ProcessEnv });
  children.push(child);
  const said = { origins: "", steps: "" };
  child.stdout.on("data", (text) => {
    said.origins += text;
  });
  child.stderr.on("data", (text) => {
    said.steps += text;
  });
  const ended = new Promise<typeof said>((resolve) => child.once("close", () => resolve(said)));
  return { child, said, ended };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(20);
}

describe.each(["the kernel's lock", "a lock file"])("two runs at once, with %s", (lock) => {
  beforeEach(() => {
    if (lock === "a lock file") return;
    for (const name of ["flock", "cat"]) symlinkSync(onPath(name, process.env)[0] as string, join(shop.bin, name));
  });

  it("build once: the second waits, says so, and finds the work done", async () => {
    shop.installGo({ held: true });
    const first = begin();
    await until(() => shop.builds.length > 0);
    const second = begin();
    await until(() => second.said.steps !== "");
    shop.letGo();
    expect((await first.ended).origins).toBe('["built","built"]');
    expect(await second.ended).toEqual({ origins: '["cache","cache"]', steps: "waiting\n" });
    expect(shop.builds).toHaveLength(2); // one of each tool
  }, 20_000);

  it("do not wait for a run that was killed, and sweep what it left", async () => {
    shop.installGo({ held: true });
    const first = begin();
    await until(() => shop.builds.length > 0);
    first.child.kill("SIGKILL");
    await first.ended;
    expect(existsSync(join(shop.cache, "toolchain", "opentofu"))).toBe(false);
    expect(readdirSync(join(shop.cache, "toolchain", "tmp"))).toHaveLength(1);

    shop.installGo();
    expect((await begin().ended).origins).toBe('["built","built"]');
    expect(existsSync(join(shop.cache, "toolchain", "tmp"))).toBe(false);
    shop.letGo();
  }, 20_000);
});
