import { setTimeout as sleep } from "node:timers/promises";
import { AnswerError, unless } from "../../engine/openstack/answer-error";
import type { OpenStack } from "../../engine/openstack/client";
import type { Service } from "../../engine/openstack/services";

const SECONDS = 90;

/** Makes things directly through the APIs, as a hand would, and takes all of them away again. */
export class Hand {
  private readonly undo: (() => Promise<unknown>)[] = [];

  constructor(readonly cloud: OpenStack) {}

  /** Makes a thing; gives its id. */
  async make(service: Service, path: string, body: object, microversion?: string): Promise<string> {
    const { text } = await this.cloud.send(service, path, {
      method: "POST",
      body,
      ...(microversion && { microversion }),
    });
    const answer = JSON.parse(text) as Record<string, unknown>;
    const whole = (answer.id || answer.secret_ref ? answer : Object.values(answer)[0]) as Record<string, string>;
    const id = whole.id ?? whole.secret_ref?.split("/").at(-1) ?? whole.name ?? "";
    this.afterwards(() => this.remove(service, `${path}/${id}`));
    return id;
  }

  /** Does this when everything is taken away, before what was made earlier goes. */
  afterwards(action: () => Promise<unknown>): void {
    this.undo.push(action);
  }

  async takeAway(): Promise<void> {
    while (this.undo.length > 0) await this.undo.pop()?.();
  }

  /** Removes a thing as soon as nothing hangs on it any more, and waits until it is gone. */
  async remove(service: Service, path: string): Promise<void> {
    for (let left = SECONDS; ; left--) {
      try {
        await this.cloud.send(service, path, { method: "DELETE" });
      } catch (error) {
        if (error instanceof AnswerError && error.status === 404) return;
        if (!(error instanceof AnswerError) || left === 0) throw error;
      }
      if (!(await this.isThere(service, path))) return;
      if (left === 0) throw new Error(`${path} does not go`);
      await sleep(1000);
    }
  }

  /** Waits until a thing, the only one in the answer, says so. */
  async until(service: Service, path: string, field: string, wanted: string): Promise<void> {
    for (let left = SECONDS; left > 0; left--) {
      const { text } = await this.cloud.send(service, path, { method: "GET" });
      const [thing] = Object.values(JSON.parse(text) as Record<string, Record<string, string>>);
      if (thing?.[field] === wanted) return;
      await sleep(1000);
    }
    throw new Error(`${path} does not become ${wanted}`);
  }

  private async isThere(service: Service, path: string): Promise<boolean> {
    const answer = await unless([404], this.cloud.send(service, path, { method: "GET" }));
    return answer !== undefined && !answer.text.includes('"provisioning_status": "DELETED"');
  }
}
