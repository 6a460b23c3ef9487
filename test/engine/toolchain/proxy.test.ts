import { describe, expect, it } from "@jest/globals";
import { proxyFor } from "../../../engine/toolchain/proxy";

const address = new URL("https://git.ville.fr/x");
const https_proxy = "http://proxy.ville.fr:3128";

describe("proxyFor", () => {
  it.each([
    [{}, undefined],
    [{ https_proxy }, https_proxy],
    [{ HTTPS_PROXY: "proxy.ville.fr:3128" }, https_proxy],
    [{ ALL_PROXY: https_proxy }, https_proxy],
    [{ http_proxy: https_proxy }, undefined],
    [{ all_proxy: "socks5://proxy.ville.fr" }, undefined],
    [{ https_proxy, no_proxy: "ville.fr" }, undefined],
    [{ https_proxy, NO_PROXY: "localhost, .ville.fr:443" }, undefined],
    [{ https_proxy, no_proxy: "*" }, undefined],
    [{ https_proxy, no_proxy: "lle.fr" }, https_proxy],
  ])("with %j is %s", (env, expected) => {
    expect(proxyFor(address, env)?.href).toBe(expected && `${expected}/`);
  });
});
