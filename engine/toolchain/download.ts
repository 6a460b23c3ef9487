import { createHash } from "node:crypto";
import type { Env } from "./folders";
import { get } from "./http-get";
import type { Pin, PinnedArchive } from "./pins";
import type { Watcher } from "./progress";
import { downloadFailed, wrongHash } from "./setup-failure";
import { readFromZip } from "./zip-reader";

export interface DownloadOptions {
  readonly env: Env;
  readonly watch: Watcher;

  /** Milliseconds. */
  readonly answerWithin: number;
  readonly signal?: AbortSignal | undefined;

  /** Hosts that did not answer in this run: asking them again would only cost time. */
  readonly silent: Set<string>;
}

/** A silence in the middle of a download, milliseconds. */
const STALL = 20_000;
const MOST_BYTES = 500_000_000;

/** Where the archive is fetched: `BEFFROI_DOWNLOAD_BASE` stands for the scheme and host of the pinned address. */
export function addressOf({ url }: PinnedArchive, env: Env): string {
  const base = env.BEFFROI_DOWNLOAD_BASE;
  return base ? base.replace(/\/+$/, "") + new URL(url).pathname : url;
}

/**
 * The program inside the pinned archive. Everything stays in memory until the digest is the right one: what is refused
 * leaves nothing behind.
 *
 * @throws SetupFailure
 */
export async function download(pin: Pin, archive: PinnedArchive, options: DownloadOptions): Promise<Buffer> {
  const url = addressOf(archive, options.env);
  let bytes: Buffer;
  try {
    bytes = await fetchBytes(pin, new URL(url), options);
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    throw downloadFailed(url, (error as Error).message);
  }
  expectHash(bytes, archive.sha256, url);
  const program = readFromZip(bytes, pin.file);
  if (archive.fileSha256) expectHash(program, archive.fileSha256, url);
  return program;
}

async function fetchBytes(pin: Pin, address: URL, options: DownloadOptions): Promise<Buffer> {
  if (options.silent.has(address.host)) throw new Error(`${address.host} did not answer before`);
  const response = await get(address, options).catch((error: Error) => {
    if (!error.message.startsWith("HTTP ")) options.silent.add(address.host);
    throw error;
  });
  const total = Number(response.headers["content-length"]) || undefined;
  response.setTimeout(STALL, () => response.destroy(new Error(`silence of ${STALL / 1000} s`)));
  const parts: Buffer[] = [];
  let received = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    received += part.length;
    if (received > MOST_BYTES) throw new Error(`more than ${MOST_BYTES / 1e6} MB`);
    options.watch({ step: "downloading", tool: pin, from: address.host, received, ...(total && { total }) });
  }
  return Buffer.concat(parts);
}

function expectHash(bytes: Buffer, expected: string, url: string): void {
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== expected) throw wrongHash(url, expected, found);
}
