/** Finds the toolchain in a process of its own: `find-in-child.ts PINS_FILE`; the environment is the one to use. */
import { findToolchain } from "../../../engine/toolchain/find-toolchain";

findToolchain({
  pinsFile: process.argv[2] as string,
  watch: ({ step }) => process.stderr.write(`${step}\n`),
}).then(({ tofu, provider }) => process.stdout.write(JSON.stringify([tofu.origin, provider.origin])));
