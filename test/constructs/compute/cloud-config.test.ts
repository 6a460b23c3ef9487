import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type CloudConfigProps, cloudConfig } from "../../../constructs/compute/cloud-config";
import { refusal } from "../../synth";

const KEY = `ssh-ed25519 ${"A".repeat(68)} agent@syndicat.example`;
const FULL: CloudConfigProps = {
  hostName: "aix-1",
  packages: ["nginx"],
  administratorKeys: [KEY],
  dataGiB: 50,
  rebootAt: "04:07",
};

const read = (props: Partial<CloudConfigProps> = {}) =>
  JSON.parse(cloudConfig({ hostName: "aix-1", ...props }).replace("#cloud-config\n", "")) as {
    write_files: { path: string; content: string }[];
    [key: string]: unknown;
  };
const file = (props: Partial<CloudConfigProps>, path: string) =>
  read(props).write_files.find((one) => one.path === path)?.content;

describe("cloudConfig", () => {
  it("starts with the line by which cloud-init knows it", () => {
    expect(cloudConfig(FULL)).toMatch(/^#cloud-config\n/);
  });

  it("names the host, and sets the time of metropolitan France", () => {
    expect(read({ hostName: "rochefort-17299-ged-2" })).toMatchObject({
      hostname: "rochefort-17299-ged-2",
      timezone: "Europe/Paris",
    });
  });

  it("lets nobody in by a password, nor as root", () => {
    expect(read()).toMatchObject({ ssh_pwauth: false, disable_root: true });
    const sshd = file({}, "/etc/ssh/sshd_config.d/10-beffroi.conf");
    expect(sshd).toContain("PasswordAuthentication no\n");
    expect(sshd).toContain("PermitRootLogin no\n");
    expect(sshd).toContain("KbdInteractiveAuthentication no\n");
  });

  it("sets no password, of anybody", () => {
    expect(cloudConfig(FULL)).not.toMatch(/passwd|"password|chpasswd|lock_passwd/i);
  });

  it("lets nobody in at all by default", () => {
    expect(read()).not.toHaveProperty("ssh_authorized_keys");
  });

  it("lets the administrators in by their keys, each once, in one order", () => {
    const other = `ssh-rsa ${"B".repeat(68)}`;
    expect(read({ administratorKeys: [other, KEY, KEY] }).ssh_authorized_keys).toEqual([KEY, other]);
  });

  it("installs security updates by itself, and restarts in the night", () => {
    expect(read().packages).toEqual(["unattended-upgrades"]);
    const upgrades = file({}, "/etc/apt/apt.conf.d/60beffroi-upgrades");
    expect(upgrades).toContain('APT::Periodic::Unattended-Upgrade "1";\n');
    expect(upgrades).toContain('Automatic-Reboot-Time "04:00";\n');
  });

  it("restarts at the time that it is given", () => {
    expect(file({ rebootAt: "03:21" }, "/etc/apt/apt.conf.d/60beffroi-upgrades")).toContain(
      'Automatic-Reboot-Time "03:21";\n',
    );
  });

  it("installs the packages, each once, in one order", () => {
    expect(read({ packages: ["postgresql", "nginx", "postgresql"] }).packages).toEqual([
      "nginx",
      "postgresql",
      "unattended-upgrades",
    ]);
  });

  it("mounts no data volume when there is none", () => {
    expect(read()).not.toHaveProperty("runcmd");
    expect(file({}, "/etc/fstab")).toBeUndefined();
  });

  it("prepares and mounts the data volume", () => {
    expect(read({ dataGiB: 50 }).runcmd).toEqual([
      ["systemctl", "daemon-reload"],
      ["systemctl", "start", "srv-data.mount"],
    ]);
    expect(file({ dataGiB: 50 }, "/etc/fstab")).toContain("LABEL=srv-data /srv/data ext4 ");
    expect(file({ dataGiB: 50 }, "/usr/local/sbin/prepare-data-disk")).toContain(String(50 * 1024 ** 3));
  });

  it.each(["Aix", "île", "a.b", "a_b", "-a", "a-", "", "a".repeat(64)])("refuses the host name %j", (hostName) => {
    expect(() => cloudConfig({ hostName })).toThrow(refusal("host-name-invalid"));
  });

  it.each(["nginx; reboot", "Nginx", "a", "", "-y", `\${x}`, "a b"])("refuses the package %j", (name) => {
    expect(() => cloudConfig({ hostName: "aix-1", packages: [name] })).toThrow(refusal("package-name-invalid"));
  });

  it.each([
    "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk=\n-----END OPENSSH PRIVATE KEY-----",
    `${KEY}\nssh-ed25519 ${"C".repeat(68)}`,
    `command="reboot" ${KEY}`,
    "ssh-ed25519 tooshort",
    "ssh-dss AAAA",
    "",
  ])("refuses the key %j", (key) => {
    expect(() => cloudConfig({ hostName: "aix-1", administratorKeys: [key] })).toThrow(refusal("public-key-invalid"));
  });

  it("does not repeat a refused key, which may be private", () => {
    const secret = `-----BEGIN OPENSSH PRIVATE KEY-----\n${"s3cr3t".repeat(9)}`;
    const refused = () => cloudConfig({ hostName: "aix-1", administratorKeys: [secret] });
    expect(refused).toThrow(refusal("public-key-invalid"));
    expect(refused).not.toThrow(/s3cr3t/);
  });

  it("tells everything that it refuses at once", () => {
    expect(() => cloudConfig({ hostName: "Aix", packages: ["A", "B"], administratorKeys: ["x"] })).toThrow(
      refusal("host-name-invalid", "package-name-invalid", "package-name-invalid", "public-key-invalid"),
    );
  });

  it("refuses more than Nova takes", () => {
    const packages = Array.from({ length: 4000 }, (_, index) => `package-${index}`);
    expect(() => cloudConfig({ hostName: "aix-1", packages })).toThrow(refusal("user-data-too-long"));
  });
});

/** The real judge, where it is installed (`apt-get install cloud-init`; the CI has it). */
const installed = spawnSync("cloud-init", ["--version"]).status === 0;
if (!installed) console.warn("cloud-init is not installed: what it thinks of our cloud-config is not tested here");

(installed ? describe : describe.skip)("cloud-init", () => {
  function verdict(text: string) {
    const folder = mkdtempSync(join(tmpdir(), "cloud-config-"));
    try {
      const path = join(folder, "user-data");
      writeFileSync(path, text);
      const { status, stdout, stderr } = spawnSync("cloud-init", ["schema", "--config-file", path], {
        encoding: "utf8",
      });
      return { status, said: `${stdout}${stderr}` };
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it.each<[string, CloudConfigProps]>([
    ["the least", { hostName: "aix-1" }],
    ["everything", FULL],
  ])("accepts a host with %s, without a warning", (_, props) => {
    expect(verdict(cloudConfig(props))).toEqual({
      status: 0,
      said: expect.stringMatching(/^Valid (cloud-config|schema)/),
    });
  });

  it("would refuse a key that it does not know", () => {
    expect(verdict('#cloud-config\n{"packages": "nginx", "write_files": [{}]}\n').status).not.toBe(0);
  });
});

it("is the same for the same host", () => {
  const packages = fc.uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9+.-]{1,20}$/), { maxLength: 8 });
  fc.assert(
    fc.property(
      packages,
      (given) => cloudConfig({ ...FULL, packages: given }) === cloudConfig({ ...FULL, packages: [...given].reverse() }),
    ),
  );
});
