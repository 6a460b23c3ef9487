/** Files that OpenTofu inherits with the keys: the state's, then the one before it. */
export const [KEY_FD, PREVIOUS_KEY_FD] = [3, 4];

/** Under this name OpenTofu writes which key it used, in the clear, beside the encrypted state. */
export const META_NAME = "beffroi";

export interface EncryptionOptions {
  /** States that the previous key encrypted can be read, and are written with the new one. */
  readonly previous: boolean;

  /** States without encryption can be read too: only to encrypt them. @default false */
  readonly plaintext?: boolean;
}

/**
 * The `encryption` block: AES-GCM for states and plans. It is the same for every town, and holds no secret: the key
 * comes through an open file.
 */
export function encryptionBlock({ previous, plaintext = false }: EncryptionOptions): object {
  const [now, before, none] = ["method.aes_gcm.now", "method.aes_gcm.before", "method.unencrypted.none"];
  const fallback = {
    ...(previous && { fallback: { method: before, ...(plaintext && { fallback: { method: none } }) } }),
    ...(plaintext && !previous && { fallback: { method: none } }),
  };
  const target = { method: now, enforced: !plaintext, ...fallback };
  return {
    key_provider: {
      external: {
        now: { command: readLine(KEY_FD), encrypted_metadata_alias: META_NAME },
        ...(previous && {
          before: { command: readLine(PREVIOUS_KEY_FD), encrypted_metadata_alias: `${META_NAME}-before` },
        }),
      },
    },
    method: {
      aes_gcm: {
        now: { keys: reference("key_provider.external.now") },
        ...(previous && { before: { keys: reference("key_provider.external.before") } }),
      },
      ...(plaintext && { unencrypted: { none: {} } }),
    },
    state: target,
    plan: target,
  };
}

function reference(address: string): string {
  return `\${${address}}`;
}

/**
 * Speaks OpenTofu's protocol with the words of POSIX sh alone: it starts no other program, a millisecond or two. Linux
 * opens `/dev/fd/3` anew, so that every call reads the first line; elsewhere each call reads the next one.
 */
function readLine(fd: number): string[] {
  const header = '{"magic":"OpenTofu-External-Key-Provider","version":1}';
  const read = `{ read -r key </dev/fd/${fd}; } 2>/dev/null || read -r key <&${fd}`;
  return ["/bin/sh", "-c", `echo '${header}'; read -r asked; ${read} && printf '%s\\n' "$key"`];
}
