import { answerUnexpected, credentialsRefused } from "../../problems/catalogue/openstack";
import { OperatorError, ToolError } from "../../problems/problem";
import type { Cloud } from "./cloud";
import { saidIn } from "./said";
import { Secret, withoutSecrets } from "./secret";
import type { Sender } from "./sender";
import { secretsOf, type Token, tokenRequest, tokenSchema } from "./token";
import type { Answer, Exchange } from "./transport";

/** Who we are to a cloud: holds the token, and asks for another when the cloud no longer takes it. */
export class Session {
  private latest: Promise<Token> | undefined;

  constructor(
    private readonly cloud: Cloud,
    private readonly sender: Sender,
  ) {}

  /** The token; asked for once, however many ask. */
  token(): Promise<Token> {
    this.latest ??= this.authenticate();
    return this.latest;
  }

  /**
   * Sends with the token. A token that the cloud refuses is replaced, once: then the request goes again.
   *
   * @throws OperatorError `cloud-credentials-refused`, beside those of {@link Sender.send}
   */
  async send(exchange: Exchange, harmless: boolean): Promise<Answer> {
    const used = this.token();
    const first = await this.sendAs(await used, exchange, harmless);
    if (first.status !== 401) return first;
    if (this.latest === used) this.latest = undefined; // another request may have renewed it meanwhile
    const second = await this.sendAs(await this.token(), exchange, harmless);
    if (second.status === 401) throw this.refused(second, exchange.url.host);
    return second;
  }

  private sendAs({ value }: Token, exchange: Exchange, harmless: boolean): Promise<Answer> {
    return this.sender.send(
      { ...exchange, headers: { ...exchange.headers, "X-Auth-Token": value.reveal() } },
      harmless,
    );
  }

  private async authenticate(): Promise<Token> {
    const url = new URL(`${this.cloud.authUrl}/auth/tokens`);
    const answer = await this.sender.send({ method: "POST", url, body: tokenRequest(this.cloud) }, true);
    if (answer.status === 401 || answer.status === 403) throw this.refused(answer, url.host);
    const value = answer.headers["x-subject-token"];
    const parsed = tokenSchema.safeParse(json(answer.text));
    if (answer.status === 201 && parsed.success && typeof value === "string")
      return { ...parsed.data.token, value: new Secret(value) };
    const said = withoutSecrets(saidIn(answer.text), secretsOf(this.cloud.login));
    throw new ToolError([
      answerUnexpected({
        action: `POST ${url.href}`,
        said: {
          en: `status ${answer.status}, and no token in it: ${said}`,
          fr: `statut ${answer.status}, et pas de jeton dedans : ${said}`,
        },
      }),
    ]);
  }

  private refused({ text }: Answer, host: string): OperatorError {
    const said = withoutSecrets(saidIn(text), secretsOf(this.cloud.login));
    return new OperatorError([credentialsRefused({ host, origin: this.cloud.origin, said })]);
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
