import { randomUUID } from "node:crypto";
import { closeSync, constants, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StackId } from "../stack-id";
import type { MasterKey } from "./master-key";

/** More than the keys that one command of OpenTofu asks for (4 at most were seen). */
const COPIES = 64;

/** Folders in memory come first: the key then never reaches a disk. */
const SHELVES = ["/dev/shm", process.env.XDG_RUNTIME_DIR, tmpdir()];

/**
 * The key of one state, ready for OpenTofu: an open file without a name, that only OpenTofu and the programs that it
 * starts inherit. It has no path that another program could open, is in no argument and no environment, and is gone
 * when the last of them ends, however it ends.
 *
 * Each line is a whole answer in the protocol of OpenTofu's `external` key provider.
 */
export class Handover {
  readonly fd: number;

  constructor(key: MasterKey, stack: StackId) {
    const bytes = key.of(stack);
    const encoded = bytes.toString("base64");
    bytes.fill(0);
    const answer = {
      keys: { encryption_key: encoded, decryption_key: encoded },
      meta: { external_data: { format: "beffroi/1", key: key.id, owner: stack.owner, stack: stack.stack } },
    };
    this.fd = nameless();
    const text = Buffer.from(`${JSON.stringify(answer)}\n`.repeat(COPIES));
    writeSync(this.fd, text, 0, text.length, 0);
    text.fill(0);
  }

  close(): void {
    closeSync(this.fd);
  }
}

/** The name goes before anything is written. */
function nameless(): number {
  const { O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  let failure: unknown;
  for (const shelf of SHELVES) {
    if (!shelf) continue;
    const path = join(shelf, `beffroi-${randomUUID()}`);
    try {
      const fd = openSync(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
      rmSync(path);
      return fd;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
