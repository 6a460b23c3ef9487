import { z } from "zod";
import { listing } from "./collector";
import { name, reference, text } from "./shapes";

/** What Barbican tells of them: never their content. */
export const SECRETS = [
  listing({
    kind: "secret",
    service: "secrets",
    path: "/secrets",
    key: "secrets",
    ownOnly: true,
    shape: z
      .object({ secret_ref: reference, name, status: text, secret_type: text, expiration: text, created: text })
      .transform(({ secret_ref, ...secret }) => ({ ...secret, id: secret_ref })),
  }),
  listing({
    kind: "secret-container",
    service: "secrets",
    path: "/containers",
    key: "containers",
    ownOnly: true,
    shape: z
      .object({ container_ref: reference, name, status: text, type: text, created: text })
      .transform(({ container_ref, ...container }) => ({ ...container, id: container_ref })),
  }),
] as const;
