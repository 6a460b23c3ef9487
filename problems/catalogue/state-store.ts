import { defineProblem } from "../problem";

/** The place where the states are kept: how it answers, and how it was made. */

const BOOTSTRAP = "./beffroi bootstrap state";

export const storeUnreachable = defineProblem<{ place: string; reason: string }>({
  code: "state-store-unreachable",
  title: { en: "The place of the states does not answer", fr: "L'endroit où sont les états ne répond pas" },
  example: { place: "postgresql://etats.syndicat-aunis.example:5432/beffroi", reason: "connect ECONNREFUSED" },
  tell: ({ place, reason }) => ({
    what: { en: `${place} does not answer: ${reason}`, fr: `${place} ne répond pas : ${reason}` },
    fix: {
      en: "See whether it runs and whether this machine reaches it; then run the same command again.",
      fr: "Voyez s'il fonctionne et si cette machine l'atteint ; puis relancez la même commande.",
    },
  }),
});

export const storeRefused = defineProblem<{ place: string; role: string; reason: string }>({
  code: "state-store-refused",
  title: {
    en: "The place of the states refuses the credential",
    fr: "L'endroit où sont les états refuse l'identifiant",
  },
  example: {
    place: "postgresql://etats.syndicat-aunis.example:5432/beffroi",
    role: "beffroi_17299_hosting",
    reason: 'password authentication failed for user "beffroi_17299_hosting"',
  },
  tell: ({ place, role, reason }) => ({
    what: { en: `${place} refuses ${role}: ${reason}`, fr: `${place} refuse ${role} : ${reason}` },
    fix: {
      en: "Give the credential that `beffroi bootstrap state` handed over (PostgreSQL: PGPASSFILE; S3: AWS_SHARED_CREDENTIALS_FILE). If it is lost, make new ones:\n./beffroi bootstrap state --renew --out /root/etats.pgpass",
      fr: "Donnez l'identifiant remis par `beffroi bootstrap state` (PostgreSQL : PGPASSFILE ; S3 : AWS_SHARED_CREDENTIALS_FILE). S'il est perdu, faites-en de nouveaux :\n./beffroi bootstrap state --renew --out /root/etats.pgpass",
    },
  }),
});

export const noPassword = defineProblem<{ place: string; role: string }>({
  code: "state-password-missing",
  title: {
    en: "There is no password for the states of a town",
    fr: "Il n'y a pas de mot de passe pour les états d'une commune",
  },
  example: { place: "postgresql://etats.syndicat-aunis.example:5432/beffroi", role: "beffroi_17299_hosting" },
  tell: ({ place, role }) => ({
    what: {
      en: `${place} asks for the password of ${role}, and none is at hand.`,
      fr: `${place} demande le mot de passe de ${role}, et il n'y en a pas.`,
    },
    accepted: {
      en: "PGPASSWORD, or a line of the file of PGPASSFILE (else ~/.pgpass) with mode 0600.",
      fr: "PGPASSWORD, ou une ligne du fichier de PGPASSFILE (sinon ~/.pgpass) en mode 0600.",
    },
    fix: {
      en: "Name the file that `beffroi bootstrap state` handed over:\nexport PGPASSFILE=/root/etats.pgpass",
      fr: "Indiquez le fichier remis par `beffroi bootstrap state` :\nexport PGPASSFILE=/root/etats.pgpass",
    },
  }),
});

export const storeCredentialsMissing = defineProblem<{ file: string; profile: string }>({
  code: "state-store-credentials-missing",
  title: {
    en: "There is no credential for the S3 store of the states",
    fr: "Il n'y a pas d'identifiant pour le stockage S3 des états",
  },
  example: { file: "/home/agent/.aws/credentials", profile: "default" },
  tell: ({ file, profile }) => ({
    what: {
      en: `AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set, and ${file} holds no profile "${profile}".`,
      fr: `AWS_ACCESS_KEY_ID et AWS_SECRET_ACCESS_KEY ne sont pas définies, et ${file} ne contient pas de profil « ${profile} ».`,
    },
    fix: {
      en: "Set them, or name a file of credentials:\nexport AWS_SHARED_CREDENTIALS_FILE=/root/etats.s3",
      fr: "Définissez-les, ou indiquez un fichier d'identifiants :\nexport AWS_SHARED_CREDENTIALS_FILE=/root/etats.s3",
    },
  }),
});

export const placeNotMade = defineProblem<{ place: string; role: string; reason: string }>({
  code: "state-place-not-made",
  title: { en: "The place of a town's state was not made", fr: "L'endroit de l'état d'une commune n'a pas été créé" },
  example: {
    place: "postgresql://etats.syndicat-aunis.example:5432/beffroi",
    role: "beffroi_17299_hosting",
    reason: 'schema "beffroi_17299_hosting" does not exist',
  },
  tell: ({ place, role, reason }) => ({
    what: {
      en: `${place} does not have what ${role} needs: ${reason}`,
      fr: `${place} n'a pas ce qu'il faut à ${role} : ${reason}`,
    },
    fix: {
      en: `An administrator of the database makes it once, and may repeat it:\n${BOOTSTRAP}`,
      fr: `Un administrateur de la base le crée une fois, et peut le répéter :\n${BOOTSTRAP}`,
    },
  }),
});
