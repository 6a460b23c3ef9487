import {
  hostNameInvalid,
  packageNameInvalid,
  publicKeyInvalid,
  userDataTooLong,
} from "../../problems/catalogue/constructs-hosts";
import { OperatorError, type Problem } from "../../problems/problem";
import { DATA_DISK_COMMANDS, dataDiskFiles } from "./data-disk";
import { hardeningFiles } from "./hardening";

export interface CloudConfigProps {
  /** Name of the host: one DNS label. */
  readonly hostName: string;

  /** Debian packages installed at the first start. @default - none but `unattended-upgrades`. */
  readonly packages?: readonly string[];

  /** Public SSH keys of the administrators. @default - nobody can log in. */
  readonly administratorKeys?: readonly string[];

  /** Size of the data volume, in GiB. @default - the host has none. */
  readonly dataGiB?: number;

  /** Time of day, Europe/Paris, of a restart that an update asks for. @default "04:00" */
  readonly rebootAt?: string;
}

/** Nova takes 65,535 characters of base64. */
const LIMIT = Math.floor(65_535 / 4) * 3;

const HOST_NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Debian policy 5.6.1. */
const PACKAGE = /^[a-z0-9][a-z0-9+.-]+$/;

const PUBLIC_KEY =
  /^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp\d{3}|sk-[a-z0-9-]+@openssh\.com) [A-Za-z0-9+/=]{40,}( [^\n\r]*)?$/;

/**
 * What a host does at its first start, for cloud-init. It holds no secret: whoever may show the server can read it.
 *
 * JSON, which is YAML too: nothing to quote by hand.
 *
 * @throws OperatorError `host-name-invalid`, `package-name-invalid`, `public-key-invalid`, `user-data-too-long`
 */
export function cloudConfig(props: CloudConfigProps): string {
  const { hostName, packages = [], administratorKeys = [], dataGiB, rebootAt = "04:00" } = props;
  refuse([
    ...(HOST_NAME.test(hostName) ? [] : [hostNameInvalid({ name: hostName })]),
    ...packages.filter((name) => !PACKAGE.test(name)).map((name) => packageNameInvalid({ name })),
    ...administratorKeys
      .filter((key) => !PUBLIC_KEY.test(key))
      .map((key) => publicKeyInvalid({ start: key.slice(0, 15) })),
  ]);

  const config = {
    hostname: hostName,
    manage_etc_hosts: "localhost",
    timezone: "Europe/Paris",
    disable_root: true,
    ssh_pwauth: false,
    ...(administratorKeys.length > 0 && { ssh_authorized_keys: [...new Set(administratorKeys)].sort() }),
    package_update: true,
    package_upgrade: true,
    packages: [...new Set([...packages, "unattended-upgrades"])].sort(),
    write_files: [...hardeningFiles(rebootAt), ...(dataGiB ? dataDiskFiles(dataGiB) : [])],
    ...(dataGiB && { runcmd: DATA_DISK_COMMANDS }),
  };
  const text = `#cloud-config\n${JSON.stringify(config, null, 2)}\n`;
  const bytes = Buffer.byteLength(text);
  if (bytes > LIMIT) refuse([userDataTooLong({ host: hostName, bytes, limit: LIMIT })]);
  return text;
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new OperatorError(problems);
}
