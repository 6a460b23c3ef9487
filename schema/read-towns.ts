import { inseePostalCode, townFileMismatch, townUnknown } from "../problems/catalogue/config-communes";
import { type Commune, communeOf, communesByPostalCode } from "./communes";
import type { ConfigFile } from "./config-file";
import type { DraftTown } from "./draft";
import { type Town, townSchema } from "./files/town";
import { inseeProblem } from "./issues/insee";
import { readFile } from "./read-file";
import type { Report } from "./report";
import { slug } from "./slug";
import { wholeFile } from "./source/read-text";
import { listTownFiles, type TownFile } from "./town-files";

/** Reads the towns' files, or only those named after the given INSEE codes. */
export function readTowns(root: string, only: readonly string[] | undefined, report: Report): DraftTown[] {
  const files = listTownFiles(root, report);
  const wanted = only && new Set(only);
  for (const insee of wanted ?? [])
    if (!files.some((file) => file.insee === insee))
      report(townUnknown({ received: insee, suggestions: [], elsewhere: [] }, wholeFile("towns")));
  return files
    .filter(({ insee }) => !wanted || (insee !== undefined && wanted.has(insee)))
    .flatMap((file) => {
      const town = readFile(root, file.file, townSchema, report);
      return town ? [withCommune(file, town, report)] : [];
    });
}

function withCommune(file: TownFile, town: ConfigFile<Town>, report: Report): DraftTown {
  const { insee } = town.parts;
  if (insee === undefined) return { town };
  const at = town.spanOf(["insee"]);
  const commune = communeOf(insee);
  const meant = meantByPostalCode(insee, commune, file);
  if (meant) report(inseePostalCode({ received: insee, communes: [meant] }, at));
  else if (!commune) report(inseeProblem(insee, insee, at));
  else if (file.insee && file.insee !== insee)
    report(townFileMismatch({ file: file.file, code: file.insee, inside: commune }, at));
  return { town, ...(commune && { commune }) };
}

/** `17300-rochefort.yaml`: 17300 is La Rochelle's INSEE code, but also Rochefort's postal code, which was meant. */
function meantByPostalCode(code: string, commune: Commune | undefined, { insee, label = "" }: TownFile) {
  const wanted = slug(label);
  if (commune && insee === commune.insee && slug(commune.name) === wanted) return undefined;
  return communesByPostalCode(code).find(
    (other) => other.insee !== code && (other.insee === insee || slug(other.name) === wanted),
  );
}
