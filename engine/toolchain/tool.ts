import type { Localised } from "../../problems/language";

/** The two programs that Beffroi needs under it. */
export const TOOL_NAMES = ["tofu", "provider"] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

/**
 * Where a tool was found in this run: `path` is the machine's own (the PATH, or a folder of plugins that OpenTofu
 * reads by itself), `cache` the kit's; `downloaded` and `built` mean that this very run set it up.
 */
export type Origin = "path" | "cache" | "downloaded" | "built";

/** How a tool of the kit's cache once came there. */
export interface Arrival {
  readonly how: "downloaded" | "built";

  /** Address of the archive, or Go package and version of Go. */
  readonly from: string;

  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface Tool {
  /** Absolute path of the program. */
  readonly path: string;

  /** Without a leading "v". */
  readonly version: string;

  /** Of the program itself, in lower-case hexadecimal. */
  readonly sha256: string;

  readonly origin: Origin;

  /** @default - none: the program is not of the kit's cache. */
  readonly arrival?: Arrival;
}

/** Everything that is needed to run OpenTofu with no network. */
export interface Toolchain {
  readonly tofu: Tool;
  readonly provider: Tool;

  /** Value for `TF_CLI_CONFIG_FILE`: it points OpenTofu to the mirror, and nowhere else. */
  readonly cliConfig: string;

  /** Folder laid out as OpenTofu's filesystem mirror, which holds the provider. */
  readonly mirror: string;

  /** The kit's cache. */
  readonly cache: string;

  /** What was passed over, and why. */
  readonly notes: readonly Localised[];
}
