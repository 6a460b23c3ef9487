import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { build } from "../../../engine/toolchain/build";
import { locateGo } from "../../../engine/toolchain/go";
import { onPath } from "../../../engine/toolchain/on-path";
import { readPins } from "../../../engine/toolchain/pins";
import type { SetupEvent } from "../../../engine/toolchain/progress";
import { Workshop } from "./workshop";

/** With the machine's real Go, where there is one, and a module small enough for a test. */
const withGo = onPath("go", process.env).length > 0 ? it : it.skip;

let shop: Workshop;
let folder: string;
beforeEach(() => {
  shop = new Workshop();
  folder = mkdtempSync(join(tmpdir(), "beffroi-build-"));
});
afterEach(() => {
  shop.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function buildMain(text: string, watch: (event: SetupEvent) => void = () => undefined): Promise<string> {
  shop.write("pins/opentofu/main.go", text);
  shop.write("pins/opentofu/go.mod", "module example.org/it\n\ngo 1.21\n");
  const go = await locateGo("1.21", process.env);
  return build(readPins(shop.pinsFile).tofu, { go, pinsFile: shop.pinsFile, folder, watch });
}

describe("build", () => {
  withGo(
    "makes a program that runs, with no path of this machine in it",
    async () => {
      const program = await buildMain(
        'package main\n\nimport ("os"; "runtime")\n\nfunc main() { _, file, _, _ := runtime.Caller(0); os.Stdout.WriteString(file) }\n',
      );
      expect(execFileSync(program, { encoding: "utf8" })).toBe("example.org/it/main.go");
    },
    60_000,
  );

  withGo(
    "tells what the compiler said, and not the names of packages",
    async () => {
      const failing = buildMain("package main\n\nfunc main() { missing() }\n");
      await expect(failing).rejects.toMatchObject({
        name: "SetupFailure",
        message: expect.stringMatching(
          /^Build of OpenTofu 1.12.6: Go stopped, saying:\n# example.org\/it\n.*undefined: missing$/s,
        ),
      });
    },
    60_000,
  );

  withGo(
    "never adds a module that go.sum does not have",
    async () => {
      await expect(buildMain('package main\n\nimport _ "rsc.io/quote"\n\nfunc main() {}\n')).rejects.toThrow(
        "rsc.io/quote",
      );
    },
    60_000,
  );
});
