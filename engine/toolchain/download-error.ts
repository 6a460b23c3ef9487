import type { Localised } from "../../problems/language";

/** Why a server did not give what was asked. */
export class DownloadError extends Error {
  constructor(
    readonly reason: Localised,

    /** Whether asking this server again is pointless. */
    readonly isFinal: boolean,
  ) {
    super(reason.en);
    this.name = "DownloadError";
  }
}

export function noAnswer(milliseconds: number): DownloadError {
  const seconds = milliseconds / 1000;
  return new DownloadError(
    { en: `no answer within ${seconds} s`, fr: `pas de réponse en ${String(seconds).replace(".", ",")} s` },
    true,
  );
}

export function stalled(milliseconds: number): DownloadError {
  const seconds = milliseconds / 1000;
  return new DownloadError(
    { en: `it stopped for ${seconds} s half-way`, fr: `arrêt pendant ${seconds} s en cours de route` },
    true,
  );
}

export function badStatus(status: number): DownloadError {
  return new DownloadError({ en: `the server answers ${status}`, fr: `le serveur répond ${status}` }, false);
}

export function proxyRefused(proxy: string, status: number | undefined): DownloadError {
  return new DownloadError(
    { en: `the proxy ${proxy} answers ${status}`, fr: `le proxy ${proxy} répond ${status}` },
    true,
  );
}

export function tooMuch(what: Localised): DownloadError {
  return new DownloadError({ en: `too many ${what.en}`, fr: `trop de ${what.fr}` }, false);
}

/** What the system says of a connection, in words and with its code. */
export function ofSystem(error: unknown): DownloadError {
  if (error instanceof DownloadError) return error;
  const { code = "", message } = error as NodeJS.ErrnoException;
  const words = WORDS[code];
  if (!words) return new DownloadError({ en: code || message, fr: code || message }, true);
  return new DownloadError({ en: `${words.en} (${code})`, fr: `${words.fr} (${code})` }, true);
}

const WORDS: Readonly<Record<string, Localised>> = {
  ENOTFOUND: { en: "its name leads to no address", fr: "son nom ne mène à aucune adresse" },
  EAI_AGAIN: { en: "no name server answers", fr: "aucun serveur de noms ne répond" },
  ECONNREFUSED: { en: "the connection is refused", fr: "la connexion est refusée" },
  ECONNRESET: { en: "the connection was cut", fr: "la connexion a été coupée" },
  ENETUNREACH: { en: "there is no network that leads there", fr: "aucun réseau n'y mène" },
  EHOSTUNREACH: { en: "there is no network that leads there", fr: "aucun réseau n'y mène" },
  SELF_SIGNED_CERT_IN_CHAIN: { en: "its certificate is not trusted", fr: "son certificat n'est pas reconnu" },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { en: "its certificate is not trusted", fr: "son certificat n'est pas reconnu" },
};
