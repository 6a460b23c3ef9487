import { Construct } from "constructs";
import type { Blueprint, ServiceBlueprint } from "../blueprint/blueprint";
import { addressPart, containerName } from "../constructs/names";
import type { TownNetwork } from "../constructs/network/town-network";
import { DocumentContainer } from "../constructs/storage/document-container";
import { serviceZoneMissing } from "../problems/catalogue/constructs-network";
import { OperatorError } from "../problems/problem";
import { addFirewall } from "./service-firewall";
import { addHosts } from "./service-hosts";
import { trace } from "./trace";

/**
 * One service of a town: who may reach it, where its documents go, and its hosts with their data.
 *
 * @throws OperatorError `service-zone-missing`, and those of its constructs
 */
export function addService(
  scope: Construct,
  blueprint: Blueprint,
  service: ServiceBlueprint,
  { zones }: TownNetwork,
): void {
  const { id, zone, documents } = service;
  const network = zones[zone];
  if (!network) throw new OperatorError([serviceZoneMissing({ service: id, zone, zones: Object.keys(zones) })]);

  const path = `services.${id}`;
  const here = trace(new Construct(scope, addressPart(id)), path, { name: `${path}.id` });
  const firewall = addFirewall(here, blueprint, service);
  addHosts(here, blueprint, service, { network, firewall });
  if (documents)
    trace(
      new DocumentContainer(here, "documents", {
        name: containerName(blueprint.town, id, "documents"),
        quotaGiB: documents.quotaGiB,
        marks: blueprint.marks,
      }),
      `${path}.documents`,
      { "metadata.Quota-Bytes": `${path}.documents.quotaGiB` },
    );
}
