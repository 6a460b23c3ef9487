import { createHash } from "node:crypto";
import { ofSystem, stalled, tooMuch } from "./download-error";
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

  /** Gets the hosts that cannot be reached: asking them again in this run would only cost time. */
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
    const { reason, isFinal } = ofSystem(error);
    if (isFinal) options.silent.add(new URL(url).host);
    throw downloadFailed(url, reason);
  }
  expectHash(bytes, archive.sha256, url);
  const program = readFromZip(bytes, pin.file);
  if (archive.fileSha256) expectHash(program, archive.fileSha256, url);
  return program;
}

async function fetchBytes(pin: Pin, address: URL, options: DownloadOptions): Promise<Buffer> {
  const response = await get(address, options);
  const total = Number(response.headers["content-length"]) || undefined;
  response.setTimeout(STALL, () => response.destroy(stalled(STALL)));
  const parts: Buffer[] = [];
  let received = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    received += part.length;
    if (received > MOST_BYTES) throw tooMuch({ en: "bytes", fr: "données" });
    options.watch({ step: "downloading", tool: pin, from: address.host, received, ...(total && { total }) });
  }
  return Buffer.concat(parts);
}

function expectHash(bytes: Buffer, expected: string, url: string): void {
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== expected) throw wrongHash(url, expected, found);
}
