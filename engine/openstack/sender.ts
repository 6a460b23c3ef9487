import { answerUnexpected, certificateRefused, cloudUnreachable } from "../../problems/catalogue/openstack";
import { OperatorError, ToolError } from "../../problems/problem";
import { NoAnswer, type RetryOptions, sendWithRetries } from "./retry";
import { type Answer, type Exchange, Transport, type TransportOptions } from "./transport";

export type SenderOptions = TransportOptions & Omit<RetryOptions, "signal">;

/** Sends with retries; what ends without an answer becomes a problem that an operator understands. */
export class Sender {
  private readonly transport: Transport;

  constructor(private readonly options: SenderOptions) {
    this.transport = new Transport(options);
  }

  /**
   * @param harmless the request may be done twice
   * @throws ToolError `cloud-unreachable`, `cloud-answer-unexpected` when the cloud stays overloaded; OperatorError
   * `cloud-certificate-refused`
   */
  async send(exchange: Exchange, harmless: boolean): Promise<Answer> {
    try {
      const { tries, ...answer } = await sendWithRetries(this.transport, exchange, harmless, this.options);
      if (answer.status !== 429 && answer.status < 502) return answer;
      throw new ToolError([
        answerUnexpected({
          action: actionOf(exchange),
          said: {
            en: `status ${answer.status} ${tries} times, the cloud cannot take it now`,
            fr: `statut ${answer.status} ${tries} fois, le cloud n'y arrive pas pour le moment`,
          },
        }),
      ]);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      const { host, reason, tries } = error;
      if (isAboutCertificates(reason)) throw new OperatorError([certificateRefused({ host, reason })]);
      throw new ToolError([cloudUnreachable({ host, reason, tries })]);
    }
  }
}

/** What was asked, for messages: without the query, which may be long. */
export function actionOf({ method, url }: Exchange): string {
  return `${method} ${url.origin}${url.pathname}`;
}

function isAboutCertificates(reason: string): boolean {
  return /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(reason);
}
