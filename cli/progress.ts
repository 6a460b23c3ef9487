import pc from "picocolors";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MS = 100;

/** Tells how far long work is: one line kept up to date on a terminal, plain lines elsewhere. */
export interface Progress {
  /** What goes on now. Elsewhere than on a terminal it is not told: a log wants results. */
  step(text: string): void;

  /** Something is done: a line that stays. */
  done(text: string): void;

  /** Leaves the line clean. */
  end(): void;
}

export function progressOn(err: NodeJS.WriteStream): Progress {
  return err.isTTY ? terminalProgress(err) : { step() {}, done: (text) => err.write(`${text}\n`), end() {} };
}

function terminalProgress(err: NodeJS.WriteStream): Progress {
  let [frame, text] = [0, ""];
  const clear = () => err.write("\r\u001b[K");
  const draw = () => {
    if (!text) return;
    const line = `${FRAMES[frame++ % FRAMES.length]} ${text}`;
    err.write(`\r\u001b[K${pc.dim(line.slice(0, (err.columns || 80) - 1))}`);
  };
  const timer = setInterval(draw, FRAME_MS);
  return {
    step(now) {
      text = now;
      draw();
    },
    done(line) {
      clear();
      err.write(`${line}\n`);
      draw();
    },
    end() {
      clearInterval(timer);
      text = "";
      clear();
    },
  };
}

/** Changes of a cloud, as they are made. */
export interface ChangeProgress {
  /** Tells the progress of one town; `prefix` stands before each of its lines. */
  of(prefix: string): (change: Change) => void;

  /** Something that must be read: a line that stays. */
  note(text: string): void;
  end(): void;
}

interface Change {
  readonly count: number;
  readonly total: number;
  readonly address: string;
  readonly ended: boolean;
}

/** On a terminal the line tells what is under way; elsewhere each change gets a line of its own once it is done. */
export function changeProgress(err: NodeJS.WriteStream): ChangeProgress {
  const progress = progressOn(err);
  return {
    of:
      (prefix) =>
      ({ count, total, address, ended }) => {
        const line = `${prefix}${count}/${total} ${address}`;
        if (err.isTTY) progress.step(line);
        else if (ended) progress.done(line);
      },
    note: (text) => progress.done(text),
    end: () => progress.end(),
  };
}
