import { hkdfSync, randomBytes } from "node:crypto";
import { type StackId, stackPath } from "../stack-id";

/** Bytes of a key: AES-256. */
export const KEY_BYTES = 32;

/**
 * The one secret from which the key of every state is derived. Knowing a town's key tells nothing of the others, nor
 * of this one (HKDF-SHA256, RFC 5869).
 */
export class MasterKey {
  /** Public name of the key, 16 hexadecimal digits: it is written beside every state, and tells which key opens it. */
  readonly id: string;

  constructor(private readonly bytes: Buffer) {
    this.id = this.derive("beffroi/key-id/1", 8).toString("hex");
  }

  /** The key of one state: it opens no other. */
  of(stack: StackId): Buffer {
    return this.derive(`beffroi/state/1/${stackPath(stack)}`, KEY_BYTES);
  }

  /** Overwrites the key in memory. */
  forget(): void {
    this.bytes.fill(0);
  }

  private derive(purpose: string, length: number): Buffer {
    return Buffer.from(hkdfSync("sha256", this.bytes, Buffer.alloc(0), purpose, length));
  }
}

/** A new key as text: 32 random bytes in base64. */
export function newKeyText(): string {
  return randomBytes(KEY_BYTES).toString("base64");
}

/**
 * The key that a file or a command holds: 32 bytes in base64 or hexadecimal, alone on its line; empty lines and those
 * that start with `#` are comments. Undefined when it is anything else.
 */
export function parseKeyText(text: string): MasterKey | undefined {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  const [line] = lines;
  if (line === undefined || lines.length > 1) return undefined;
  if (/^[0-9a-f]{64}$/i.test(line)) return new MasterKey(Buffer.from(line, "hex"));
  // 43 characters carry 32 bytes; the last holds 2 bits of nothing.
  if (/^[A-Za-z0-9+/]{43}=?$/.test(line)) return new MasterKey(Buffer.from(line, "base64"));
  return undefined;
}
