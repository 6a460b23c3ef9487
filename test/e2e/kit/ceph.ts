import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port";
import { ensureInstalled } from "./packages";

/** Long enough for a busy machine, in ms. */
const PATIENCE_MS = 120_000;

const FSID = "5e7f1c9a-3a64-4b5e-9d0e-2f6d1b0c7a11";

/** A Ceph of one monitor, one store in memory and one S3 gateway, on loopback: the S3 of many OpenStack clouds. */
export class Ceph {
  static readonly accessKeyId = "ETATS";
  static readonly secretAccessKey = "secret-des-etats";
  private readonly daemons: ChildProcess[] = [];

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly monitors: readonly [number, number],
  ) {}

  get endpoint(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  static async start(): Promise<Ceph> {
    ensureInstalled(["ceph-mon", "ceph-osd", "radosgw"], ["ceph-mon", "ceph-osd", "radosgw"]);
    const folder = mkdtempSync(join(tmpdir(), "beffroi-ceph-"));
    const ceph = new Ceph(folder, await freePort(), [await freePort(), await freePort()]);
    await ceph.up();
    return ceph;
  }

  async remove(): Promise<void> {
    for (const daemon of this.daemons.reverse()) {
      if (daemon.exitCode !== null) continue;
      const ended = new Promise((resolve) => daemon.once("close", resolve));
      daemon.kill("SIGKILL"); // all is in memory, and goes
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async up(): Promise<void> {
    for (const name of ["mon", "osd", "rgw", "log"]) mkdirSync(this.path(name));
    writeFileSync(this.path("ceph.conf"), this.configuration());
    const keyring = this.path("keyring");
    const keys: [string, ...string[]][] = [
      ["mon.", "--cap", "mon", "allow *"],
      ["client.admin", "--cap", "mon", "allow *", "--cap", "osd", "allow *", "--cap", "mgr", "allow *"],
      ["osd.0", "--cap", "mon", "allow profile osd", "--cap", "osd", "allow *"],
      ["client.rgw", "--cap", "mon", "allow rw", "--cap", "osd", "allow rwx"],
    ];
    for (const [index, [name, ...caps]] of keys.entries())
      this.run("ceph-authtool", [
        ...(index === 0 ? ["--create-keyring"] : []),
        keyring,
        "--gen-key",
        "-n",
        name,
        ...caps,
      ]);
    const [v2, v1] = this.monitors;
    const address = `[v2:127.0.0.1:${v2},v1:127.0.0.1:${v1}]`;
    this.run("monmaptool", ["--create", "--fsid", FSID, "--addv", "a", address, this.path("monmap")]);
    this.run("ceph-mon", ["-i", "a", "--mkfs", "--monmap", this.path("monmap"), "--keyring", keyring]);
    this.daemon("ceph-mon", ["-f", "-i", "a"]);
    await this.until("the monitor", () => this.succeeds("ceph", ["--connect-timeout", "3", "mon", "stat"]));
    const uuid = "7d0f3a52-56a7-4c0e-8b1d-90a6d4c3e2f0";
    this.run("ceph", ["osd", "new", uuid]);
    this.run("ceph-osd", ["-i", "0", "--mkfs", "--osd-uuid", uuid]);
    this.daemon("ceph-osd", ["-f", "-i", "0"]);
    await this.until("the store", () => this.said("ceph", ["osd", "stat"]).includes("1 up"));
    this.daemon("radosgw", ["-f", "-n", "client.rgw"]);
    await this.until("the gateway", () =>
      fetch(this.endpoint).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    const { accessKeyId, secretAccessKey } = Ceph;
    const user = [
      "--uid=etats",
      "--display-name=etats",
      `--access-key=${accessKeyId}`,
      `--secret-key=${secretAccessKey}`,
    ];
    this.run("radosgw-admin", ["-n", "client.rgw", "user", "create", ...user]);
  }

  private configuration(): string {
    const [v2, v1] = this.monitors;
    return `[global]
fsid = ${FSID}
mon host = [v2:127.0.0.1:${v2},v1:127.0.0.1:${v1}]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
keyring = ${this.path("keyring")}
auth allow insecure global id reclaim = false
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 1000
run dir = ${this.folder}
admin socket = ${this.folder}/$name.asok
pid file =
log file = ${this.path("log")}/$name.log
crash dir = ${this.path("log")}
mon cluster log file = ${this.path("log")}/cluster.log
ms bind ipv6 = false
[mon]
mon data = ${this.path("mon")}
mon data avail crit = 1
mon initial members = a
[osd]
osd data = ${this.path("osd")}
osd objectstore = memstore
memstore device bytes = 1073741824
osd class load list = *
osd class default list = *
[client.rgw]
rgw frontends = beast endpoint=127.0.0.1:${this.port} tcp_nodelay=1
rgw data = ${this.path("rgw")}
`;
  }

  private path(name: string): string {
    return join(this.folder, name);
  }

  private get env(): NodeJS.ProcessEnv {
    return { ...process.env, CEPH_CONF: this.path("ceph.conf") };
  }

  private daemon(program: string, args: readonly string[]): void {
    const out = openSync(join(this.path("log"), `${program}.out`), "a");
    this.daemons.push(spawn(program, args, { env: this.env, stdio: ["ignore", out, out] }));
  }

  private run(program: string, args: readonly string[]): void {
    const { status, stdout, stderr } = spawnSync(program, args, { env: this.env, encoding: "utf8" });
    if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${status}\n${stdout}${stderr}`);
  }

  private said(program: string, args: readonly string[]): string {
    return spawnSync(program, args, { env: this.env, encoding: "utf8" }).stdout ?? "";
  }

  private succeeds(program: string, args: readonly string[]): boolean {
    return spawnSync(program, args, { env: this.env, timeout: 10_000 }).status === 0;
  }

  private async until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
    for (const start = Date.now(); Date.now() - start < PATIENCE_MS; ) {
      if (await isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`${what} does not answer: see ${this.path("log")}`);
  }
}
