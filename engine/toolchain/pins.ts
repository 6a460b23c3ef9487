import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { kitFolder } from "../kit";
import type { ToolName } from "./tool";

/** One published archive (zip), and the digests that make it trustworthy wherever it comes from. */
export interface PinnedArchive {
  readonly url: string;
  readonly sha256: string;

  /**
   * Of the program inside.
   *
   * @default - not checked again: the digest of the archive covers it.
   */
  readonly fileSha256?: string;
}

export interface Pin {
  readonly title: string;

  /** Name of the program, on the PATH as in the archive. */
  readonly file: string;

  /** The version that the kit downloads or builds. */
  readonly version: string;

  /** The oldest version that is accepted when the machine has its own. */
  readonly atLeast: string;

  readonly build: {
    /** Folder of go.mod and go.sum, beside the pins file. */
    readonly module: string;
    readonly package: string;
    readonly ldflags: string;
  };

  /** By platform; a platform without an archive builds. */
  readonly archives: Readonly<Record<string, PinnedArchive>>;
}

export type Pins = Readonly<Record<ToolName, Pin>>;

export function readPins(file: string): Pins {
  return JSON.parse(readFileSync(file, "utf8")) as Pins;
}

export function kitPinsFile(): string {
  return join(kitFolder(), "toolchain", "pins.json");
}

/** The version that the `go` line of the tool's go.mod asks for. */
export function goWantedBy(pin: Pin, pinsFile: string): string {
  const module = readFileSync(join(dirname(pinsFile), pin.build.module, "go.mod"), "utf8");
  return /^go\s+(\S+)/m.exec(module)?.[1] ?? "1.21";
}
