import { unknownServiceImage } from "../../problems/catalogue/config-references";
import { type Draft, targetOf } from "../draft";
import type { Report } from "../report";
import { unknownName } from "./targets";

/** The image of a service must be named by every target that hosts it; by one of them while no town has it. */
export function checkServices(draft: Draft, report: Report): void {
  const hosts = hostsByService(draft);
  for (const [name, service] of draft.services) {
    const image = service?.parts.image;
    if (!service || image === undefined) continue;
    const lacking = [...(hosts.get(name) ?? draft.targets.keys())].flatMap((target) => {
      const images = draft.targets.get(target)?.parts.images;
      return images && !Object.hasOwn(images, image) ? [{ target, images }] : [];
    });
    const isHosted = hosts.has(name);
    if (!isHosted && lacking.length < draft.targets.size) continue;
    for (const { target, images } of isHosted ? lacking : lacking.slice(0, 1))
      report(unknownServiceImage({ ...unknownName(image, Object.keys(images)), target }, service.spanOf(["image"])));
  }
}

function hostsByService(draft: Draft): Map<string, Set<string>> {
  const hosts = new Map<string, Set<string>>();
  for (const one of draft.towns) {
    const target = targetOf(draft, one);
    for (const service of one.town.parts.services ?? []) {
      if (target === undefined || service === undefined) continue;
      hosts.set(service, (hosts.get(service) ?? new Set()).add(target));
    }
  }
  return hosts;
}
