import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { LauncherKit } from "./launcher-kit";

const CI = "ci --include=dev --no-audit --no-fund --no-update-notifier";
const BUILD = "run --silent build";

let kit: LauncherKit;
beforeEach(() => {
  kit = new LauncherKit();
});
afterEach(() => kit.clean());

describe("the first run", () => {
  it("installs, builds, then runs the command with its arguments as they are", () => {
    const { status, stdout, stderr } = kit.run(["plan", "L'Haÿ-les-Roses", "", "--json"]);
    expect(stdout).toBe('["plan","L\'Haÿ-les-Roses","","--json"]\n');
    expect(stderr).toMatchInlineSnapshot(`
"beffroi: installing its packages, once...
beffroi: building...
"
`);
    expect(status).toBe(0);
    expect(kit.asked).toEqual([CI, BUILD]);
  });

  it("works from any folder, through links to links", () => {
    mkdirSync(join(kit.root, "elsewhere"));
    symlinkSync("../kit/beffroi", join(kit.root, "elsewhere", "one"));
    symlinkSync("one", join(kit.root, "elsewhere", "two"));
    const { stdout } = kit.run(["x"], { cwd: "/", launcher: join(kit.root, "elsewhere", "two") });
    expect(stdout).toBe('["x"]\n');
  });

  it("works as `sh beffroi`, in its own folder", () => {
    expect(kit.run(["x"], { cwd: kit.kit, launcher: "beffroi" }).stdout).toBe('["x"]\n');
  });

  it("does nothing of this in an installed npm package", () => {
    rmSync(join(kit.kit, "tsconfig.build.json"));
    kit.write("kit/dist/cli/main.js", "console.log('packed')");
    expect(kit.run()).toEqual({ status: 0, stdout: "packed\n", stderr: "" });
    expect(kit.asked).toEqual([]);
  });
});

describe("the next runs", () => {
  beforeEach(() => void kit.run());
  const askedBy = (change: () => void) => {
    kit.remove("asked");
    change();
    expect(kit.run().status).toBe(0);
    return kit.asked;
  };

  it("ask nothing and say nothing", () => {
    kit.remove("asked");
    expect(kit.run(["x"])).toEqual({ status: 0, stdout: '["x"]\n', stderr: "" });
    expect(kit.asked).toEqual([]);
  });

  it("build when a source is newer", () => {
    expect(askedBy(() => kit.age("engine/deep/source.ts", 5))).toEqual([BUILD]);
  });

  it("build when a source was removed", () => {
    const removeSource = () => {
      kit.remove("kit/engine/deep/source.ts");
      kit.age("engine/deep", 5);
    };
    expect(askedBy(removeSource)).toEqual([BUILD]);
  });

  it("build when the provider's schema is newer, but not when its bindings are", () => {
    expect(askedBy(() => kit.age("provider/schema.json", 5))).toEqual([BUILD]);
    kit.age("provider/schema.json", -5);
    expect(askedBy(() => void kit.write("kit/provider/lib/index.js", ""))).toEqual([]);
  });

  it("build when dist is gone", () => {
    expect(askedBy(() => kit.remove("kit/dist"))).toEqual([BUILD]);
  });

  it("install again when package-lock.json is newer", () => {
    kit.npm({ ci: "touch -d '+20 seconds' node_modules/.package-lock.json" });
    expect(askedBy(() => kit.age("package-lock.json", 5))).toEqual([CI]);
  });

  it("install again after an install that was interrupted", () => {
    expect(askedBy(() => kit.remove("kit/node_modules/.package-lock.json"))).toEqual([CI]);
  });

  it("build again after a build that failed, or a change made while building", () => {
    kit.npm({ build: "exit 1" });
    kit.age("engine/deep/source.ts", 5);
    expect(kit.run().status).toBe(3);
    kit.npm({ build: "sleep 0.1; touch engine/deep/source.ts" });
    expect(askedBy(() => kit.age("engine/deep/source.ts", 0))).toEqual([BUILD]);
    expect(askedBy(() => kit.npm())).toEqual([BUILD]);
    expect(askedBy(() => undefined)).toEqual([]);
  });
});

describe("what is missing is told", () => {
  const both = (name: string) =>
    [kit.run([], { lang: "C.UTF-8" }), kit.run([], { lang: "fr_FR.UTF-8" })].map(({ status, stdout, stderr }) => {
      expect([name, status, stdout]).toEqual([name, 2, ""]);
      return stderr;
    });

  it("when there is no Node.js", () => {
    kit.remove("bin/node");
    const [en, fr] = both("node");
    expect(en).toMatchInlineSnapshot(`
"beffroi needs Node.js 20 or newer, and finds none on the PATH.
Take it from https://nodejs.org/en/download or, on Debian 13:
  sudo apt install nodejs npm
"
`);
    expect(fr).toMatchInlineSnapshot(`
"beffroi a besoin de Node.js 20 ou plus récent, et n'en trouve pas dans le PATH.
Prenez-le sur https://nodejs.org/fr/download ou, sur Debian 13 :
  sudo apt install nodejs npm
"
`);
  });

  it("when Node.js is too old", () => {
    kit.remove("bin/node");
    kit.program("node", "echo v18.19.0");
    const [en, fr] = both("old node");
    expect(en).toMatchInlineSnapshot(`
"beffroi needs Node.js 20 or newer, and /bin/node is version 18.19.0.
Take it from https://nodejs.org/en/download or, on Debian 13:
  sudo apt install nodejs npm
"
`);
    expect(fr).toMatchInlineSnapshot(`
"beffroi a besoin de Node.js 20 ou plus récent, et /bin/node est en version 18.19.0.
Prenez-le sur https://nodejs.org/fr/download ou, sur Debian 13 :
  sudo apt install nodejs npm
"
`);
  });

  it("when Node.js becomes too old after the kit was set up", () => {
    expect(kit.run().status).toBe(0);
    kit.remove("bin/node");
    kit.program("node", "echo v18.19.0");
    expect(kit.run().status).toBe(2);
  });

  it("when there is no npm", () => {
    kit.remove("bin/npm");
    const [en, fr] = both("npm");
    expect(en).toMatchInlineSnapshot(`
"beffroi needs npm, which comes with Node.js, and finds none on the PATH. On Debian:
  sudo apt install npm
"
`);
    expect(fr).toMatchInlineSnapshot(`
"beffroi a besoin de npm, qui vient avec Node.js, et n'en trouve pas dans le PATH. Sur Debian :
  sudo apt install npm
"
`);
  });

  it("in the language of --lang", () => {
    kit.remove("bin/npm");
    expect(kit.run(["plan", "--lang", "fr"]).stderr).toContain("a besoin de npm");
    expect(kit.run(["plan", "--lang=en"], { lang: "fr_FR.UTF-8" }).stderr).toContain("needs npm");
  });

  it("when npm fails: the end of what it said, and where the rest is", () => {
    kit.npm({ ci: "echo 'npm error network'; exit 1" });
    const { status, stdout, stderr } = kit.run([], { lang: "fr" });
    expect(stdout).toBe("");
    expect(stderr).toMatchInlineSnapshot(`
"beffroi : installation de ses paquets, une seule fois...
added 2 packages
npm error network
beffroi : cette commande a échoué dans /kit ; tout ce qu'elle a dit est dans /kit/.beffroi/setup.log :
  npm ci --include=dev --no-audit --no-fund --no-update-notifier
"
`);
    expect(status).toBe(3);
    expect(readFileSync(join(kit.kit, ".beffroi", "setup.log"), "utf8")).toContain("npm error network");
  });
});

describe.each([
  ["flock", true],
  ["no flock", false],
])("two first runs at once, with %s", (_, flock) => {
  beforeEach(() => {
    kit.clean();
    kit = new LauncherKit({ flock });
  });

  it("install once", async () => {
    const goOn = join(kit.root, "go-on");
    kit.npm({ ci: `while [ -e "${kit.kit}" ] && [ ! -e "${goOn}" ]; do sleep 0.05; done` });
    const runs = [kit.begin(), kit.begin()].map((child) => {
      const said = { out: "", err: "" };
      child.stdout.on("data", (text) => {
        said.out += text;
      });
      child.stderr.on("data", (text) => {
        said.err += text;
      });
      return { said, ended: new Promise((resolve) => child.once("close", resolve)) };
    });
    while (!runs.some(({ said }) => said.err.includes("another run is setting up"))) await sleep(20);
    kit.write("go-on", "");
    expect(await Promise.all(runs.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(runs.map(({ said }) => said.out)).toEqual(["[]\n", "[]\n"]);
    expect(kit.asked).toEqual([CI, BUILD]);
  });

  it("are not stopped for ever by one that was killed", async () => {
    kit.npm({ ci: "sleep 0.6" });
    const child = kit.begin();
    while (kit.asked.length === 0) await sleep(20);
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    kit.npm();
    expect(kit.run().stdout).toBe("[]\n");
  });
});

describe("Ctrl-C while installing", () => {
  it("stops npm, and the next run installs", async () => {
    kit.npm({ ci: `trap 'exit 1' TERM; while [ -e "${kit.kit}" ]; do sleep 0.05; done` });
    const child = kit.begin();
    while (kit.asked.length === 0) await sleep(20);
    child.kill("SIGINT");
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(130);
    expect(existsSync(join(kit.kit, "node_modules"))).toBe(false);
    kit.npm();
    expect(kit.run().stdout).toBe("[]\n");
  });
});

describe("the launcher", () => {
  it("adds at most 50 ms", () => {
    kit.run();
    const timed = (program: string, args: string[]) => {
      const began = performance.now();
      spawnSync(program, args);
      return performance.now() - began;
    };
    const [direct, launched]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < 9; turn++) {
      direct.push(timed(process.execPath, [join(kit.kit, "dist/cli/main.js")]));
      launched.push(timed(kit.launcher, []));
    }
    // The best of each: the others measure what else the machine was doing.
    expect(Math.min(...launched) - Math.min(...direct)).toBeLessThan(50);
  });

  it("wants the Node.js that package.json wants, and watches the sources that are built", () => {
    const root = join(__dirname, "..");
    const text = readFileSync(join(root, "beffroi"), "utf8");
    const json = (file: string) => JSON.parse(readFileSync(join(root, file), "utf8"));
    expect(`>=${/^NODE_WANTED=(\d+)/m.exec(text)?.[1]}`).toBe(json("package.json").engines.node);
    const left = json("tsconfig.build.json").exclude as string[];
    const built = (json("tsconfig.json").include as string[]).filter((folder) => !left.includes(folder));
    expect(/^SOURCES='(.*)'$/m.exec(text)?.[1]?.split(" ").sort()).toEqual([...built, "scripts"].sort());
  });
});
