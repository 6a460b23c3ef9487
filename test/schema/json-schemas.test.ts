import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import Ajv2020 from "ajv/dist/2020";
import { parse } from "yaml";
import type { z } from "zod";
import { FILE_KINDS } from "../../scripts/generate/file-kinds";
import { exampleConfig, KIT } from "../config-folder";
import { problemsOf } from "./problems-of";

const schemaFile = (name: string) => join(KIT, "schema/json", `${name}.schema.json`);
const yamlOf = (file: string) => parse(readFileSync(join(KIT, file), "utf8"), { merge: true });

/** The committed schema, as an editor would load it; formats are told apart by their patterns. */
function validatorOf(name: string) {
  const formats = ["email", "uri", "date", "date-time", "ipv4", "ipv6"];
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    formats: Object.fromEntries(formats.map((one) => [one, true])),
  });
  return ajv.compile(JSON.parse(readFileSync(schemaFile(name), "utf8")));
}

/** Every file of the example config, with the schema that its first line names. */
const examples = readdirSync(join(KIT, "config"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yaml") && !file.includes(".beffroi"))
  .sort()
  .map((file) => ({ file, modeline: readFileSync(join(KIT, "config", file), "utf8").split("\n", 1)[0] as string }));

describe.each(FILE_KINDS)("the JSON Schema of $name", ({ name, schema, example }) => {
  it("is one, of draft 2020-12", () => {
    expect(JSON.parse(readFileSync(schemaFile(name), "utf8"))).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: expect.stringContaining(".yaml"),
    });
    expect(validatorOf(name)).toBeInstanceOf(Function);
  });

  it("takes its example, as zod does", () => {
    const value = yamlOf(`config/${example}`);
    expect([validatorOf(name)(value), schema.safeParse(value).success]).toEqual([true, true]);
  });

  it("refuses the files of every other kind, as zod does", () => {
    for (const other of FILE_KINDS.filter((kind) => kind.name !== name)) {
      const value = yamlOf(`config/${other.example}`);
      expect([other.name, validatorOf(name)(value), schema.safeParse(value).success]).toEqual([
        other.name,
        false,
        false,
      ]);
    }
  });
});

describe("the example config", () => {
  it("names in the first line of each file a schema that exists and takes it", () => {
    expect(examples.length).toBeGreaterThan(20);
    for (const { file, modeline } of examples) {
      const named = /^# yaml-language-server: \$schema=(.+)$/.exec(modeline)?.[1] ?? "";
      const path = join(KIT, "config", dirname(file), named);
      expect([file, named, existsSync(path)]).toEqual([file, expect.stringMatching(/\.schema\.json$/), true]);
      const validate = validatorOf(/([a-z]+)\.schema\.json$/.exec(named)?.[1] as string);
      expect([file, validate(yamlOf(`config/${file}`)), validate.errors]).toEqual([file, true, null]);
    }
  });

  it("is what loadConfig takes", () => {
    expect(problemsOf(exampleConfig())).toEqual([]);
  });
});

describe("the file of six mistakes", () => {
  const six = yamlOf("test/schema/six-mistakes.yaml");
  const [town] = FILE_KINDS as readonly { name: string; schema: z.ZodType }[];

  it("is refused by the JSON Schema and by zod", () => {
    expect([validatorOf("town")(six), town?.schema.safeParse(six).success]).toEqual([false, false]);
  });

  it.each([
    ["insee", "17299"],
    ["sevices", undefined],
    ["settings", { ged: { hosts: 8 } }],
    ["size", { class: "XXL", reason: "Population doublée en été" }],
  ])("is refused by the JSON Schema for its key %s", (key, right) => {
    const others = { insee: "17299", services: ["site-web", "ged"] };
    const wrong = { ...others, [key]: six[key] };
    const mended = right === undefined ? others : { ...others, [key]: right };
    expect([validatorOf("town")(wrong), validatorOf("town")(mended)]).toEqual([false, true]);
  });
});
