import type { Localised } from "../../problems/language";
import type { Secret } from "./secret";

/** Something of Keystone known by its id, or by its name inside a domain. */
export type Named = { readonly id: string } | { readonly name: string; readonly domain: Domain };
export type Domain = { readonly id: string } | { readonly name: string };

/** How to prove who one is. */
export type Login =
  | { readonly method: "password"; readonly user: Named; readonly password: Secret }
  | { readonly method: "token"; readonly token: Secret }
  | {
      readonly method: "application_credential";
      readonly credential: { readonly id: string } | { readonly name: string; readonly user: Named };
      readonly secret: Secret;
    };

/** What the token opens; absent: what Keystone decides, which is the project of an application credential. */
export type Scope = { readonly project: Named } | { readonly domain: Domain } | { readonly system: { all: true } };

/** One cloud as an operator's settings describe it: where it is, who asks. */
export interface Cloud {
  /** Where the settings come from, as the end of a sentence: `the OS_* variables`. */
  readonly origin: Localised;

  /** Keystone's v3 address, without a slash at its end. */
  readonly authUrl: string;
  readonly login: Login;
  readonly scope?: Scope;

  /** @default - the only region of the catalogue */
  readonly region?: string;

  /** Which of each service's addresses to use. */
  readonly interface: Interface;

  /** Certificates that sign the cloud's own, in PEM. @default - those that Node trusts */
  readonly ca?: string;

  /** True when the operator gave up checking certificates. */
  readonly insecure: boolean;
}

export const INTERFACES = ["public", "internal", "admin"] as const;
export type Interface = (typeof INTERFACES)[number];

/**
 * Keystone's v3 address written in the one way in which two can be compared: no slash at its end, `/v3` there, no
 * user and password in front, no default port.
 *
 * @throws TypeError when it is no address
 */
export function keystoneV3(address: string): string {
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new TypeError("neither http nor https");
  const path = url.pathname.replace(/\/+$/, "").replace(/\/v2\.0$/, "");
  return `${url.origin}${/\/v3$/.test(path) ? path : `${path}/v3`}`;
}
