import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import { leakIn } from "../../gates/knowledge/secrets";

const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("a secret in a text", () => {
  it.each([
    ["a password of cloud-init", "#cloud-config\npassword: hunter2\n"],
    ["a password in JSON", '{"ssh_pwauth": false, "password": "hunter2"}'],
    ["a French password", "mot_de_passe = azerty123"],
    ["a variable of a unit", "[Service]\nEnvironment=DB_PASSWORD=hunter2\n"],
    ["a variable of a shell", "export PGPASSWORD='hunter2'"],
    ["an option", "mysql -u root --password hunter2"],
    ["an option with an equals sign", "restic --password-command=x --access-key=hunter2"],
    ["a key in camel case", "clientSecret: hunter2"],
    ["a password in an address", "postgres://ged:hunter2@db.town.fr/ged"],
    ["credentials of curl", "curl -fsSL -u ged:hunter2 https://depot.fr/x"],
    ["a header", "curl -H 'Authorization: Bearer 0123456789abcdef'"],
    ["a user's password, piped", "echo 'root:hunter2' | sudo chpasswd"],
    ["a user's password, listed", "chpasswd:\n  expire: false\n  list: |\n    root:hunter2\n"],
    ["a private key", "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n"],
    ["an OpenSSH key", "-----BEGIN OPENSSH PRIVATE KEY-----"],
    ["an access key", "AKIAIOSFODNN7EXAMPLE"],
    ["a GitLab token", "git clone https://x/ # glpat-abcdefghij0123456789"],
    ["a signed token", `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.${"a".repeat(20)}`],
    ["a secret in base64", base64("#!/bin/sh\nexport API_TOKEN=hunter2\n")],
    [
      "a secret in base64, in a file of cloud-init",
      `write_files:\n- content: ${base64("password: hunter2 # see the manual")}\n  encoding: b64`,
    ],
    ["a secret in base64 of gzip", gzipSync("password: hunter2\n".repeat(3)).toString("base64")],
  ])("is found: %s", (_name, text) => {
    expect(leakIn(text)?.sure).toBe(true);
  });

  it.each([
    ["nothing", ""],
    ["settings about passwords", "ssh_pwauth: false\nlock_passwd: true\nchpasswd:\n  expire: false\n"],
    ["a command", "DB_PASSWORD=$(vault kv get -field=p db)"],
    ["a variable", `password: \${PASSWORD}`],
    ["a file", "password: /run/secrets/db"],
    ["a placeholder", "password: <to be given>"],
    ["a template of another tool", "password: {{ lookup('vault', 'db') }}"],
    ["a switch", "password: disabled"],
    ["a hash", "passwd: $6$rounds=4096$abcdefgh$0123456789"],
    ["an address with a port", "https://keystone.town.fr:5000/v3/@x"],
    ["a public SSH key", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIK0wmN7S5xZ2c8Y0l1kq9VbR3tUeWfXgHhJj ops"],
    ["a certificate", `-----BEGIN CERTIFICATE-----\n${randomBytes(300).toString("base64")}\n-----END CERTIFICATE-----`],
    ["a digest", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    ["an id", "5f0c7c1e-8b0a-4b5e-9d3c-1f2e3d4c5b6a"],
    ["a path", "/usr/share/Maarch/Courrier/Version2301/Documentation/Installation/fr"],
    ["an ordinary text in base64", base64("Bonjour à toutes et à tous, voici le site de la commune.")],
    ["French sentences", "Le mot de passe est à demander au secrétariat : passez le voir."],
  ])("is not seen in %s", (_name, text) => {
    expect(leakIn(text)).toBeUndefined();
  });

  it("may be a long random text", () => {
    expect(leakIn(`note: ${randomBytes(48).toString("base64")}`)?.sure).toBe(false);
  });

  it("is told by its kind, never by itself", () => {
    expect(JSON.stringify(leakIn("password: hunter2"))).not.toContain("hunter2");
  });

  it.each([
    ["letters", "a".repeat(300_000)],
    ["dots", "a.".repeat(150_000)],
    ["blanks", " ".repeat(300_000)],
    ["lines", "\n".repeat(300_000)],
    ["colons", "a:".repeat(150_000)],
    ["quotes", 'a="'.repeat(100_000)],
    ["starts of certificates", "-----BEGIN CERTIFICATE-----".repeat(5_000)],
    ["words of curl", "curl ".repeat(60_000)],
    ["starts of keys", "sk-".repeat(100_000)],
    ["random bytes", randomBytes(200_000).toString("base64")],
  ])("does not take for ever to look for in %s", (_name, text) => {
    const start = process.cpuUsage();
    leakIn(text);
    const { user } = process.cpuUsage(start);
    expect(user).toBeLessThan(3_000_000);
  });
});
