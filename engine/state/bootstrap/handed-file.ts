import { closeSync, fsyncSync, ftruncateSync, openSync, rmSync, writeSync } from "node:fs";
import { outFileRefused } from "../../../problems/catalogue/bootstrap-state";
import { OperatorError } from "../../../problems/problem";
import type { PgPlace } from "../place";

/** A password that was just made: shown to nobody, written once. */
export interface Credential {
  readonly role: string;
  readonly password: string;
}

/**
 * A new file, closed to others, in which passwords are handed over, in the form of libpq's password file. It holds
 * those that were set, and no other: whatever happens, a person can go on with it.
 */
export class HandedFile {
  private readonly fd: number;
  private length = 0;

  /** @throws OperatorError `bootstrap-out-refused`: the file exists, or cannot be made */
  constructor(
    private readonly file: string,
    private readonly place: PgPlace,
  ) {
    try {
      this.fd = openSync(file, "wx", 0o600);
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      throw new OperatorError([outFileRefused({ file, reason })]);
    }
  }

  /** Sets passwords by `set` once they are safely written; takes them out again when it fails. */
  async handOver(credentials: readonly Credential[], set: () => Promise<void>): Promise<void> {
    const text = Buffer.from(credentials.map((credential) => line(this.place, credential)).join(""));
    writeSync(this.fd, text, 0, text.length, this.length);
    fsyncSync(this.fd);
    try {
      await set();
      this.length += text.length;
    } catch (error) {
      ftruncateSync(this.fd, this.length);
      throw error;
    }
  }

  /** A file in which nothing was handed over goes. */
  close(): void {
    closeSync(this.fd);
    if (this.length === 0) rmSync(this.file);
  }
}

/** Source: PostgreSQL's documentation, "The Password File". */
function line({ host, port, database }: PgPlace, { role, password }: Credential): string {
  const fields = [host.startsWith("/") ? "localhost" : host, String(port), database, role, password];
  return `${fields.map((field) => field.replaceAll(/[:\\]/g, "\\$&")).join(":")}\n`;
}
