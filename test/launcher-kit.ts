import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onPath } from "../engine/toolchain/on-path";

const ROOT = join(__dirname, "..");
const PLAIN_TOOLS = [
  "sh",
  "readlink",
  "dirname",
  "find",
  "date",
  "sleep",
  "tail",
  "tr",
  "rm",
  "mv",
  "mkdir",
  "ln",
  "touch",
];

/** A small kit in a folder of its own, with the real launcher and, on its PATH, only what the test puts there. */
export class LauncherKit {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), "beffroi launcher ")));
  readonly kit = join(this.root, "kit");
  readonly launcher = join(this.kit, "beffroi");

  constructor({ flock = true } = {}) {
    for (const tool of flock ? [...PLAIN_TOOLS, "flock"] : PLAIN_TOOLS) this.link(tool, onPath(tool, process.env)[0]);
    this.link("node", process.execPath);
    for (const file of [
      "package.json",
      "package-lock.json",
      "tsconfig.json",
      "tsconfig.build.json",
      "provider/schema.json",
    ]) {
      this.write(`kit/${file}`, "{}\n");
    }
    this.write("kit/engine/deep/source.ts", "export {};\n");
    copyFileSync(join(ROOT, "beffroi"), this.launcher);
    this.npm();
  }

  /** An npm that writes down what it was asked, and leaves what the real one leaves. */
  npm({ ci = "", build = "" } = {}): void {
    this.program(
      "npm",
      `echo "$*" >> "${this.root}/asked"
case $1 in
  ci) echo "added 2 packages"; ${ci || ":"}; mkdir -p node_modules/typescript; touch node_modules/.package-lock.json ;;
  run) echo "built"; ${build || ":"}; mkdir -p dist/cli; echo 'console.log(JSON.stringify(process.argv.slice(2)))' > dist/cli/main.js ;;
esac`,
    );
  }

  get asked(): string[] {
    const file = join(this.root, "asked");
    return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  }

  run(args: readonly string[] = [], { lang = "C", cwd = this.root, launcher = this.launcher } = {}) {
    const { status, stdout, stderr } = spawnSync("/bin/sh", [launcher, ...args], {
      cwd,
      env: this.env(lang),
      encoding: "utf8",
    });
    return { status, stdout, stderr: stderr.replaceAll(this.root, "") };
  }

  begin(): ChildProcessWithoutNullStreams {
    return spawn("/bin/sh", [this.launcher], { env: this.env("C") });
  }

  /** Gives a file of the kit a date in the future, in seconds from now. */
  age(path: string, seconds: number): void {
    const then = Date.now() / 1000 + seconds;
    utimesSync(join(this.kit, path), then, then);
  }

  program(name: string, text: string): void {
    const file = this.write(`bin/${name}`, `#!/bin/sh\n${text}\n`);
    chmodSync(file, 0o755);
  }

  remove(name: string): void {
    rmSync(join(this.root, name), { recursive: true, force: true });
  }

  clean(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  write(path: string, text: string): string {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    rmSync(file, { force: true });
    writeFileSync(file, text);
    return file;
  }

  private link(name: string, target: string | undefined): void {
    mkdirSync(join(this.root, "bin"), { recursive: true });
    symlinkSync(target as string, join(this.root, "bin", name));
  }

  private env(lang: string): NodeJS.ProcessEnv {
    return { PATH: join(this.root, "bin"), LANG: lang, HOME: this.root };
  }
}
