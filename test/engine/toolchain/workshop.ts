import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Env } from "../../../engine/toolchain/folders";
import { goPlatform } from "../../../engine/toolchain/folders";
import type { Pins } from "../../../engine/toolchain/pins";
import { zipOf } from "./zip-writer";

export const PROVIDER_FILE = "terraform-provider-openstack_v3.4.0";

/** Text of a program that answers `tofu version -json` as OpenTofu does. */
export const tofuScript = (version: string) => `#!/bin/sh\necho '{"terraform_version":"${version}"}'\n`;
export const providerScript = "#!/bin/sh\necho plugin\n";

/** A machine of our own: its PATH, home and cache are folders made for one test, and its pins name what the test serves. */
export class Workshop {
  readonly root = mkdtempSync(join(tmpdir(), "beffroi-toolchain-"));
  readonly cache = join(this.root, "cache");
  readonly bin = join(this.root, "bin");
  readonly home = join(this.root, "home");
  readonly pinsFile = join(this.root, "pins", "pins.json");
  private server: Server | undefined;

  constructor() {
    for (const folder of [this.bin, this.home]) mkdirSync(folder);
    this.pin();
  }

  /** Nobody listens on port 1: the pinned addresses are out of reach unless a test serves them. */
  get env(): Env {
    const base = this.server ? `http://127.0.0.1:${(this.server.address() as AddressInfo).port}` : "http://127.0.0.1:1";
    return { PATH: this.bin, HOME: this.home, BEFFROI_CACHE: this.cache, BEFFROI_DOWNLOAD_BASE: base };
  }

  readonly archives = {
    "/tofu.zip": zipOf({ LICENSE: "MPL", tofu: tofuScript("1.12.6") }),
    "/provider.zip": zipOf({ [PROVIDER_FILE]: providerScript }),
  };

  /** Writes the pins; without archives every platform builds. */
  pin({ archives = true }: { archives?: boolean } = {}): void {
    const pinned = (url: "/tofu.zip" | "/provider.zip") =>
      archives ? { [goPlatform()]: { url: `https://releases.example${url}`, sha256: sha256(this.archives[url]) } } : {};
    const build = { package: "example.org/it", ldflags: "-s" };
    const pins: Pins = {
      tofu: {
        title: "OpenTofu",
        file: "tofu",
        version: "1.12.6",
        atLeast: "1.12.0",
        build: { ...build, module: "opentofu" },
        archives: pinned("/tofu.zip"),
      },
      provider: {
        title: "terraform-provider-openstack",
        file: PROVIDER_FILE,
        version: "3.4.0",
        atLeast: "3.4.0",
        build: { ...build, module: "provider" },
        archives: pinned("/provider.zip"),
      },
    };
    this.write("pins/pins.json", JSON.stringify(pins));
    this.write("pins/opentofu/go.mod", "module example.org/it\n\ngo 1.26.6\n");
    this.write("pins/provider/go.mod", "module example.org/it\n\ngo 1.24.0\n");
  }

  /** Serves the archives on loopback, or what is given instead of them. */
  async serve(instead: Record<string, Buffer> = {}): Promise<void> {
    const files: Record<string, Buffer> = { ...this.archives, ...instead };
    this.server = createServer(({ url = "" }, response) => {
      const file = files[url];
      response.writeHead(file ? 200 : 404, { "Content-Length": file?.length ?? 0 }).end(file);
    });
    const { server } = this;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  }

  stopServing(): void {
    this.server?.close();
    this.server = undefined;
  }

  /** A Go that "compiles" (when `held`: only once `letGo()` was called) by copying the scripts above, and writes down each build in `builds`. */
  installGo({ version = "1.26.8", held = false, toolchain = "local", fails = "" } = {}): void {
    const says = JSON.stringify({
      GOVERSION: `go${version}`,
      GOENV: join(this.home, "go", "env"),
      GOTOOLCHAIN: toolchain,
    });
    this.program(
      "go",
      `#!/bin/sh
PATH=/usr/bin:/bin
case $1 in
  env) echo '${says}' ;;
  list) echo "go: downloading example.org/dep v1.0.0" >&2; echo example.org/dep; echo example.org/it ;;
  build)
    echo "$PWD GOOS=$GOOS GOTOOLCHAIN=$GOTOOLCHAIN GOFLAGS=$GOFLAGS GOWORK=$GOWORK" >> ${this.root}/builds
    echo example.org/dep >&2
    ${fails && `echo '${fails}' >&2; exit 1`}
    echo half > "$6"
    trap 'exit 1' INT
    while ${held} && [ -e ${this.root}/pins ] && [ ! -e ${this.root}/go-on ]; do sleep 0.05; done
    case $6 in *provider*) printf '%s' '${providerScript}' > "$6" ;; *) cat ${this.root}/built-tofu > "$6" ;; esac
    chmod +x "$6"
esac
`,
    );
    this.write("built-tofu", tofuScript("1.12.6"));
  }

  letGo(): void {
    this.write("go-on", "");
  }

  get builds(): string[] {
    const file = join(this.root, "builds");
    return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  }

  /** Puts a program on the PATH. */
  program(name: string, text: string): string {
    return this.write(join("bin", name), text, 0o755);
  }

  write(path: string, text: string, mode = 0o644): string {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    chmodSync(file, mode);
    return file;
  }

  remove(): void {
    this.stopServing();
    rmSync(this.root, { recursive: true, force: true });
  }
}

export function sha256(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
