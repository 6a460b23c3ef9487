/** Where states are kept. */
export type StatePlace = LocalPlace | PgPlace | S3Place;

export interface LocalPlace {
  readonly kind: "local";

  /** Folder of the states. */
  readonly folder: string;

  /** Folder of their copies. */
  readonly history: string;
}

export interface PgPlace {
  readonly kind: "pg";
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly tls: "verify-full" | "verify-ca" | "disable";
}

export interface S3Place {
  readonly kind: "s3";
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;

  /** Bucket of the copies: it may be the same. */
  readonly history: string;
}

/** The place in a few words, for people. */
export function told(place: StatePlace): string {
  if (place.kind === "local") return place.folder;
  if (place.kind === "pg") return `postgresql://${place.host}:${place.port}/${place.database}`;
  return `${place.endpoint}/${place.bucket}`;
}
