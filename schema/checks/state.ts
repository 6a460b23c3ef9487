import { cleartextDatabase, severalPlaces } from "../../problems/catalogue/state";
import { keyAmbiguous, keyNotNamed } from "../../problems/catalogue/state-keys";
import type { Draft } from "../draft";
import type { Report } from "../report";

/** One place for the states, reached in safety, and one origin for each key; shared states name theirs. */
export function checkState({ syndicate }: Draft, report: Report): void {
  const section = syndicate?.parts.state;
  if (!syndicate || !section) return;
  const at = (...path: string[]) => syndicate.spanOf(["state", ...path]);
  const { pg, s3 } = section;
  if (pg && s3) report(severalPlaces({}, at("s3")));
  if (pg?.tls === "disable" && pg.host !== undefined && !isThisMachine(pg.host))
    report(cleartextDatabase({ host: pg.host }, at("pg", "tls")));
  const shared = pg ? "pg" : s3 ? "s3" : undefined;
  if (shared && !section.key) report(keyNotNamed({ place: shared }, at()));
  for (const name of ["key", "previousKey"] as const) {
    const named = Object.keys(section[name] ?? {});
    if (section[name] && named.length !== 1) report(keyAmbiguous({ named }, at(name)));
  }
}

/** A path is a Unix socket. */
function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.") || host.startsWith("/");
}
