import { readFileSync } from "node:fs";
import { join } from "node:path";
import { storeCredentialsMissing } from "../../../problems/catalogue/state-store";
import { OperatorError } from "../../../problems/problem";
import { home } from "../../toolchain/folders";

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/**
 * The credentials that OpenTofu's backend will find, too: `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, else the
 * profile AWS_PROFILE of AWS_SHARED_CREDENTIALS_FILE (`~/.aws/credentials`).
 *
 * @throws OperatorError `state-store-credentials-missing`
 */
export function s3Credentials(env: NodeJS.ProcessEnv): S3Credentials {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: token } = env;
  if (accessKeyId && secretAccessKey) return { accessKeyId, secretAccessKey, ...(token && { sessionToken: token }) };
  const file = env.AWS_SHARED_CREDENTIALS_FILE || join(home(env), ".aws", "credentials");
  const profile = env.AWS_PROFILE || "default";
  const found = readProfile(file, profile);
  if (!found) throw new OperatorError([storeCredentialsMissing({ file, profile })]);
  return found;
}

function readProfile(file: string, wanted: string): S3Credentials | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined; // absent, or not ours to read: the same to us
  }
  const values = new Map<string, string>();
  let profile = "";
  for (const line of text.split(/\r?\n/)) {
    const section = /^\s*\[\s*(?:profile\s+)?(.+?)\s*\]/.exec(line)?.[1];
    if (section) profile = section;
    const [, name, value] = /^\s*([\w]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (profile === wanted && name && value) values.set(name.toLowerCase(), value);
  }
  const [accessKeyId, secretAccessKey] = [values.get("aws_access_key_id"), values.get("aws_secret_access_key")];
  const sessionToken = values.get("aws_session_token");
  return accessKeyId && secretAccessKey
    ? { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) }
    : undefined;
}
