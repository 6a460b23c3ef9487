import type { HostFile } from "./data-disk";

/** `sshd` takes the first value that it reads: this file sorts before the distribution's and cloud-init's own. */
const SSHD = `AuthenticationMethods publickey
PermitRootLogin no
PasswordAuthentication no
KbdInteractiveAuthentication no
X11Forwarding no
AllowAgentForwarding no
MaxAuthTries 3
LoginGraceTime 30
`;

/**
 * Files that close a host: keys alone open it, and it installs its distribution's security updates by itself.
 *
 * @param rebootAt time of day, Europe/Paris, when an update that needs a restart gets it
 */
export function hardeningFiles(rebootAt: string): HostFile[] {
  return [
    { path: "/etc/ssh/sshd_config.d/10-beffroi.conf", permissions: "0644", content: SSHD },
    {
      path: "/etc/apt/apt.conf.d/60beffroi-upgrades",
      permissions: "0644",
      content: `APT::Periodic::Update-Package-Lists "1";
APT::Periodic::Unattended-Upgrade "1";
Unattended-Upgrade::Automatic-Reboot "true";
Unattended-Upgrade::Automatic-Reboot-Time "${rebootAt}";
`,
    },
  ];
}
