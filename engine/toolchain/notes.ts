import type { Localised } from "../../problems/language";
import type { Pin } from "./pins";

/** A program of the machine that is not used. */
export function passedOver(pin: Pin, path: string, version: string | undefined): Localised {
  if (!version) {
    return {
      en: `${path} is passed over: it does not tell its version.`,
      fr: `${path} est laissé de côté : il ne donne pas sa version.`,
    };
  }
  return {
    en: `${path} is passed over: it is version ${version}, and a release from ${pin.atLeast} on is needed.`,
    fr: `${path} est laissé de côté : c'est la version ${version}, et il faut une version publiée, ${pin.atLeast} ou plus récente.`,
  };
}

/** A program of the cache whose bytes are not those that were kept. */
export function damaged(pin: Pin, folder: string): Localised {
  return {
    en: `${pin.title} in ${folder} has changed since it was kept there: it is not used, and is made again.`,
    fr: `${pin.title} dans ${folder} a changé depuis son installation : il n'est pas utilisé, et va être refait.`,
  };
}
