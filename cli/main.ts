#!/usr/bin/env node
/**
 * Starts the command line from its one file, with the machine code that V8 kept from an earlier run of the same command:
 * compiling it anew takes a fifth of the time of a plan. The name of what is kept holds the date of the file, so that a new
 * build never meets old code; V8 itself refuses the code of another version or with other flags.
 */
import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { Module } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";

const bundle = join(__dirname, "entry.js");
const [, , command = ""] = process.argv;
const name = `${command}-${process.version}-${statSync(bundle).mtimeMs}.code`;
const kept = /^[a-z]+$/.test(command) ? join(__dirname, name) : undefined;
const cachedData = kept ? read(kept) : undefined;

// `wrap` is what `require` itself does to a file; its types forget it.
const { wrap } = Module as unknown as { wrap(source: string): string };
const script = new Script(wrap(readFileSync(bundle, "utf8")), { filename: bundle, ...(cachedData && { cachedData }) });

if (kept && (!cachedData || script.cachedDataRejected)) process.once("exit", keep);
script.runInThisContext()(exports, require, module, bundle, __dirname);

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Only what went well: no file for a command that does not exist. A kit that cannot be written just stays slower. */
function keep(code: number): void {
  if (code > 1 || !kept) return;
  try {
    const draft = `${kept}.${process.pid}`;
    writeFileSync(draft, script.createCachedData());
    renameSync(draft, kept);
  } catch {}
}
