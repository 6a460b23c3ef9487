const NAMES =
  /(?:^|_)(?:\w*password|\w*passwd|pass|passphrase|pwd|mdp|mot_?de_?passe|\w*secret|\w*token|psk|(?:api|access|private|secret|encryption|sync|client)_?key)$/;

/** They end like a secret, and hold none. */
const INNOCENT = new Set(["chpasswd", "lock_passwd", "expire_passwd", "ssh_deletekeys", "no_secret", "no_password"]);

/** Names that were looked at: attributes are few, and come back for each resource. */
const KNOWN = new Map<string, boolean>();

/** Whether a name says that its value is a secret: `admin_pass`, `PGPASSWORD`, `clientSecret`, `mot_de_passe`. */
export function isSecretName(name: string): boolean {
  const known = KNOWN.get(name);
  if (known !== undefined) return known;
  const secret = saysSecret(name);
  KNOWN.set(name, secret);
  return secret;
}

function saysSecret(name: string): boolean {
  const plain = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[.\s-]/g, "_")
    .toLowerCase();
  return NAMES.test(plain) && !INNOCENT.has(plain);
}
