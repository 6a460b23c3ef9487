import { z } from "zod";
import { about } from "../about";
import { port, text } from "../values";

const postgresql = z.strictObject({
  host: text.meta(
    about("Host of the PostgreSQL server.", "Machine du serveur PostgreSQL.", {
      examples: ["etats.syndicat-aunis.example"],
    }),
  ),
  port: port
    .default(5432)
    .meta(about("Port of the server. 5432 unless said.", "Port du serveur. 5432 par défaut.", { examples: [5432] })),
  database: text.default("beffroi").meta(
    about(
      "Database, used for nothing else. `beffroi` unless said.",
      "Base, qui ne sert à rien d'autre. `beffroi` par défaut.",
      {
        examples: ["beffroi"],
      },
    ),
  ),
  tls: z
    .enum(["verify-full", "verify-ca", "disable"])
    .default("verify-full")
    .meta(
      about(
        "`verify-full` unless said; `disable` only for a server on this machine.",
        "`verify-full` par défaut ; `disable` seulement pour un serveur de cette machine.",
        {
          examples: ["verify-full"],
        },
      ),
    ),
});

const s3 = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/ }).meta(
    about("Address of the S3 service.", "Adresse du service S3.", {
      kind: "url",
      examples: ["https://s3.dc-aunis.example"],
    }),
  ),
  region: text
    .default("us-east-1")
    .meta(
      about(
        "Region that requests are signed for. `us-east-1` unless said.",
        "Région pour laquelle les requêtes sont signées. `us-east-1` par défaut.",
        { examples: ["us-east-1"] },
      ),
    ),
  bucket: text.meta(
    about("Bucket of the states; it has no versioning.", "Bac des états ; sans versions.", {
      examples: ["beffroi-etats"],
    }),
  ),
  history: text
    .optional()
    .meta(
      about(
        "Bucket of the copies made before each apply. The bucket of the states unless said.",
        "Bac des copies faites avant chaque application. Celui des états par défaut.",
        { examples: ["beffroi-historique"] },
      ),
    ),
});

const key = z.strictObject({
  command: z
    .array(text.meta(about("A word of the command.", "Un mot de la commande.", { examples: ["age"] })))
    .min(1)
    .optional()
    .meta(
      about(
        "Command that prints the key (32 bytes, in base64 or hexadecimal); run in the config folder, without a shell.",
        "Commande qui affiche la clé (32 octets, en base64 ou en hexadécimal) ; lancée dans le dossier de configuration, sans shell.",
        { examples: [["age", "--decrypt", "--identity", "/etc/beffroi/age.txt", "etats.cle.age"]] },
      ),
    ),
  passphrase: z
    .strictObject({
      salt: z
        .string()
        .regex(/^[0-9a-f]{32}$/)
        .optional()
        .meta(
          about(
            "32 hexadecimal digits, drawn once: not secret, never changed.",
            "32 chiffres hexadécimaux, tirés une fois : pas secrets, jamais changés.",
            { examples: ["f0e1d2c3b4a5968778695a4b3c2d1e0f"] },
          ),
        ),
    })
    .optional()
    .meta(
      about(
        "The key is derived from the passphrase of BEFFROI_STATE_PASSPHRASE_FILE or BEFFROI_STATE_PASSPHRASE.",
        "La clé est dérivée de la phrase de passe de BEFFROI_STATE_PASSPHRASE_FILE ou de BEFFROI_STATE_PASSPHRASE.",
        { examples: [{ salt: "f0e1d2c3b4a5968778695a4b3c2d1e0f" }] },
      ),
    ),
  file: text
    .optional()
    .meta(
      about(
        "File that holds the key, readable by its owner only; relative to the config folder.",
        "Fichier qui contient la clé, lisible de son seul propriétaire ; relatif au dossier de configuration.",
        { examples: ["/etc/beffroi/etats.cle"] },
      ),
    ),
});

/** Where the states are kept, and what encrypts them. */
export const state = z.strictObject({
  pg: postgresql.optional().meta(
    about("Keeps the states in PostgreSQL.", "Garde les états dans PostgreSQL.", {
      examples: [{ host: "etats.syndicat-aunis.example" }],
    }),
  ),
  s3: s3.optional().meta(
    about("Keeps the states in an S3 store.", "Garde les états dans un stockage S3.", {
      examples: [{ endpoint: "https://s3.dc-aunis.example", bucket: "beffroi-etats" }],
    }),
  ),
  key: key
    .optional()
    .meta(
      about(
        "Where the key of the states comes from: one of the three ways. Local states only may leave it out.",
        "D'où vient la clé des états : une des trois manières. Seuls des états locaux peuvent s'en passer.",
        { examples: [{ file: "/etc/beffroi/etats.cle" }] },
      ),
    ),
  previousKey: key
    .optional()
    .meta(
      about(
        "The key before, while states are re-encrypted with the new one.",
        "La clé d'avant, pendant que les états sont rechiffrés avec la nouvelle.",
        { examples: [{ file: "/etc/beffroi/etats.ancienne-cle" }] },
      ),
    ),
});

export type StateSection = z.output<typeof state>;
export type KeySection = z.output<typeof key>;
