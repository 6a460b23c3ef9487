import { otherCloud } from "../../problems/catalogue/discover";
import { OperatorError } from "../../problems/problem";
import type { Located } from "../../schema/config";
import type { Target } from "../../schema/files/target";
import { type Cloud, keystoneV3 } from "../openstack/cloud";

/**
 * Makes sure that the credentials are for the cloud of this target, before anything is sent to it.
 *
 * @throws OperatorError `target-other-cloud`
 */
export function matchCloud(
  target: string,
  file: Located<Target>,
  { authUrl, region, origin }: Cloud,
  folder: string,
): void {
  const { authUrl: expectedUrl, region: expectedRegion } = file.value;
  const pairs = [
    { key: "authUrl", expected: keystoneV3(expectedUrl), received: authUrl },
    { key: "region", expected: expectedRegion, received: region ?? expectedRegion },
  ] as const;
  const problems = pairs
    .filter(({ expected, received }) => expected !== received)
    .map((pair) => otherCloud({ target, origin, ...pair }, file.placeOf([pair.key])));
  if (problems.length > 0) throw new OperatorError(problems, folder);
}
