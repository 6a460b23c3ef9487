import type { Localised } from "../../problems/language";

/** Why one way of getting a tool did not work; another way may still. What remains becomes one problem for the reader. */
export class SetupFailure extends Error {
  constructor(
    readonly what: Localised,

    /** What would open this way again. A command to copy stands on its last line. */
    readonly fix: Localised,
  ) {
    super(what.en);
    this.name = "SetupFailure";
  }
}

export function downloadFailed(url: string, reason: Localised): SetupFailure {
  const { host } = new URL(url);
  return new SetupFailure(
    { en: `Download of ${url}: ${reason.en}.`, fr: `Téléchargement de ${url} : ${reason.fr}.` },
    {
      en: `Let this machine reach ${host} (through HTTPS_PROXY if it must), or name a mirror of it in BEFFROI_DOWNLOAD_BASE.`,
      fr: `Donnez à cette machine l'accès à ${host} (par HTTPS_PROXY s'il le faut), ou indiquez un miroir dans BEFFROI_DOWNLOAD_BASE.`,
    },
  );
}

export function wrongHash(url: string, expected: string, found: string): SetupFailure {
  return new SetupFailure(
    {
      en: `What ${url} gives is not what its authors published: SHA-256 ${found} instead of ${expected}. It was refused and thrown away.`,
      fr: `Ce que donne ${url} n'est pas ce que ses auteurs ont publié : SHA-256 ${found} au lieu de ${expected}. C'est refusé, rien n'est gardé.`,
    },
    {
      en: "Find out who stands between this machine and that address (a proxy, a mirror), and tell your security officer.",
      fr: "Cherchez qui se tient entre cette machine et cette adresse (proxy, miroir), et prévenez votre RSSI.",
    },
  );
}

export function goMissing(wanted: string): SetupFailure {
  return new SetupFailure(
    { en: "Build: Go is not on the PATH.", fr: "Compilation : Go n'est pas dans le PATH." },
    {
      en: `Install Go ${wanted} or newer (https://go.dev/dl/). Debian 13's Go will do, it fetches the newer one by itself:\nsudo apt install golang-go`,
      fr: `Installez Go ${wanted} ou plus récent (https://go.dev/dl/). Celui de Debian 13 convient, il va chercher lui-même le plus récent :\nsudo apt install golang-go`,
    },
  );
}

export function goTooOld(wanted: string, found: string, path: string): SetupFailure {
  return new SetupFailure(
    {
      en: `Build: Go ${wanted} or newer is needed, ${path} is version ${found} and did not fetch a newer one.`,
      fr: `Compilation : il faut Go ${wanted} ou plus récent, ${path} est en version ${found} et n'en a pas obtenu de plus récente.`,
    },
    {
      en: `Install Go ${wanted} or newer (https://go.dev/dl/), or let Go fetch it:\nexport GOTOOLCHAIN=auto`,
      fr: `Installez Go ${wanted} ou plus récent (https://go.dev/dl/), ou laissez Go aller le chercher :\nexport GOTOOLCHAIN=auto`,
    },
  );
}

export function goBuildFailed(tool: string, said: string): SetupFailure {
  return new SetupFailure(
    {
      en: `Build of ${tool}: Go stopped, saying:\n${said}`,
      fr: `Compilation de ${tool} : Go s'est arrêté en disant :\n${said}`,
    },
    {
      en: "Let Go reach its module proxy (or name yours in GOPROXY) and run again: what is already compiled is kept.\ngo env GOPROXY",
      fr: "Donnez à Go l'accès à son proxy de modules (ou indiquez le vôtre dans GOPROXY) et relancez : ce qui est déjà compilé est gardé.\ngo env GOPROXY",
    },
  );
}
