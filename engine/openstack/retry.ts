import { setTimeout as sleep } from "node:timers/promises";
import type { Answer, Exchange, Transport } from "./transport";

export interface RetryOptions {
  /** @default 5 */
  readonly tries?: number;

  /** The first pause, in ms; each following one is twice as long. @default 500 */
  readonly pauseMs?: number;
  readonly signal?: AbortSignal;
}

/** What ended without an answer: the error of Node, and after how many tries. */
export class NoAnswer extends Error {
  constructor(
    readonly host: string,
    readonly reason: string,
    readonly tries: number,
  ) {
    super(`${host}: ${reason}`);
  }
}

/** The longest pause, in ms, whatever the server asks for. */
const LONGEST_PAUSE_MS = 20_000;

/** "Not now": the request was not begun, so that even one that changes something may be sent again. */
const NOT_NOW = [429, 503];

/** The server in front of the service found nobody behind it, perhaps in mid-work. */
const GATEWAY = [502, 504];

/** Connections that break: what was sent may have been done. */
const BROKEN = ["ECONNRESET", "EPIPE", "ECONNABORTED"];

/**
 * Sends, and sends again a few times what the cloud could not take just now: 429 and 503; for what may be done twice
 * without harm also broken connections, 502 and 504. Waits twice as long each time, or as long as the server asks.
 *
 * @param harmless the request may be done twice
 * @throws NoAnswer when no answer came
 */
export async function sendWithRetries(
  transport: Transport,
  exchange: Exchange,
  harmless: boolean,
  { tries = 5, pauseMs = 500, signal }: RetryOptions = {},
): Promise<Answer & { tries: number }> {
  for (let done = 1; ; done++) {
    const last = done >= tries;
    let asked: number | undefined;
    try {
      const answer = await transport.send(exchange);
      const again = NOT_NOW.includes(answer.status) || (harmless && GATEWAY.includes(answer.status));
      if (!again || last) return { ...answer, tries: done };
      asked = retryAfter(answer);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      const { code = "", message } = error as NodeJS.ErrnoException;
      if (last || !harmless || !BROKEN.includes(code)) throw new NoAnswer(exchange.url.host, code || message, done);
    }
    // Half of the pause is drawn by lot, so that many clients do not come back in step.
    const pause = asked ?? pauseMs * 2 ** (done - 1) * (0.5 + Math.random() / 2);
    await sleep(Math.min(pause, LONGEST_PAUSE_MS), undefined, { ...(signal && { signal }) }).catch(() => {
      throw signal?.reason;
    });
  }
}

/** What the server asks for, in ms: a number of seconds; dates are rare and ignored. */
function retryAfter({ headers }: Answer): number | undefined {
  const seconds = Number(headers["retry-after"]);
  return Number.isFinite(seconds) && headers["retry-after"] ? seconds * 1000 : undefined;
}
