import type { Attributes } from "./plan";

/** The value at a dotted path (`block_device.0.volume_type`); `undefined` where there is none. */
export function valueAt(attributes: Attributes | undefined, path: string): unknown {
  let value: unknown = attributes;
  for (const step of path === "" ? [] : path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    if (!Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** Whether `path` is one of `paths`, or stands inside or around one of them. */
export function touches(paths: readonly string[], path: string): boolean {
  return paths.some(
    (one) => one === "" || one === path || path.startsWith(`${one}.`) || one.startsWith(path === "" ? "" : `${path}.`),
  );
}

/** Dotted paths of everything that a mask of OpenTofu (`after_sensitive`) marks with `true`. */
export function markedPaths(mask: unknown): string[] {
  const paths: string[] = [];
  collect(mask, "", paths);
  return paths;
}

function collect(mask: unknown, path: string, paths: string[]): void {
  if (mask === true) paths.push(path);
  if (typeof mask !== "object" || mask === null) return;
  for (const key in mask) {
    const child = (mask as Record<string, unknown>)[key];
    if (child !== false && hasMember(child)) collect(child, path === "" ? key : `${path}.${key}`, paths);
  }
}

/** Most masks are empty: they are passed over before their path is made. */
function hasMember(mask: unknown): boolean {
  if (typeof mask !== "object" || mask === null) return true;
  for (const _ in mask) return true;
  return false;
}
