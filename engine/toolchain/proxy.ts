import type { Env } from "./folders";

/** The proxy that the environment names for this address, by the habits of curl: lower case first, `no_proxy` spares. */
export function proxyFor(address: URL, env: Env): URL | undefined {
  const scheme = address.protocol.slice(0, -1);
  const named = env[`${scheme}_proxy`] || env[`${scheme.toUpperCase()}_PROXY`] || env.all_proxy || env.ALL_PROXY;
  if (!named || isSpared(address.hostname, env.no_proxy || env.NO_PROXY || "")) return undefined;
  const proxy = new URL(named.includes("://") ? named : `http://${named}`);
  return proxy.protocol === "http:" ? proxy : undefined;
}

/** `.ville.fr` and `ville.fr` both spare `git.ville.fr`; `*` spares everything. */
function isSpared(host: string, list: string): boolean {
  const names = list.split(",").map((name) =>
    name
      .trim()
      .replace(/:\d+$/, "")
      .replace(/^\*?\./, ""),
  );
  return names.some((name) => name === "*" || (name !== "" && (host === name || host.endsWith(`.${name}`))));
}
