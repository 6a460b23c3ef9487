/**
 * Synthesises every town of a config, in a process of its own that holds nothing else: plain JavaScript on the compiled
 * kit. Prints milliseconds per town and peak memory.
 */
import { createRequire } from "node:module";
import { join } from "node:path";

const [kit = "", folder = ""] = process.argv.slice(2);
const require = createRequire(join(kit, "dist", "x.js"));
const { loadConfig } = require("./schema/load");
const { resolve } = require("./blueprint/resolve");
const { synthesise } = require("./stacks/synthesise");

const config = loadConfig(folder);
const start = performance.now();
for (const insee of config.towns.keys()) synthesise(resolve(config, insee).blueprint);
const perTown = (performance.now() - start) / config.towns.size;
process.stdout.write(JSON.stringify({ perTown, megabytes: process.resourceUsage().maxRSS / 1024 }));
