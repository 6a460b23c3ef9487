import { resolve } from "node:path";
import { bootstrapState } from "../../engine/state/bootstrap/bootstrap";
import { told } from "../../engine/state/place";
import type { Probed } from "../../engine/state/probes/probe";
import { bootstrapUnknown } from "../../problems/catalogue/bootstrap-state";
import { EXIT, OperatorError } from "../../problems/problem";
import type { Context } from "../command";
import { coloursFor } from "../screens/paint";
import { namedStacks, withStates } from "./state/open";

export interface BootstrapOptions {
  /** What to make: `state`. */
  readonly what: string;

  /** INSEE codes or names. @default - every town */
  readonly towns: readonly string[];

  /** Runs the probes alone. */
  readonly check: boolean;

  /** New credentials for what exists, too. */
  readonly renew: boolean;

  /** File to hand new credentials over in. */
  readonly out?: string;
  readonly work?: string;
}

/** `beffroi bootstrap state`: makes the place of the states once, and attacks it before it is trusted. */
export async function run(context: Context, options: BootstrapOptions): Promise<number> {
  const { json, language, out, err, signal } = context;
  const { what, towns, check, renew, out: file, work } = options;
  if (what !== "state") throw new OperatorError([bootstrapUnknown({ received: what })]);
  const colours = coloursFor(err);
  const onProbe = ({ title, found }: Probed) =>
    err.write(`${found === undefined ? colours.green("✓") : colours.red("✗")} ${title[language]}\n`);
  return withStates(context, { work }, async (opened) => {
    const stacks = namedStacks(context, { words: towns, all: towns.length === 0, stack: "hosting" });
    const { states } = opened;
    const tools = { toolchain: await opened.toolchain(), work: opened.work, signal, onProbe };
    const made = await bootstrapState({
      states,
      stacks,
      check,
      renew,
      ...tools,
      ...(file && { out: resolve(file) }),
    });
    const place = told(states.settings.place);
    if (json) out.write(`${JSON.stringify({ place, ...made }, null, 2)}\n`);
    else
      out.write(
        language === "fr"
          ? `${place} : ${made.made.length} créé(s), ${made.probes.length} épreuves passées.\n`
          : `${place}: ${made.made.length} made, ${made.probes.length} probes passed.\n`,
      );
    return EXIT.fine;
  });
}
