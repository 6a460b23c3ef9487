import type { z } from "zod";
import { AnswerError } from "./answer-error";
import { asSchema, misunderstood, parsedJson } from "./answers";
import { Region } from "./catalogue";
import type { Cloud } from "./cloud";
import { itemsOf, nextQuery } from "./pages";
import { Sender, type SenderOptions } from "./sender";
import type { Service } from "./services";
import { Session } from "./session";
import type { Token } from "./token";
import type { Answer, Exchange } from "./transport";

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export interface AskOptions {
  readonly query?: Query;

  /** `compute 2.61`: the service's own name, then the least version that has what is asked for. */
  readonly microversion?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SendOptions extends AskOptions {
  readonly method: Exchange["method"];
  readonly body?: unknown;

  /** May be done twice. @default - true for what the method's definition says so of: all but POST and PATCH */
  readonly harmless?: boolean;
}

/** A cloud, entered: one region of it, as one user in one project. */
export class OpenStack {
  private constructor(
    readonly cloud: Cloud,
    readonly region: Region,
    private readonly session: Session,
    private readonly token: Token,
  ) {}

  /**
   * Enters the cloud.
   *
   * @param options `region`: @default - the cloud's, else the only one of the catalogue
   * @throws OperatorError or ToolError that says what to do: see `problems/catalogue/openstack.ts`
   */
  static async enter(cloud: Cloud, options: SenderOptions & { region?: string } = {}): Promise<OpenStack> {
    const { region, ...rest } = options;
    const sender = new Sender({ ...(cloud.ca && { ca: cloud.ca }), insecure: cloud.insecure, ...rest });
    const session = new Session(cloud, sender);
    const token = await session.token();
    return new OpenStack(cloud, new Region(token.catalog, cloud.interface, region ?? cloud.region), session, token);
  }

  /** Absent when the credentials open no project: those of a domain or of the whole cloud. */
  get project(): Token["project"] {
    return this.token.project;
  }

  get user(): Token["user"] {
    return this.token.user;
  }

  /** Own roles. */
  get roles(): Token["roles"] {
    return this.token.roles;
  }

  has(service: Service): boolean {
    return this.region.has(service);
  }

  /** One thing, or a list that is never cut into pages. */
  async get<Schema extends z.ZodType>(service: Service, path: string, schema: Schema, options: AskOptions = {}) {
    const { exchange, answer } = await this.exchange(service, path, { ...options, method: "GET" });
    return asSchema(schema, parsedJson(answer, exchange), exchange);
  }

  /** A whole list, page after page; `key` is the name of the list in each answer, empty when the answer is the list. */
  async list<Schema extends z.ZodType>(
    service: Service,
    path: string,
    key: string,
    schema: Schema,
    options: AskOptions = {},
  ): Promise<z.output<Schema>[]> {
    const items: z.output<Schema>[] = [];
    const seen = new Set<string>();
    for (let query: Query | undefined = options.query ?? {}; query; ) {
      const { exchange, answer } = await this.exchange(service, path, { ...options, query, method: "GET" });
      if (seen.has(exchange.url.search)) throw misunderstood(exchange, "the same page twice", "deux fois la même page");
      seen.add(exchange.url.search);
      const body = parsedJson(answer, exchange);
      items.push(...itemsOf(body, key, exchange).map((item) => asSchema(schema, item, exchange)));
      query = nextQuery(body, key, exchange.url);
    }
    return items;
  }

  /** Anything else. @throws AnswerError for every status from 400 on */
  async send(service: Service, path: string, options: SendOptions): Promise<Answer> {
    return (await this.exchange(service, path, options)).answer;
  }

  private async exchange(service: Service, path: string, options: SendOptions) {
    const { method, body, query = {}, microversion, headers, harmless = !["POST", "PATCH"].includes(method) } = options;
    const url = new URL(`${this.region.addressOf(service)}${path}`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    const exchange: Exchange = {
      method,
      url,
      headers: { ...(microversion && { "OpenStack-API-Version": microversion }), ...headers },
      ...(body !== undefined && { body }),
    };
    const answer = await this.session.send(exchange, harmless);
    if (answer.status >= 300) throw new AnswerError(exchange, answer, this.token);
    return { exchange, answer };
  }
}
