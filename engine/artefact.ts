import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Resolved } from "../blueprint/blueprint";
import type { Policy } from "../gates/policy";
import type { Prices } from "../schema/files/prices";
import { canonicalJson, sha256 } from "./digest";
import { kitVersion } from "./kit";
import type { StackReport } from "./report";
import type { Toolchain } from "./toolchain/tool";

/** Files of an artefact, beside what `tofu init` left. */
export const ARTEFACT = {
  stack: "cdk.tf.json",
  plan: "plan.tfplan",
  planJson: "plan.json",
  verdict: "verdict.json",
  seal: "artefact.json",
} as const;

/** What binds a plan to what it was made from: when one of these differs, it is another plan. */
export interface Seal {
  readonly format: "beffroi/artefact/1";
  readonly insee: string;
  readonly stack: string;

  /** ISO 8601, UTC. */
  readonly at: string;
  readonly versions: { readonly beffroi: string; readonly tofu: string; readonly provider: string };

  /** SHA-256 of each file, and of what they were made from. */
  readonly digests: {
    readonly plan: string;
    readonly planJson: string;
    readonly verdict: string;
    readonly stack: string;

    /** The town's blueprint: config and facts, resolved. */
    readonly blueprint: string;

    /** What the target lays down, and its prices. */
    readonly policy: string;
    readonly tofu: string;
    readonly provider: string;
  };
}

export interface ArtefactParts {
  readonly folder: string;
  readonly stack: string;
  readonly resolved: Resolved;
  readonly policy: Policy;
  readonly prices: Prices;
  readonly toolchain: Toolchain;
  readonly files: { readonly stack: string; readonly plan: Uint8Array; readonly planJson: Uint8Array };
  readonly report: StackReport;
}

/** Digests of what a plan is made from and judged by; when one of them differs, it is another plan. */
export function originDigests({
  resolved,
  policy,
  prices,
  toolchain,
}: Pick<ArtefactParts, "resolved" | "policy" | "prices" | "toolchain">) {
  return {
    blueprint: sha256(canonicalJson(resolved.blueprint)),
    policy: sha256(canonicalJson([policy, prices])),
    tofu: toolchain.tofu.sha256,
    provider: toolchain.provider.sha256,
  };
}

/** Writes what is missing of an artefact into its folder; the seal comes last. */
export function writeArtefact(parts: ArtefactParts): void {
  const { folder, stack, resolved, policy, prices, toolchain, files, report } = parts;
  const verdict = `${JSON.stringify(report, null, 2)}\n`;
  const seal: Seal = {
    format: "beffroi/artefact/1",
    insee: resolved.blueprint.town.insee,
    stack,
    at: new Date().toISOString(),
    versions: { beffroi: kitVersion(), tofu: toolchain.tofu.version, provider: toolchain.provider.version },
    digests: {
      plan: sha256(files.plan),
      planJson: sha256(files.planJson),
      verdict: sha256(verdict),
      stack: sha256(files.stack),
      ...originDigests({ resolved, policy, prices, toolchain }),
    },
  };
  const write = (name: string, bytes: string | Uint8Array) => writeFileSync(join(folder, name), bytes, { mode: 0o600 });
  write(ARTEFACT.planJson, files.planJson);
  write(ARTEFACT.verdict, verdict);
  write(ARTEFACT.seal, `${JSON.stringify(seal, null, 2)}\n`);
}
