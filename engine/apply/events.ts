import { said } from "../tofu";

/** How far an apply is. */
export interface Progress {
  /** Changes that are done. */
  readonly count: number;
  readonly total: number;

  /** The resource that was last begun or done. */
  readonly address: string;
  readonly action: string;

  /** It is done; else it has just begun. */
  readonly ended: boolean;
}

interface Event {
  readonly type?: string;
  readonly hook?: { readonly resource?: { readonly addr?: string }; readonly action?: string };
}

/** Reads what `tofu apply -json` says, line by line. */
export class ApplyEvents {
  private readonly lines: string[] = [];
  private done = 0;

  /** @param total - how many changes the plan has; replacing counts twice */
  constructor(
    private readonly total: number,
    private readonly onProgress: (progress: Progress) => void = () => {},
  ) {}

  /** Changes that are done so far. */
  get count(): number {
    return this.done;
  }

  read(line: string): void {
    const { type, hook } = parse(line);
    if (type !== "apply_start" && type !== "apply_complete") {
      // What was refreshed and begun is of no use in a message of failure.
      if (type === undefined || type === "diagnostic") this.lines.push(line);
      return;
    }
    // A data source is read, not changed.
    if (hook?.action === "read") return;
    const ended = type === "apply_complete";
    if (ended) this.done++;
    const { resource, action = "" } = hook ?? {};
    this.onProgress({ count: this.done, total: this.total, address: resource?.addr ?? "", action, ended });
  }

  /** What went wrong, in OpenTofu's own words. */
  get said(): string {
    return said({ stdout: this.lines.join("\n"), stderr: "" });
  }
}

function parse(line: string): Event {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? (value as Event) : {};
  } catch {
    return {};
  }
}
