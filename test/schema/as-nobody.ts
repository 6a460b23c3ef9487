/** The superuser may read and write everything: rights are tested as somebody else. */
export function asNobody<T>(work: () => T): T {
  const isSuperuser = process.geteuid?.() === 0;
  if (isSuperuser) process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    if (isSuperuser) process.seteuid?.(0);
  }
}
