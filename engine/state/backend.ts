import { join } from "node:path";
import { schemaOf } from "./pg/names";
import type { PgPlace, S3Place, StatePlace } from "./place";
import { objectOf } from "./s3/names";
import type { StackId } from "./stack-id";

/** How OpenTofu is told where a state is. */
export interface Backend {
  /** For the `terraform` block; absent: OpenTofu's own local backend. Never a secret, never a name of the machine. */
  readonly block?: object;

  /** Variables of the environment: what the block leaves out. Credentials are not among them: see docs/state.md. */
  readonly env: Readonly<Record<string, string>>;

  /** Arguments of `plan`, `apply`, `destroy` and `refresh`. */
  readonly args: readonly string[];
}

/**
 * The block is the same for every town wherever that can be: `tofu init` depends on it, and then runs once for a whole
 * fleet. Only an S3 backend needs the town's own key in it.
 */
export function backendOf(place: StatePlace, stack: StackId): Backend {
  if (place.kind === "pg") return { block: { pg: {} }, env: pgEnvironment(place, stack), args: [] };
  if (place.kind === "s3")
    return { block: { s3: s3Block(place, stack) }, env: { AWS_EC2_METADATA_DISABLED: "true" }, args: [] };
  return { env: {}, args: [`-state=${localState(place.folder, stack)}`] };
}

export function localState(folder: string, { owner, stack }: StackId): string {
  return join(folder, owner, `${stack}.tfstate`);
}

/** Everything that OpenTofu would create was created by `beffroi bootstrap state`: the role may not. */
function pgEnvironment(place: PgPlace, stack: StackId): Record<string, string> {
  return {
    PG_CONN_STR: connectionString(place, schemaOf(stack)),
    PG_SCHEMA_NAME: schemaOf(stack),
    PG_SKIP_SCHEMA_CREATION: "true",
    PG_SKIP_TABLE_CREATION: "true",
    PG_SKIP_INDEX_CREATION: "true",
  };
}

/** Without the password: libpq's PGPASSFILE, `~/.pgpass` or PGPASSWORD have it. */
function connectionString({ host, port, database, tls }: PgPlace, user: string): string {
  const pairs = { host, port, dbname: database, user, sslmode: tls, connect_timeout: 10, application_name: "beffroi" };
  return Object.entries(pairs)
    .map(([name, value]) => `${name}='${String(value).replaceAll(/['\\]/g, "\\$&")}'`)
    .join(" ");
}

function s3Block({ endpoint, region, bucket }: S3Place, stack: StackId): object {
  return {
    bucket,
    key: objectOf(stack),
    region,
    endpoints: { s3: endpoint },
    use_path_style: true,
    use_lockfile: true,
    // Questions that only Amazon can answer.
    skip_credentials_validation: true,
    skip_metadata_api_check: true,
    skip_region_validation: true,
    skip_requesting_account_id: true,
  };
}
