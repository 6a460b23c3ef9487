import {
  datesReversed,
  encryptionContradicted,
  factsMissing,
  type UnknownName,
  unknownExternalNetwork,
  unknownFlavour,
  unknownImage,
  unknownTarget,
  unknownVolumeType,
} from "../../problems/catalogue/config-references";
import type { Place, Problem } from "../../problems/problem";
import { nearest } from "../../problems/words";
import type { Path } from "../config";
import type { ConfigFile } from "../config-file";
import type { Draft } from "../draft";
import type { Facts } from "../files/facts";
import type { Target } from "../files/target";
import type { Report } from "../report";
import { wholeFile } from "../source/read-text";

/** What the targets name must be in their facts: ids are needed to plan without a cloud. */
export function checkTargets({ targets, facts }: Draft, report: Report): void {
  for (const [name, target] of targets) {
    if (!facts.has(name)) report(factsMissing({ target: name }, wholeFile(`targets/${name}.yaml`)));
    const found = facts.get(name);
    if (target && found) checkNames(name, target, found.parts as Partial<Facts>, report);
    if (target) checkDates(target, report);
  }
  for (const name of facts.keys())
    if (!targets.has(name)) report(unknownTarget(unknownName(name, targets.keys()), wholeFile(`facts/${name}.yaml`)));
}

/** What to say of a name that is not among the known ones. */
export function unknownName(received: string, known: Iterable<string>): UnknownName {
  const names = [...known].sort();
  const suggestion = nearest(received, names);
  return { received, known: names, ...(suggestion && { suggestion }) };
}

type Maker = (details: UnknownName & { target: string }, at?: Place) => Problem;

function checkNames(target: string, file: ConfigFile<Target>, facts: Partial<Facts>, report: Report): void {
  const { externalNetwork, flavours = {}, images = {}, volumes = {} } = file.parts;
  const check = (make: Maker, path: Path, received: string | undefined, known: object | undefined) => {
    if (received === undefined || known === undefined || Object.hasOwn(known, received)) return;
    report(make({ ...unknownName(received, Object.keys(known)), target }, file.spanOf(path)));
  };
  check(unknownExternalNetwork, ["externalNetwork"], externalNetwork, facts.externalNetworks);
  for (const [kind, flavour] of Object.entries(flavours))
    check(unknownFlavour, ["flavours", kind], flavour, facts.flavours);
  for (const [name, image] of Object.entries(images)) check(unknownImage, ["images", name], image, facts.images);
  check(unknownVolumeType, ["volumes", "type"], volumes.type, facts.volumeTypes);
  for (const [index, type] of (volumes.encrypted ?? []).entries()) {
    const path = ["volumes", "encrypted", index];
    check(unknownVolumeType, path, type, facts.volumeTypes);
    const { volumeTypes = {}, encryptedVolumeTypes: encrypted } = facts;
    if (type !== undefined && encrypted && Object.hasOwn(volumeTypes, type) && !encrypted.includes(type))
      report(encryptionContradicted({ received: type, encrypted, target }, file.spanOf(path)));
  }
}

function checkDates(target: ConfigFile<Target>, report: Report): void {
  for (const [index, period] of (target.parts.qualifications ?? []).entries())
    if (period?.from && period.to && period.to < period.from)
      report(datesReversed({ from: period.from, to: period.to }, target.spanOf(["qualifications", index, "to"])));
}
