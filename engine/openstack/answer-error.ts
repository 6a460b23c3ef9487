import { answerUnexpected, cloudForbidden } from "../../problems/catalogue/openstack";
import { EXIT, type ExitCode, OperatorError } from "../../problems/problem";
import { saidIn } from "./said";
import { withoutSecrets } from "./secret";
import { actionOf } from "./sender";
import type { Token } from "./token";
import type { Answer, Exchange } from "./transport";

/** A service said no: `status` tells callers who can do without what they asked for. */
export class AnswerError extends OperatorError {
  readonly status: number;
  override readonly exitCode: ExitCode;

  constructor(exchange: Exchange, { status, text }: Answer, { user, roles, value }: Token) {
    const action = actionOf(exchange);
    const said = withoutSecrets(saidIn(text), [value]);
    const who = `${user.name} (roles: ${roles.map(({ name }) => name).join(", ") || "-"})`;
    super([
      status === 403
        ? cloudForbidden({ action, said, who })
        : answerUnexpected({
            action,
            said: { en: `status ${status}: ${said}`, fr: `statut ${status} : ${said}` },
          }),
    ]);
    this.status = status;
    this.exitCode = status === 403 ? EXIT.operator : EXIT.tool;
  }
}

/** The result; nothing when the service answers with one of these statuses. */
export async function unless<T>(statuses: readonly number[], asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof AnswerError && statuses.includes(error.status)) return undefined;
    throw error;
  }
}
