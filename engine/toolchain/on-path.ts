import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { type Env, home } from "./folders";

/** Every program of that name on the PATH, first come first. */
export function onPath(name: string, env: Env): string[] {
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => resolve(folder, name)).filter(isProgram);
}

/** The provider in the folders of plugins that OpenTofu reads by itself, in its order. */
export function inPluginFolders(file: string, version: string, platform: string, env: Env): string[] {
  const data = [
    env.XDG_DATA_HOME || join(home(env), ".local", "share"),
    ...(env.XDG_DATA_DIRS || "/usr/local/share:/usr/share").split(delimiter).filter(Boolean),
  ];
  const roots = [
    join(home(env), ".terraform.d", "plugins"),
    ...data.map((folder) => join(folder, "opentofu", "plugins")),
  ];
  const hosts = ["registry.opentofu.org", "registry.terraform.io"]; // the second publishes the same provider
  return roots
    .flatMap((root) =>
      hosts.map((host) => join(root, host, "terraform-provider-openstack", "openstack", version, platform, file)),
    )
    .filter(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
