import { type Client, escapeIdentifier } from "pg";
import type { LockHolder } from "../lock";
import type { PgPlace } from "../place";
import type { StackId } from "../stack-id";
import { byTime, newCopy, parseCopyName } from "../store/copy-name";
import type { Copy, Reason, StateStore, StoredState } from "../store/store";
import { asProblem, connect } from "./connect";
import { HISTORY, PROBE, READER, STATES, schemaOf, stackOf } from "./names";

/** The only workspace that Beffroi uses. */
const WORKSPACE = "default";

/** States in PostgreSQL: a schema per state, read with the role of the same name. */
export class PgStore implements StateStore {
  private readonly clients = new Map<string, Promise<Client>>();

  constructor(
    private readonly place: PgPlace,
    private readonly options: { readonly everyTown?: boolean },
  ) {}

  async read(stack: StackId): Promise<Buffer | undefined> {
    const [row] = await this.rows(stack, `select data from ${table(stack, STATES)} where name = $1`, [WORKSPACE]);
    return row?.data === undefined || row.data === null ? undefined : Buffer.from(String(row.data));
  }

  async list(): Promise<StoredState[]> {
    const sql = "select nspname as name from pg_namespace where nspname like 'beffroi\\_%' order by 1";
    const names = (await this.query(READER, sql)).map(({ name }) => String(name));
    const stacks = names.flatMap((name) => stackOf(name) ?? []).filter(({ owner }) => owner !== PROBE.owner);
    const states: StoredState[] = [];
    // One connection answers one question at a time.
    for (const stack of stacks) {
      const bytes = await this.read(stack);
      if (bytes) states.push({ ...stack, bytes });
    }
    return states;
  }

  async remove(stack: StackId): Promise<void> {
    await this.rows(stack, `delete from ${table(stack, STATES)} where name = $1`, [WORKSPACE]);
  }

  async keep(stack: StackId, bytes: Buffer, why: Reason): Promise<Copy> {
    const copy = newCopy(bytes, why, new Date());
    const sql = `insert into ${table(stack, HISTORY)} (name, data) values ($1, $2)`;
    await this.rows(stack, sql, [copy.name, bytes.toString()]);
    return copy;
  }

  async copies(stack: StackId): Promise<Copy[]> {
    const rows = await this.rows(stack, `select name from ${table(stack, HISTORY)}`);
    return rows.flatMap(({ name }) => parseCopyName(String(name)) ?? []).sort(byTime);
  }

  async readCopy(stack: StackId, { name }: Copy): Promise<Buffer> {
    const [row] = await this.rows(stack, `select data from ${table(stack, HISTORY)} where name = $1`, [name]);
    return Buffer.from(String(row?.data ?? ""));
  }

  /** OpenTofu's `pg` backend names the one who asks for the lock, not the one who has it; the server knows. */
  async lockHolder(stack: StackId): Promise<LockHolder | undefined> {
    const sql = `select coalesce(host(client_addr), 'this machine') as who, backend_start as since
      from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and usename = $1 and pid <> pg_backend_pid() order by backend_start`;
    const [row] = await this.rows(stack, sql, [schemaOf(stack)]);
    if (!row) return undefined;
    return { id: "", who: String(row.who), operation: "OpenTofu", since: (row.since as Date).toISOString() };
  }

  async close(): Promise<void> {
    const clients = await Promise.allSettled(this.clients.values());
    this.clients.clear();
    await Promise.all(clients.map((client) => (client.status === "fulfilled" ? client.value.end() : undefined)));
  }

  private rows(stack: StackId, sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    return this.query(this.options.everyTown ? READER : schemaOf(stack), sql, values);
  }

  private async query(role: string, sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    const client = this.clients.get(role) ?? connect(this.place, role);
    this.clients.set(role, client);
    try {
      return (await (await client).query(sql, [...values])).rows as Record<string, unknown>[];
    } catch (error) {
      throw asProblem(error, this.place, role);
    }
  }
}

function table(stack: StackId, name: string): string {
  return `${escapeIdentifier(schemaOf(stack))}.${escapeIdentifier(name)}`;
}
