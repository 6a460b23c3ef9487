import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { dataDiskFiles, preparingScript } from "../../../constructs/compute/data-disk";

const GIB = 1024 ** 3;
const ROOT_DISK = { name: "/dev/vda", size: 20 * GIB, parts: 2, signatures: "gpt" };
const DATA_DISK = { name: "/dev/vdb", size: 50 * GIB, parts: 0, signatures: "" };

interface Disk {
  readonly name: string;
  readonly type?: "disk" | "rom";
  readonly readOnly?: boolean;
  readonly size: number;
  readonly parts: number;
  readonly signatures: string;
  readonly broken?: boolean;
}

let bin: string;

beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), "data-disk-"));
});
afterEach(() => {
  rmSync(bin, { recursive: true });
});

function command(name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

interface Host {
  /** A volume has the label already. */
  readonly labelled?: boolean;

  /** The disks are there only after so many waits. */
  readonly after?: number;
}

/** Runs the script of a 50 GiB volume, with three tries, on a host with these disks; all that it calls is a stand-in. */
function run(disks: readonly Disk[], { labelled = false, after = 0 }: Host = {}) {
  const lines = disks.map(({ name, type = "disk", readOnly, size }) => `${name} ${type} ${readOnly ? 1 : 0} ${size}`);
  const perDisk = (tell: (disk: Disk) => string) => disks.map((disk) => `*" ${disk.name}") ${tell(disk)};;`).join("\n");
  const note = (name: string) => `echo "$*" >> ${bin}/${name}.log`;
  command("sleep", note("sleep"));
  command(
    "lsblk",
    `case " $*" in
    *--nodeps*) [ "$(cat ${bin}/sleep.log 2>/dev/null | wc -l)" -lt ${after} ] || printf '%s\\n' "${lines.join('" "')}";;
    ${perDisk(({ parts }) => `seq ${parts + 1}`)}
    esac`,
  );
  command(
    "wipefs",
    `${note("wipefs")}
    case " $*" in ${perDisk(({ signatures, broken }) => (broken ? "exit 1" : `printf '%s' "${signatures}"`))}
    esac`,
  );
  command("blkid", labelled ? "echo /dev/vdb" : "exit 2");
  for (const name of ["mkfs.ext4", "mkdir", "chattr"]) command(name, note(name));
  command("mountpoint", "exit 1");
  command("udevadm", "exit 0");
  const { status, stderr } = spawnSync("sh", ["-c", preparingScript(50, 3)], {
    env: { PATH: `${bin}:${process.env.PATH}` },
    encoding: "utf8",
  });
  const log = (name: string) => {
    const path = join(bin, `${name}.log`);
    return existsSync(path) ? readFileSync(path, "utf8").trimEnd().split("\n") : [];
  };
  return {
    status,
    stderr,
    formatted: log("mkfs.ext4"),
    waits: log("sleep"),
    chattr: log("chattr"),
    wipefs: log("wipefs"),
  };
}

describe("the script that prepares the data volume", () => {
  it("formats the only empty disk of its size", () => {
    expect(run([ROOT_DISK, DATA_DISK])).toMatchObject({ status: 0, formatted: ["-q -L srv-data /dev/vdb"], waits: [] });
  });

  it("formats nothing when a volume already has the label", () => {
    expect(run([ROOT_DISK, DATA_DISK], { labelled: true })).toMatchObject({ status: 0, formatted: [] });
  });

  it.each<[string, Partial<Disk>]>([
    ["a disk with a file system", { signatures: "ext4" }],
    ["a disk with partitions", { parts: 1 }],
    ["a disk that cannot be read", { broken: true }],
    ["a read-only disk", { readOnly: true }],
    ["a drive with a config disc", { type: "rom" }],
    ["a disk of another size", { size: 51 * GIB }],
    ["a disk that is too small", { size: 49 * GIB }],
  ])("never formats %s, and gives up in the end", (_, changed) => {
    expect(run([ROOT_DISK, { ...DATA_DISK, ...changed }])).toMatchObject({
      status: 1,
      formatted: [],
      waits: ["5", "5", "5"],
      stderr: "no data volume came\n",
    });
  });

  it("formats an encrypted volume, which is smaller by its header", () => {
    expect(run([ROOT_DISK, { ...DATA_DISK, size: 50 * GIB - 16 * 1024 ** 2 }])).toMatchObject({
      formatted: ["-q -L srv-data /dev/vdb"],
    });
  });

  it("formats neither of two empty disks, and names them", () => {
    expect(run([ROOT_DISK, DATA_DISK, { ...DATA_DISK, name: "/dev/vdc" }])).toMatchObject({
      status: 1,
      formatted: [],
      stderr: "several empty disks (/dev/vdb /dev/vdc): none was formatted\n",
    });
  });

  it("waits for a volume that is attached later", () => {
    expect(run([DATA_DISK], { after: 2 })).toMatchObject({
      status: 0,
      formatted: ["-q -L srv-data /dev/vdb"],
      waits: ["5", "5"],
    });
  });

  it("lets nothing be written beside the volume while it is away", () => {
    expect(run([ROOT_DISK, DATA_DISK]).chattr).toEqual(["+i /srv/data"]);
  });

  it("only ever asks for signatures, and wipes none", () => {
    const asked = run([ROOT_DISK, DATA_DISK]).wipefs;
    expect(asked).toEqual(["--no-act /dev/vdb"]);
  });
});

describe("dataDiskFiles", () => {
  it("adds one line to fstab, which never stops a start, and replaces none", () => {
    expect(dataDiskFiles(50).find(({ path }) => path === "/etc/fstab")).toEqual({
      path: "/etc/fstab",
      permissions: "0644",
      append: true,
      content: expect.stringMatching(/^\nLABEL=srv-data \/srv\/data ext4 [^ ]*\bnofail\b[^ ]* 0 2\n$/),
    });
  });

  it("mounts the volume only once it is prepared", () => {
    const [script, unit, fstab] = dataDiskFiles(50);
    expect(unit?.content).toContain(`ExecStart=${script?.path}\n`);
    expect(fstab?.content).toContain("x-systemd.requires=prepare-data-disk.service");
    expect(unit?.path).toBe("/etc/systemd/system/prepare-data-disk.service");
    expect(script?.permissions).toBe("0755");
  });
});
