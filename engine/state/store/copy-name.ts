import { sha256 } from "../../digest";
import { type Copy, REASONS, type Reason } from "./store";

const SUFFIX = ".tfstate";

/** `20261124T081530.123Z_apply_<sha256>.tfstate`: sorts by time, and holds what the bytes must be. */
export function newCopy(bytes: Buffer, why: Reason, at: Date): Copy {
  const digest = sha256(bytes);
  const time = at.toISOString().replaceAll(/[-:]/g, "");
  return { name: `${time}_${why}_${digest}${SUFFIX}`, at, why, sha256: digest };
}

/** The other way round; undefined for any other file. */
export function parseCopyName(name: string): Copy | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d\.\d{3})Z_([a-z]+)_([0-9a-f]{64})\.tfstate$/.exec(name);
  if (!parts) return undefined;
  const [, year, month, day, hours, minutes, seconds, why, digest] = parts;
  const at = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
  if (Number.isNaN(at.getTime()) || !REASONS.includes(why as Reason)) return undefined;
  return { name, at, why: why as Reason, sha256: digest as string };
}

export function byTime(left: Copy, right: Copy): number {
  return left.at.getTime() - right.at.getTime() || (left.name < right.name ? -1 : 1);
}
