/** The first three numbers of a version; what is absent counts as zero. `1.26` -> [1, 26, 0]. */
function numbers(version: string): readonly [number, number, number] {
  const [, major = "0", minor = "0", patch = "0"] = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version) ?? [];
  return [Number(major), Number(minor), Number(patch)];
}

/** Whether `version` is a release (no `-dev`, no `-rc1`: version constraints refuse those) and not older than `wanted`. */
export function isReleaseFrom(version: string, wanted: string): boolean {
  return /^\d+\.\d+\.\d+$/.test(version) && !isOlder(version, wanted);
}

/** Numbers only: what follows them is ignored. */
export function isOlder(version: string, than: string): boolean {
  const [left, right] = [numbers(version), numbers(than)];
  for (const place of [0, 1, 2] as const) {
    if (left[place] !== right[place]) return left[place] < right[place];
  }
  return false;
}
