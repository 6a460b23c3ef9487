import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { run } from "../../../cli/commands/validate";
import { exampleConfig, KIT } from "../../config-folder";
import { screenOf } from "../screen";

const SIX = readFileSync(join(KIT, "test/schema/six-mistakes.yaml"), "utf8");

/** Name and content of every file of a folder. */
function digest(folder: string): string {
  const hash = createHash("sha256");
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    hash.update(path);
    if (entry.isFile()) hash.update(readFileSync(path));
  }
  return hash.digest("hex");
}

describe("beffroi validate", () => {
  it("says what was checked when all is well", async () => {
    expect(await screenOf(run, exampleConfig())).toMatchInlineSnapshot(`
{
  "code": 0,
  "err": "",
  "out": "✓ config: 6 towns, 8 services, 1 target, nothing to correct.
  Checked: 24 files, key by key; the INSEE codes; the names quoted from one file to another;
  the size classes; the zones; the address plan.
",
}
`);
    expect(await screenOf(run, exampleConfig(), { language: "fr" })).toMatchInlineSnapshot(`
{
  "code": 0,
  "err": "",
  "out": "✓ config : 6 communes, 8 services, 1 cible, rien à corriger.
  Vérifié : 24 fichiers, clé par clé ; les codes INSEE ; les noms cités d'un fichier à l'autre ;
  les classes de taille ; les zones ; le plan d'adressage.
",
}
`);
  });

  it("tells six mistakes of a town with their lines, in English", async () => {
    const { code, out, err } = await screenOf(run, exampleConfig({ "towns/17299-rochefort.yaml": SIX }));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatchInlineSnapshot(`
"config/towns/17299-rochefort.yaml:2:8  insee-not-quoted
  Without quotes, 17299 is read as a number: zeros in front would be lost.

    2 | insee: 17299
      |        ^^^^^

  Accepted: The 5 characters of the INSEE code, in quotes: "17299", "01001", "2A004".
  Fix: Write "17299", with the quotes.

config/towns/17299-rochefort.yaml:3:1  unknown-key
  The key "sevices" does not exist. Did you mean "services"?

    3 | sevices: [site-web]
      | ^^^^^^^

  Accepted: insee, services, target, size, townHall, settings or openings
  Fix: Write \`services\`.

config/towns/17299-rochefort.yaml:4:22  unknown-service
  "etatcivil" is not a file of services/. Did you mean "etat-civil"?

    4 | services: [site-web, etatcivil, ged]
      |                      ^^^^^^^^^

  Accepted: archives, courrier, elections, etat-civil, finances, ged, periscolaire or site-web
  Fix: Write \`etat-civil\`.

config/towns/17299-rochefort.yaml:5:12  range-host-bits
  "198.51.100.33/28" names an address inside the range, not the range.

    5 | townHall: [198.51.100.33/28]
      |            ^^^^^^^^^^^^^^^^

  Accepted: The first address of the range and its length.
  Fix: Write \`198.51.100.32/28\`, or \`198.51.100.33/32\` for this address alone.

config/towns/17299-rochefort.yaml:7:17  number-out-of-bounds
  "settings.ged.hosts" cannot be 12.

    7 |   ged: { hosts: 12 }
      |                 ^^

  Accepted: A number from 1 to 8.
  Fix: Write a number within these bounds.

config/towns/17299-rochefort.yaml:8:16  not-in-list
  "size.class" cannot be "XXXL". Did you mean "XXL"?

    8 | size: { class: XXXL, reason: Population doublée en été }
      |                ^^^^

  Accepted: XS, S, M, L, XL or XXL
  Fix: Write \`XXL\`.

6 mistakes in 1 file.
"
`);
  });

  it("tells six mistakes of a town with their lines, in French", async () => {
    const config = exampleConfig({ "towns/17299-rochefort.yaml": SIX });
    const { err } = await screenOf(run, config, { language: "fr" });
    expect(err).toMatchInlineSnapshot(`
"config/towns/17299-rochefort.yaml:2:8  insee-not-quoted
  Sans guillemets, 17299 est lu comme un nombre : les zéros de gauche seraient perdus.

    2 | insee: 17299
      |        ^^^^^

  Accepté : Les 5 caractères du code INSEE, entre guillemets : "17299", "01001", "2A004".
  Correction : Écrivez "17299", avec les guillemets.

config/towns/17299-rochefort.yaml:3:1  unknown-key
  La clé « sevices » n'existe pas. Vouliez-vous dire « services » ?

    3 | sevices: [site-web]
      | ^^^^^^^

  Accepté : insee, services, target, size, townHall, settings ou openings
  Correction : Écrivez \`services\`.

config/towns/17299-rochefort.yaml:4:22  unknown-service
  « etatcivil » n'est pas un fichier de services/. Vouliez-vous dire « etat-civil » ?

    4 | services: [site-web, etatcivil, ged]
      |                      ^^^^^^^^^

  Accepté : archives, courrier, elections, etat-civil, finances, ged, periscolaire ou site-web
  Correction : Écrivez \`etat-civil\`.

config/towns/17299-rochefort.yaml:5:12  range-host-bits
  « 198.51.100.33/28 » désigne une adresse dans la plage, pas la plage.

    5 | townHall: [198.51.100.33/28]
      |            ^^^^^^^^^^^^^^^^

  Accepté : La première adresse de la plage et sa longueur.
  Correction : Écrivez \`198.51.100.32/28\`, ou \`198.51.100.33/32\` pour cette seule adresse.

config/towns/17299-rochefort.yaml:7:17  number-out-of-bounds
  « settings.ged.hosts » ne peut pas être 12.

    7 |   ged: { hosts: 12 }
      |                 ^^

  Accepté : Un nombre de 1 à 8.
  Correction : Écrivez un nombre dans ces bornes.

config/towns/17299-rochefort.yaml:8:16  not-in-list
  « size.class » ne peut pas être « XXXL ». Vouliez-vous dire « XXL » ?

    8 | size: { class: XXXL, reason: Population doublée en été }
      |                ^^^^

  Accepté : XS, S, M, L, XL ou XXL
  Correction : Écrivez \`XXL\`.

6 erreurs dans 1 fichier.
"
`);
  });

  it("writes nothing", async () => {
    const config = exampleConfig({ "towns/17299-rochefort.yaml": SIX });
    const before = digest(config);
    await screenOf(run, config);
    expect(digest(config)).toBe(before);
  });

  it("counts the mistakes of several files, and gives no line to a file that has none to blame", async () => {
    const config = exampleConfig({ "towns/17028.yml": "", "sizes/M.yaml": null });
    expect((await screenOf(run, config)).err).toMatchInlineSnapshot(`
"config/sizes/M.yaml  config-file-missing
  The file sizes/M.yaml is missing.
  Fix: Write it: the kit's own example is \`config/sizes/M.yaml\`, and \`docs/config.md\` says what goes into it.

config/towns/17028.yml  config-file-extension
  "17028.yml" does not end in ".yaml", so it would not be read.
  Accepted: File names that end in .yaml.
  Fix: Rename it to 17028.yaml.

2 mistakes in 2 files.
"
`);
  });

  it("prints for machines the code, the place and both languages", async () => {
    const config = exampleConfig({ "towns/17299-rochefort.yaml": SIX });
    const { code, out, err } = await screenOf(run, config, { json: true });
    const { ok, problems } = JSON.parse(out);
    expect({ code, err, ok }).toEqual({ code: 2, err: "", ok: false });
    expect(problems).toHaveLength(6);
    expect(problems[0]).toMatchObject({
      code: "insee-not-quoted",
      at: { file: "towns/17299-rochefort.yaml", line: 2, column: 8, length: 5 },
      fix: { en: 'Write "17299", with the quotes.', fr: 'Écrivez "17299", avec les guillemets.' },
    });
    const fine = await screenOf(run, exampleConfig(), { json: true });
    expect(JSON.parse(fine.out)).toMatchObject({ ok: true, towns: 6, files: 24, problems: [] });
  });

  it("tells a folder that does not exist, and exits with 2", async () => {
    const { code, err } = await screenOf(run, "/nulle/part", { language: "fr" });
    expect(code).toBe(2);
    expect(err).toContain("config-folder-missing");
  });
});
