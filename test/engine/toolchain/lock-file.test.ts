import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { withLockFile } from "../../../engine/toolchain/lock-file";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "beffroi-lock-"));
  file = join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const quiet = { onWait: () => undefined };
const neverWait = {
  onWait: () => {
    throw new Error("waited");
  },
};

describe("withLockFile", () => {
  it("lets one in at a time", async () => {
    let inside = 0;
    const work = async () => {
      inside += 1;
      expect(inside).toBe(1);
      await sleep(30);
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLockFile(file, quiet, work)));
  });

  it("lets go when the work fails", async () => {
    await expect(withLockFile(file, quiet, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(existsSync(file)).toBe(false);
  });

  it("takes over from a process of this host that is gone", async () => {
    writeFileSync(file, `${hostname()} 999999999 x`);
    expect(await withLockFile(file, neverWait, async () => "in")).toBe("in");
  });

  it("takes over from another host only when its heart has stopped", async () => {
    writeFileSync(file, "another-host 1 x");
    await expect(withLockFile(file, neverWait, async () => "in")).rejects.toThrow("waited");
    const longAgo = Date.now() / 1000 - 120;
    utimesSync(file, longAgo, longAgo);
    expect(await withLockFile(file, neverWait, async () => "in")).toBe("in");
  });

  it("stops waiting when it is told to", async () => {
    writeFileSync(file, `${hostname()} ${process.pid} x`);
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error("stopped")), 50);
    await expect(withLockFile(file, { ...quiet, signal: stop.signal }, async () => "in")).rejects.toThrow("stopped");
  });
});
