import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { backendOf } from "../../../engine/state/backend";
import { openEnvelope } from "../../../engine/state/envelope";
import { parseLockError } from "../../../engine/state/lock";
import { schemaOf, stackOf } from "../../../engine/state/pg/names";
import { scramVerifier } from "../../../engine/state/pg/password";
import { s3Credentials } from "../../../engine/state/s3/credentials";
import { objectOf, stackOfObject } from "../../../engine/state/s3/names";
import { signed } from "../../../engine/state/s3/sign";
import { newCopy, parseCopyName } from "../../../engine/state/store/copy-name";
import { temporaryFolder } from "../../config-folder";
import { AJACCIO, ROCHEFORT } from "./bench";

const bytes = (value: unknown) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value));

describe("the outside of a state", () => {
  const mark = (data: unknown) => Buffer.from(JSON.stringify({ external_data: data })).toString("base64");
  const encrypted = { serial: 3, lineage: "l", encrypted_data: "x", encryption_version: "v0" };

  it("tells the key and the stack of an encrypted one", () => {
    const meta = { beffroi: mark({ key: "k", owner: "17299", stack: "hosting" }) };
    const key = { id: "k", ...ROCHEFORT };
    expect(openEnvelope(bytes({ ...encrypted, meta }))).toEqual({ kind: "encrypted", serial: 3, lineage: "l", key });
  });

  it.each([
    ["somebody else's", { other: "x" }],
    ["cut", { beffroi: mark({ key: "k" }) }],
    ["no JSON", { beffroi: "!" }],
    ["no text", { beffroi: 3 }],
  ])("tells no key when its mark is %s", (_, meta) => {
    expect(openEnvelope(bytes({ ...encrypted, meta }))).toEqual({ kind: "encrypted", serial: 3, lineage: "l" });
  });

  it.each([
    ["empty", "", "empty"],
    ["cut", '{"serial": 3, "lin', "broken"],
    ["a list", "[]", "broken"],
    ["null", "null", "broken"],
    ["of no known kind", '{"serial": 3, "lineage": "l"}', "broken"],
    ["without a serial", '{"lineage": "l", "terraform_version": "1.12.6"}', "broken"],
    ["in the clear", '{"serial": 3, "lineage": "l", "terraform_version": "1.12.6"}', "plain"],
  ])("tells when it is %s", (_, text, kind) => {
    expect(openEnvelope(bytes(text)).kind).toBe(kind);
  });
});

describe("the names of states", () => {
  const foundation = { owner: "dc-aunis", stack: "foundation" };

  it.each([
    [ROCHEFORT, "beffroi_17299_hosting", "states/17299/hosting.tfstate"],
    [AJACCIO, "beffroi_2a004_hosting", "states/2A004/hosting.tfstate"],
    [foundation, "beffroi_dc-aunis_foundation", "states/dc-aunis/foundation.tfstate"],
  ])("of %j are read back", (stack, schema, object) => {
    expect([schemaOf(stack), stackOf(schema)]).toEqual([schema, stack]);
    expect([objectOf(stack), stackOfObject(object)]).toEqual([object, stack]);
  });

  it.each(["beffroi_reader", "public", "beffroi_a_b_c", "other_17299_hosting"])(
    "are not seen in schema %s",
    (schema) => {
      expect(stackOf(schema)).toBeUndefined();
    },
  );

  it.each(["states/17299/hosting.tfstate.tflock", "history/17299/hosting/x.tfstate", "states/hosting.tfstate"])(
    "are not seen in object %s",
    (object) => {
      expect(stackOfObject(object)).toBeUndefined();
    },
  );
});

describe("the name of a copy", () => {
  it("holds the time, the reason and what the bytes must be", () => {
    const copy = newCopy(bytes("x"), "rotate", new Date("2026-11-24T08:15:30.123Z"));
    expect(copy.name).toBe(
      "20261124T081530.123Z_rotate_2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881.tfstate",
    );
    expect(parseCopyName(copy.name)).toEqual(copy);
  });

  it.each(["x", "20261324T081530.123Z_rotate_", ".DS_Store"])("is not %s", (name) => {
    const digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
    expect(parseCopyName(`${name}${digest}.tfstate`)).toBeUndefined();
  });
});

describe("the backend", () => {
  const pg = { kind: "pg", host: "it's", port: 5432, database: "beffroi", tls: "verify-full" } as const;

  it("of PostgreSQL is the same for every town, and its connection string holds no password", () => {
    const { block, env, args } = backendOf(pg, ROCHEFORT);
    expect(block).toEqual(backendOf(pg, AJACCIO).block);
    expect(args).toEqual([]);
    expect(env.PG_SCHEMA_NAME).toBe("beffroi_17299_hosting");
    expect(env.PG_CONN_STR).toContain("host='it\\'s' port='5432' dbname='beffroi' user='beffroi_17299_hosting'");
    expect(env.PG_CONN_STR).not.toContain("password");
    const skipped = Object.entries(env).filter(([name]) => name.startsWith("PG_SKIP_"));
    expect(skipped).toHaveLength(3);
    expect(skipped.every(([, value]) => value === "true")).toBe(true);
  });

  it("of S3 locks with a file, and holds no credential", () => {
    const s3 = { kind: "s3", endpoint: "https://s3.example", region: "r", bucket: "b", history: "h" } as const;
    const { block } = backendOf(s3, ROCHEFORT);
    expect(block).toMatchObject({ s3: { bucket: "b", key: "states/17299/hosting.tfstate", use_lockfile: true } });
    expect(JSON.stringify(block)).not.toMatch(/secret|access/);
  });

  it("of a local state is OpenTofu's own, with a path", () => {
    const local = { kind: "local", folder: "/w/states", history: "/w/history" } as const;
    expect(backendOf(local, ROCHEFORT)).toEqual({ env: {}, args: ["-state=/w/states/17299/hosting.tfstate"] });
  });
});

describe("a signature for S3", () => {
  it("is that of the example in Amazon's documentation", () => {
    // "Signature Calculations for the Authorization Header", example GET Object.
    const credentials = {
      accessKeyId: "AKIAIOSFODNN7EXAMPLE",
      secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    };
    const request = {
      method: "GET",
      url: new URL("https://examplebucket.s3.amazonaws.com/test.txt"),
      headers: { range: "bytes=0-9" },
      body: new Uint8Array(),
    };
    const headers = signed(request, credentials, "us-east-1", new Date("2013-05-24T00:00:00Z"));
    expect(headers.get("authorization")).toContain(
      "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    );
  });

  it("covers the words of the query, in the order that Amazon wants", () => {
    // The same page, example GET Bucket (List Objects).
    const credentials = {
      accessKeyId: "AKIAIOSFODNN7EXAMPLE",
      secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    };
    const url = new URL("https://examplebucket.s3.amazonaws.com/?prefix=J&max-keys=2");
    const request = { method: "GET", url, headers: {}, body: new Uint8Array() };
    const headers = signed(request, credentials, "us-east-1", new Date("2013-05-24T00:00:00Z"));
    expect(headers.get("authorization")).toContain(
      "Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
    );
  });
});

describe("credentials for S3", () => {
  const file = join(temporaryFolder(), "credentials");
  writeFileSync(
    file,
    "[default]\naws_access_key_id = A\naws_secret_access_key = a/b=\n\n[etats]\naws_access_key_id=B\naws_secret_access_key=b\naws_session_token=t\n",
  );

  it("come from the environment first", () => {
    const env = { AWS_ACCESS_KEY_ID: "E", AWS_SECRET_ACCESS_KEY: "e", AWS_SHARED_CREDENTIALS_FILE: file };
    expect(s3Credentials(env)).toEqual({ accessKeyId: "E", secretAccessKey: "e" });
  });

  it("come from a profile of the file", () => {
    expect(s3Credentials({ AWS_SHARED_CREDENTIALS_FILE: file })).toEqual({ accessKeyId: "A", secretAccessKey: "a/b=" });
    const named = { AWS_SHARED_CREDENTIALS_FILE: file, AWS_PROFILE: "etats" };
    expect(s3Credentials(named)).toEqual({ accessKeyId: "B", secretAccessKey: "b", sessionToken: "t" });
  });

  it("that are nowhere are asked for", () => {
    const env = { AWS_SHARED_CREDENTIALS_FILE: file, AWS_PROFILE: "absent" };
    expect(() => s3Credentials(env)).toThrow(/state-store-credentials-missing/);
  });
});

describe("a password that PostgreSQL is not told", () => {
  it("is given as the verifier that PostgreSQL itself would keep", () => {
    // Password and salt of the exchange in RFC 7677, section 3.
    const salt = Buffer.from("W22ZaJ0SNY7soEsUEjb6gQ==", "base64");
    expect(scramVerifier("pencil", salt)).toBe(
      "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
    );
  });
});

describe("what OpenTofu says of a lock", () => {
  const said = `\`tofu apply\` failed:
Error acquiring the state lock

Error message: operation error S3: PutObject, PreconditionFailed
Lock Info:
  ID:        9db590f1-b6fe-c5f2-2678-8804f089deba
  Path:      etats/states/17299/hosting.tfstate
  Operation: OperationTypeApply
  Who:       agent@poste-3
  Version:   1.12.6
  Created:   2026-11-24 03:12:07.12345 +0000 UTC
  Info:      
`;

  it("is read whole", () => {
    expect(parseLockError(said)).toEqual({
      id: "9db590f1-b6fe-c5f2-2678-8804f089deba",
      who: "agent@poste-3",
      operation: "OperationTypeApply",
      since: "2026-11-24 03:12:07 UTC",
    });
  });

  it("is not seen in another failure to take it", () => {
    expect(
      parseLockError("Error acquiring the state lock\n\nfailed to write backup file: no space left"),
    ).toBeUndefined();
  });
});
