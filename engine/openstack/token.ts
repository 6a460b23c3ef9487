import { z } from "zod";
import type { Cloud, Login } from "./cloud";
import type { Secret } from "./secret";

const named = z.object({ id: z.string(), name: z.string() });

export const catalogueSchema = z.array(
  z.object({
    type: z.string(),
    endpoints: z.array(
      z.object({
        interface: z.string(),
        region_id: z.string().nullish(),
        region: z.string().nullish(),
        url: z.string(),
      }),
    ),
  }),
);
export type Catalogue = z.output<typeof catalogueSchema>;

export const tokenSchema = z.object({
  token: z.object({
    user: named,
    project: named.optional(),
    roles: z.array(named).default([]),
    catalog: catalogueSchema.default([]),
  }),
});

/** What Keystone gave for the credentials. */
export type Token = z.output<typeof tokenSchema>["token"] & { readonly value: Secret };

/** The body of a request for a token. The only place, with the header of a request, where secrets are revealed. */
export function tokenRequest({ login, scope }: Cloud): object {
  return { auth: { identity: identityOf(login), ...(scope && { scope }) } };
}

function identityOf(login: Login): object {
  if (login.method === "token") return { methods: ["token"], token: { id: login.token.reveal() } };
  if (login.method === "password")
    return { methods: ["password"], password: { user: { ...login.user, password: login.password.reveal() } } };
  const { credential, secret } = login;
  return { methods: ["application_credential"], application_credential: { ...credential, secret: secret.reveal() } };
}

/** The secrets of a login: what must never come out in a message. */
export function secretsOf(login: Login): readonly Secret[] {
  if (login.method === "token") return [login.token];
  return [login.method === "password" ? login.password : login.secret];
}
