import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Toolchain } from "./toolchain/tool";

/** How OpenTofu knows the provider; what the provider prints of itself names another registry. */
const SOURCE = "registry.opentofu.org/terraform-provider-openstack/openstack";

/** A provider that does not answer in this time is left alone: OpenTofu then starts its own. */
const PATIENCE_MS = 5_000;

/**
 * The provider, started once for all the commands of one town's plan, where OpenTofu would start it anew for each: half of
 * the time of a plan goes there. It is started while the plan is being synthesised.
 *
 * One town only: the provider keeps one configuration per process, and two towns' credentials must not meet. It listens on
 * a socket in a folder of its own that only its owner can enter.
 */
export class ProviderProcess {
  private readonly folder = mkdtempSync(join(tmpdir(), "beffroi-"));
  private readonly child: ChildProcess;
  private readonly attached: Promise<Readonly<Record<string, string>>>;

  constructor({ provider }: Pick<Toolchain, "provider">, env: NodeJS.ProcessEnv) {
    const own = { ...env, TMPDIR: this.folder };
    this.child = spawn(provider.path, ["-debug"], { env: own, stdio: ["ignore", "pipe", "ignore"] });
    this.attached = this.listen();
  }

  /** The variable that makes OpenTofu use it; nothing when it did not start. */
  env(): Promise<Readonly<Record<string, string>>> {
    return this.attached;
  }

  stop(): void {
    this.child.kill("SIGKILL"); // it holds nothing: what it did for OpenTofu is done
    rmSync(this.folder, { recursive: true, force: true });
  }

  private listen(): Promise<Readonly<Record<string, string>>> {
    return new Promise((resolve) => {
      let said = "";
      const timer = setTimeout(() => resolve({}), PATIENCE_MS);
      const settle = (env: Record<string, string>) => {
        clearTimeout(timer);
        resolve(env);
      };
      this.child.once("error", () => settle({}));
      this.child.once("exit", () => settle({}));
      this.child.stdout?.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const address = /TF_REATTACH_PROVIDERS='(\{.*\})'/.exec(said)?.[1];
        if (address) settle({ TF_REATTACH_PROVIDERS: underOurSource(address) });
      });
    });
  }
}

function underOurSource(address: string): string {
  const [how] = Object.values(JSON.parse(address) as Record<string, unknown>);
  return JSON.stringify({ [SOURCE]: how });
}
