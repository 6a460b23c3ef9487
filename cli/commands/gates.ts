import { asPublished } from "../../gates/catalogue";
import { explanation } from "../../gates/reporters/explanation";
import type { Rule } from "../../gates/rule";
import { RULES } from "../../gates/rules";
import { badGatesUsage, unknownGate } from "../../problems/catalogue/gates";
import { EXIT, OperatorError } from "../../problems/problem";
import { nearest } from "../../problems/words";
import type { Context } from "../command";
import { coloursFor } from "../screens/paint";
import { table } from "../screens/table";

export interface GatesOptions {
  /** @default - the gates are listed */
  readonly verb?: string;

  /** Id of a gate, in any case. */
  readonly rule?: string;
}

/** Lists the gates, or explains one. */
export async function run({ language, json, out }: Context, { verb, rule: id }: GatesOptions): Promise<number> {
  if (verb !== undefined && (verb !== "explain" || id === undefined))
    throw new OperatorError([badGatesUsage({ received: verb })]);
  const rules = id === undefined ? RULES : [ruleNamed(id)];
  if (json) {
    const published = rules.map(asPublished);
    out.write(`${JSON.stringify(id === undefined ? published : published[0], null, 2)}\n`);
  } else if (id !== undefined) {
    out.write(`${explanation(rules[0] as Rule, language, coloursFor(out))}\n`);
  } else {
    const rows = rules.map(({ id, severity, title }) => [id, severity === "error" ? " " : "!", title[language]]);
    const legend =
      language === "fr"
        ? "! : avertissement, qui ne refuse un plan qu'avec --strict"
        : "!: a warning, which refuses a plan only with --strict";
    out.write(`${table(rows, [], "")}\n\n${legend}\n`);
  }
  return EXIT.fine;
}

function ruleNamed(id: string): Rule {
  const found = RULES.find((rule) => rule.id === id.toUpperCase());
  if (found) return found;
  const suggestion = nearest(
    id,
    RULES.map((rule) => rule.id),
  );
  throw new OperatorError([unknownGate({ received: id, ...(suggestion && { suggestion }) })]);
}
