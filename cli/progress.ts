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
