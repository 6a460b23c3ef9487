import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { exampleConfig, KIT } from "../config-folder";
import { firstWords, problemsOf } from "./problems-of";

const SYNDICATE = readFileSync(join(KIT, "config", "syndicate.yaml"), "utf8");
const START = SYNDICATE.split("\n").length;

/** The example config with this `state:` section; lines are counted from it. */
const withState = (...lines: string[]) =>
  exampleConfig({ "syndicate.yaml": `${SYNDICATE}state:\n${lines.join("\n")}\n` });
const found = (...lines: string[]) =>
  problemsOf(withState(...lines)).map((problem) =>
    problem.replace(/^syndicate\.yaml: (\S+) (\d+):(\d+)$/, (_, code, line) => `${code} ${Number(line) - START}`),
  );

const KEY = "  key: { file: /etc/beffroi/etats.cle }";
const PG = "  pg: { host: etats.example }";

describe("the state section", () => {
  it.each([
    ["PostgreSQL with a key in a file", [PG, KEY]],
    [
      "S3 with a key from a command",
      ["  s3: { endpoint: https://s3.example, bucket: etats }", "  key: { command: [age, -d, x] }"],
    ],
    ["a passphrase for local states", ["  key: { passphrase: { salt: f0e1d2c3b4a5968778695a4b3c2d1e0f } }"]],
    ["a database of this machine without TLS", ["  pg: { host: 127.0.0.1, tls: disable }", KEY]],
  ])("may be %s", (_, lines) => {
    expect(found(...lines)).toEqual([]);
  });

  it.each([
    ["both places", [PG, "  s3: { endpoint: https://s3.example, bucket: etats }", KEY], ["state-several-places 2"]],
    ["shared states without a key", [PG], ["state-key-not-named 1"]],
    ["a key from two places", [PG, "  key: { file: a, command: [b] }"], ["state-key-ambiguous 2"]],
    ["a key from nowhere", ["  key: {}"], ["state-key-ambiguous 1"]],
    ["a previous key from two places", [KEY, "  previousKey: { file: a, command: [b] }"], ["state-key-ambiguous 2"]],
    [
      "another machine's database without TLS",
      ["  pg:", "    host: etats.example", "    tls: disable", KEY],
      ["state-cleartext-database 3"],
    ],
    ["a salt that is none", ["  key: { passphrase: { salt: sel } }"], ["wrong-format 1"]],
    ["an address that is none", ["  s3: { endpoint: s3.example, bucket: etats }", KEY], ["wrong-format 1"]],
    ["an unknown key", [PG, KEY, "  vault: x"], ["unknown-key 3"]],
  ])("may not be %s", (_, lines, codes) => {
    expect(found(...lines)).toEqual(codes);
  });

  it("says in French what shared states lack", () => {
    expect(firstWords(withState(PG))).toMatchInlineSnapshot(`
"Les états sont partagés (\`pg\`), et la configuration ne dit pas d'où vient leur clé.
\`key:\` avec une commande, une phrase de passe ou un fichier : chaque machine de l'équipe doit trouver la même clé.
Ajoutez-la sous \`state:\`, par exemple :
key: { command: [age, --decrypt, --identity, /etc/beffroi/age.txt, etats.cle.age] }"
`);
  });
});
