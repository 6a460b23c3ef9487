import type { StatePlace } from "../place";
import { LocalStore } from "./local-store";
import type { StateStore } from "./store";

export interface StoreOptions {
  readonly env: NodeJS.ProcessEnv;

  /** Reads the states of every town, with the credential that may (PostgreSQL has one for that). @default false */
  readonly everyTown?: boolean;
}

/** The store of a place; its code is loaded only when it is used. */
export async function openStore(place: StatePlace, options: StoreOptions): Promise<StateStore> {
  if (place.kind === "pg") return new (await import("../pg/pg-store")).PgStore(place, options);
  if (place.kind === "s3") return new (await import("../s3/s3-store")).S3Store(place, options.env);
  return new LocalStore(place);
}
