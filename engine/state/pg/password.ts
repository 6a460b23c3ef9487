import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";

/** PostgreSQL's own number of rounds; the password is random, so that more would buy nothing. */
const ROUNDS = 4096;

/** 192 random bits, without a character that a shell, a URL or a password file would read otherwise. */
export function newPassword(): string {
  return randomBytes(24).toString("base64url");
}

/**
 * What PostgreSQL keeps of a password (RFC 5803): given in its place, so that the password itself never reaches the
 * server, nor its log of statements.
 */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, ROUNDS, 32, "sha256");
  const hmac = (text: string) => createHmac("sha256", salted).update(text).digest();
  const stored = createHash("sha256").update(hmac("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${ROUNDS}:${salt.toString("base64")}$${stored}:${hmac("Server Key").toString("base64")}`;
}
