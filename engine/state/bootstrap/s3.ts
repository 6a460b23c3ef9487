import type { S3Place } from "../place";
import { S3Client } from "../s3/client";

/**
 * Makes the buckets that do not exist, without versioning: on some stores a versioned bucket lets two writers in.
 * Gives the names of those that were made.
 *
 * @throws OperatorError `state-store-refused`, `state-store-credentials-missing`
 * @throws ToolError `state-store-unreachable`
 */
export async function bootstrapS3(place: S3Place, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const client = new S3Client(place, env);
  const made: string[] = [];
  for (const bucket of new Set([place.bucket, place.history])) {
    const { status, code } = await client.send("GET", { bucket, query: { "list-type": "2", "max-keys": "1" } });
    if (status === 200) continue;
    if (code !== "NoSuchBucket") throw client.refused(`GET ${bucket}: ${status} ${code}`);
    await client.must("PUT", { bucket });
    made.push(bucket);
  }
  return made;
}
