import type { z } from "zod";
import { answerUnexpected } from "../../problems/catalogue/openstack";
import { ToolError } from "../../problems/problem";
import { actionOf } from "./sender";
import type { Answer, Exchange } from "./transport";

/** @throws ToolError `cloud-answer-unexpected` */
export function parsedJson({ text }: Answer, exchange: Exchange): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw misunderstood(exchange, "the answer is not JSON", "la réponse n'est pas du JSON");
  }
}

/** @throws ToolError `cloud-answer-unexpected`, naming the field that is not as documented */
export function asSchema<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  exchange: Exchange,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join(".") ?? "";
  throw misunderstood(exchange, `\`${path}\` is not as documented`, `\`${path}\` n'est pas comme documenté`);
}

export function misunderstood(exchange: Exchange, en: string, fr: string): ToolError {
  return new ToolError([answerUnexpected({ action: actionOf(exchange), said: { en, fr } })]);
}
