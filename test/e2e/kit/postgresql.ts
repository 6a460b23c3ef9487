import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port";
import { ensureInstalled } from "./packages";

/** Debian puts each version in a folder of its own. */
const VERSIONS = "/usr/lib/postgresql";

/** A PostgreSQL server of the test's own, on loopback, with a data folder that goes with it. */
export class PostgreSql {
  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly programs: string,
  ) {}

  /** Of the superuser `postgres`. */
  static readonly password = "administrateur";

  static async start(): Promise<PostgreSql> {
    if (!existsSync(VERSIONS)) {
      // The cluster that the package would start is not wanted.
      mkdirSync("/etc/postgresql-common", { recursive: true });
      writeFileSync("/etc/postgresql-common/createcluster.conf", "create_main_cluster = false\n");
      ensureInstalled(["/usr/bin/pg_lsclusters"], ["postgresql"]);
    }
    const version = readdirSync(VERSIONS).sort().at(-1) as string;
    const folder = mkdtempSync(join(tmpdir(), "beffroi-pg-"));
    const server = new PostgreSql(folder, await freePort(), join(VERSIONS, version, "bin"));
    server.initialise();
    server.up();
    return server;
  }

  /** Serves TLS from now on, with a certificate for `name` signed by an authority of its own; gives the authority. */
  serveTls(name: string): string {
    const file = (kind: string) => join(this.folder, kind);
    const openssl = (...args: string[]) => {
      const { status, stderr } = spawnSync("openssl", args, { encoding: "utf8" });
      if (status !== 0) throw new Error(`openssl ${args.join(" ")}: ${stderr}`);
    };
    const fresh = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
    openssl("req", "-x509", ...fresh, "-subj", "/CN=authority", "-keyout", file("ca.key"), "-out", file("ca.crt"));
    const signed = ["-CA", file("ca.crt"), "-CAkey", file("ca.key"), "-addext", `subjectAltName=DNS:${name}`];
    openssl(
      "req",
      "-x509",
      ...fresh,
      "-subj",
      `/CN=${name}`,
      ...signed,
      "-keyout",
      file("tls.key"),
      "-out",
      file("tls.crt"),
    );
    if (process.getuid?.() === 0) spawnSync("chown", ["postgres:", file("tls.key"), file("tls.crt")]);
    this.stop();
    this.up(`-c ssl=on -c ssl_cert_file=${file("tls.crt")} -c ssl_key_file=${file("tls.key")}`);
    return file("ca.crt");
  }

  up(more = ""): void {
    const options = [
      `-c port=${this.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${this.folder}`,
      "-c fsync=off -c shared_buffers=32MB -c max_connections=100 -c log_statement=all",
      more,
    ].join(" ");
    this.program("pg_ctl", ["-D", this.data, "-l", this.log, "-w", "-o", options, "start"]);
  }

  stop(mode: "fast" | "immediate" = "fast"): void {
    this.program("pg_ctl", ["-D", this.data, "-m", mode, "-w", "stop"]);
  }

  remove(): void {
    if (existsSync(join(this.data, "postmaster.pid"))) this.stop("immediate");
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** All that the server was told, with every statement. */
  get log(): string {
    return join(this.folder, "log");
  }

  /** Runs SQL as the superuser, and gives its rows as text. */
  sql(database: string, statement: string): string {
    const args = [
      "-h",
      this.folder,
      "-p",
      String(this.port),
      "-d",
      database,
      "-v",
      "ON_ERROR_STOP=1",
      "-Atc",
      statement,
    ];
    return this.program("psql", args).trim();
  }

  private get data(): string {
    return join(this.folder, "data");
  }

  private initialise(): void {
    const password = join(this.folder, "password");
    writeFileSync(password, PostgreSql.password);
    chmodSync(this.folder, 0o755);
    if (process.getuid?.() === 0) spawnSync("chown", ["-R", "postgres:", this.folder]);
    const args = ["-D", this.data, "-U", "postgres", "--auth-local=peer", "--auth-host=scram-sha-256", "-E", "UTF8"];
    const owner = process.getuid?.() === 0 ? [] : ["--auth-local=trust"];
    this.program("initdb", [...args, ...owner, `--pwfile=${password}`, "--no-sync"]);
  }

  /** PostgreSQL refuses to run as root. */
  private program(name: string, args: readonly string[]): string {
    const command = [join(this.programs, name), ...args];
    const words = process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--", ...command] : command;
    const [program, ...rest] = words as [string, ...string[]];
    // The server would keep a pipe open: its output goes to its log.
    const stdio = name === "pg_ctl" ? "ignore" : "pipe";
    const { status, stdout, stderr } = spawnSync(program, rest, { cwd: "/", encoding: "utf8", stdio });
    if (status !== 0) throw new Error(`${words.join(" ")}: ${status}\n${stdout ?? ""}${stderr ?? ""}`);
    return stdout ?? "";
  }
}
