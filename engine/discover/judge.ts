import {
  cloudLacksName,
  cloudLacksZones,
  cloudNameAmbiguous,
  type NamedKind,
  pinnedImageGone,
  typeNotEncrypted,
} from "../../problems/catalogue/discover";
import type { Problem } from "../../problems/problem";
import { nearest } from "../../problems/words";
import type { Located, Path } from "../../schema/config";
import type { Target } from "../../schema/files/target";
import type { ChosenImages } from "./choose-images";
import type { ChosenNetworks } from "./choose-networks";
import type { Found } from "./found";

export interface Chosen {
  readonly images: ChosenImages;
  readonly networks: ChosenNetworks;
}

/** What the target names must be in its cloud, and be what the target says of it: everything that is not. */
export function judge(target: string, file: Located<Target>, found: Found, { images, networks }: Chosen): Problem[] {
  const { value } = file;
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const isThere = (kind: NamedKind, path: Path, received: string, names: Iterable<string>): boolean => {
    const known = [...new Set(names)].filter(Boolean).sort();
    if (known.includes(received)) return true;
    const suggestion = nearest(received, known);
    report(cloudLacksName({ kind, received, known, ...(suggestion && { suggestion }) }, file.placeOf(path)));
    return false;
  };

  isThere("externalNetwork", ["externalNetwork"], value.externalNetwork, found.externalNetworks.keys());
  const ids = networks.ambiguous.get(value.externalNetwork);
  if (ids)
    report(cloudNameAmbiguous({ received: value.externalNetwork, ids, target }, file.placeOf(["externalNetwork"])));

  for (const [kind, flavour] of Object.entries(value.flavours))
    isThere("flavour", ["flavours", kind], flavour, Object.keys(found.flavours));

  for (const [label, image] of Object.entries(value.images)) {
    const path = ["images", label];
    const gone = images.gone.get(image);
    if (gone) report(pinnedImageGone({ image, target, ...gone }, file.placeOf(path)));
    else if (!Object.hasOwn(images.images, image))
      isThere(
        "image",
        path,
        image,
        found.images.map(({ name }) => name),
      );
  }

  for (const service of ["compute", "volume"] as const)
    if (found.zones[service].length === 0) report(cloudLacksZones({ service }));

  const types = Object.keys(found.volumeTypes);
  const encrypted = found.encryptedVolumeTypes;
  isThere("volumeType", ["volumes", "type"], value.volumes.type, types);
  for (const [index, type] of value.volumes.encrypted.entries()) {
    const path = ["volumes", "encrypted", index];
    if (isThere("volumeType", path, type, types) && encrypted && !encrypted.includes(type))
      report(typeNotEncrypted({ received: type, known: encrypted }, file.placeOf(path)));
  }
  return problems;
}
