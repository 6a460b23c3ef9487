/** Runs before every test file of this run: without it, a lost mapping would test the fork twice and be green. */
import { version } from "cdktf/package.json";

if (!version.startsWith("0.21.")) throw new Error(`this run is for cdktf 0.21, but "cdktf" is ${version}`);
