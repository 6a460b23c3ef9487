/** A file written at the first start of a host, as cloud-init's `write_files` takes it. */
export interface HostFile {
  readonly path: string;
  readonly content: string;
  readonly permissions: string;

  /** @default - the file is replaced. */
  readonly append?: true;
}

/** Where the data volume of a host is mounted. */
export const DATA_FOLDER = "/srv/data";

/** Label of its file system. ext4 takes 16 characters. */
const LABEL = "srv-data";

const BYTES_OF_A_GIB = 1024 ** 3;

/** An encrypted volume is smaller, seen from the host, by the header that holds its key. */
const HEADER_BYTES = 128 * 1024 ** 2;

/**
 * Finds the data volume by its label, else formats the only empty disk of its size. A disk with any signature is left
 * alone, and so are two empty ones. While the volume is away its folder cannot be written: nothing lands beside it.
 *
 * The volume is attached once the host runs, maybe after this starts: hence the patience.
 *
 * @param tries one every five seconds: a quarter of an hour
 */
export function preparingScript(sizeGiB: number, tries = 180): string {
  const bytes = sizeGiB * BYTES_OF_A_GIB;
  return `#!/bin/sh
set -eu
mkdir -p ${DATA_FOLDER}
mountpoint -q ${DATA_FOLDER} || chattr +i ${DATA_FOLDER} || true

empty_disks() {
  lsblk --nodeps --noheadings --bytes --paths --output NAME,TYPE,RO,SIZE |
    awk '$2 == "disk" && $3 == 0 && $4 > ${bytes - HEADER_BYTES} && $4 <= ${bytes} { print $1 }' |
    while read -r disk; do
      [ "$(lsblk --noheadings --output NAME "$disk" | wc -l)" -eq 1 ] || continue
      signatures=$(wipefs --no-act "$disk") || continue
      [ -n "$signatures" ] || echo "$disk"
    done
}

tries=${tries}
while [ "$tries" -gt 0 ]; do
  udevadm settle
  if blkid -c /dev/null -L ${LABEL}; then exit 0; fi
  set -- $(empty_disks)
  if [ "$#" -eq 1 ]; then
    mkfs.ext4 -q -L ${LABEL} "$1" </dev/null
    udevadm settle
    exit 0
  fi
  if [ "$#" -gt 1 ]; then
    echo "several empty disks ($*): none was formatted" >&2
    exit 1
  fi
  tries=$((tries - 1))
  sleep 5
done
echo "no data volume came" >&2
exit 1
`;
}

const UNIT = `[Unit]
Description=Data volume: formatted when it is empty

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/local/sbin/prepare-data-disk
TimeoutStartSec=20min
`;

/** `x-systemd.growfs`: a volume that has grown is used whole after the next start. */
const OPTIONS = [
  "nodev",
  "nosuid",
  "nofail",
  "x-systemd.requires=prepare-data-disk.service",
  "x-systemd.device-timeout=20min",
  "x-systemd.growfs",
];

/** What a host needs to mount its data volume, now and at every start. */
export function dataDiskFiles(sizeGiB: number): HostFile[] {
  return [
    { path: "/usr/local/sbin/prepare-data-disk", permissions: "0755", content: preparingScript(sizeGiB) },
    { path: "/etc/systemd/system/prepare-data-disk.service", permissions: "0644", content: UNIT },
    {
      path: "/etc/fstab",
      permissions: "0644",
      append: true,
      content: `\nLABEL=${LABEL} ${DATA_FOLDER} ext4 ${OPTIONS.join(",")} 0 2\n`,
    },
  ];
}

/** What mounts it at the first start, once cloud-init has written the files. */
export const DATA_DISK_COMMANDS: readonly (readonly string[])[] = [
  ["systemctl", "daemon-reload"],
  ["systemctl", "start", "srv-data.mount"],
];
