import { describe, expect, it } from "@jest/globals";
import { readPlan } from "../../plan/read";
import { OperatorError, type Problem } from "../../problems/problem";

const EMPTY = '{"format_version":"1.2","planned_values":{"root_module":{}}}';

/** The one problem that the text has. */
function problemOf(input: string | Uint8Array): Problem {
  try {
    readPlan(input, "plan.json");
  } catch (error) {
    if (error instanceof OperatorError && error.problems.length === 1) return error.problems[0] as Problem;
    throw error;
  }
  throw new Error("it was read");
}

const withValue = (value: string) =>
  `{"format_version":"1.2","resource_changes":[{"address":"a.b","type":"a","change":{"actions":["create"],"after":{"size":${value}}}}]}`;

describe("a file that is no plan", () => {
  it.each([
    ["an empty file", "", "plan-empty"],
    ["blanks", " \n\t", "plan-empty"],
    ["a plan file of OpenTofu", Buffer.from("PK\u0003\u0004tfplan"), "plan-binary"],
    ["an encrypted plan file", '{"meta":{},"encrypted_data":"x","encryption_version":"v0"}', "plan-binary"],
    ["the log of a plan", '{"@level":"info"}\n{"@level":"info"}\n', "plan-is-log"],
    ["the text of a plan", "OpenTofu will perform the following actions:\n", "plan-not-json"],
    ["a warning before the plan", `Warning: Unable to open CLI configuration file\n${EMPTY}`, "plan-not-json"],
    ["bytes that are no text", Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x7d]), "plan-not-json"],
    ["a plan cut in a text", EMPTY.slice(0, 20), "plan-cut-short"],
    ["a plan cut between two members", EMPTY.slice(0, 40), "plan-cut-short"],
    ["a plan cut after its first brace", "{", "plan-cut-short"],
    ["a shown state", '{"format_version":"1.0","values":{}}', "plan-is-state"],
    ["a state file", '{"version":4,"lineage":"x","resources":[]}', "plan-is-state"],
    ["a list", "[]", "plan-malformed"],
    ["any object", "{}", "plan-malformed"],
    ["a provider schema", '{"format_version":"1.0","provider_schemas":{}}', "plan-malformed"],
    ["a plan of Terraform 1.0", '{"format_version":"0.2","planned_values":{}}', "plan-format-unknown"],
    ["a plan of the future", '{"format_version":"2.0","planned_values":{}}', "plan-format-unknown"],
    ["a plan that failed", '{"format_version":"1.2","planned_values":{},"errored":true}', "plan-errored"],
  ])("%s is called by its name", (_name, input, code) => {
    expect(problemOf(input).code).toBe(code);
  });

  it.each([
    ["resource_changes", '{"format_version":"1.2","resource_changes":{}}'],
    ["resource_changes.0", '{"format_version":"1.2","resource_changes":[3]}'],
    ["resource_changes.0.address", '{"format_version":"1.2","resource_changes":[{}]}'],
    ["resource_changes.0.change.actions", withValue("1").replace('["create"]', "[]")],
  ])("says that %s has not the right shape", (where, text) => {
    expect(problemOf(text)).toMatchObject({
      code: "plan-malformed",
      what: { en: expect.stringContaining(`\`${where}\``) },
    });
  });

  it("refuses an action that it does not know, rather than take it for nothing", () => {
    expect(problemOf(withValue("1").replace("create", "renew"))).toMatchObject({
      code: "plan-action-unknown",
      what: { en: expect.stringContaining("a.b") },
    });
  });

  it("does not repeat what it could not read, which may be a secret", () => {
    const { what, fix, accepted } = problemOf('{"password": hunter2}');
    expect(JSON.stringify([what, fix, accepted])).not.toContain("hunter2");
  });

  it("says where it stops being JSON, and asks that nobody show that line", () => {
    const at = { file: "plan.json", line: 2, column: 7, length: 0 };
    expect(problemOf('{"format_version":\n"1.2",, }').at).toEqual(at);
  });
});

describe("what two readers could read differently", () => {
  it("refuses a key that is given twice, and says where", () => {
    expect(problemOf(withValue('1,\n"size":2'))).toMatchObject({
      code: "plan-repeats-key",
      at: { file: "plan.json", line: 2, column: 1 },
      what: { en: expect.stringContaining('"size"') },
    });
  });

  it("knows the same key in another spelling", () => {
    expect(problemOf(withValue('1,"si\\u007ae":2')).code).toBe("plan-repeats-key");
  });

  it("takes the same key in two objects for what it is", () => {
    const text = withValue('1,"a":{"size":1},"b":[{"size":1},{"size":2}],"c":"\\"size\\": 1"');
    expect(readPlan(text).changes).toHaveLength(1);
  });

  it("is not misled by quotes, colons and backslashes inside texts", () => {
    const text = withValue('1,"a":"\\\\","b":"x\\\\\\" : ","c\\\\":":"');
    expect(readPlan(text).changes[0]?.after).toEqual({ size: 1, a: "\\", b: 'x\\" : ', "c\\": ":" });
  });

  it.each(["9007199254740993", "1e400", "-1e300"])("refuses %s, and says where", (value) => {
    expect(problemOf(withValue(value))).toMatchObject({
      code: "plan-number-too-large",
      what: { en: expect.stringContaining("resource_changes.0.change.after.size") },
    });
  });

  it("refuses a key that JavaScript would take for something else", () => {
    expect(problemOf(withValue('1,"__proto__":{"size":2}')).code).toBe("plan-malformed");
  });

  it.each([300, 200_000])("refuses %d nested lists", (depth) => {
    expect(problemOf(withValue("[".repeat(depth) + "]".repeat(depth))).code).toBe("plan-too-deep");
  });
});

describe("what is a plan all the same", () => {
  it.each([
    ["with a byte order mark", Buffer.from(`\ufeff${EMPTY}`)],
    ["in UTF-16, as PowerShell writes it", Buffer.from(`\ufeff${EMPTY}`, "utf16le")],
    ["with blanks around", `\n ${EMPTY}\r\n`],
  ])("is read %s", (_name, input) => {
    expect(readPlan(input)).toMatchObject({ formatVersion: "1.2", changes: [] });
  });
});
