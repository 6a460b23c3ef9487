import type { Construct } from "constructs";
import type { Blueprint, FlowBlueprint, ServiceBlueprint } from "../blueprint/blueprint";
import { shownName } from "../constructs/names";
import { Firewall } from "../constructs/network/firewall";
import { description } from "../constructs/text";
import { trace } from "./trace";

/** The security group of a service; each rule is traced to its flow, so that a gate's finding leads to the YAML line. */
export function addFirewall(scope: Construct, { town, marks }: Blueprint, service: ServiceBlueprint): Firewall {
  const { id, title, flows } = service;
  const path = `services.${id}`;
  const firewall = new Firewall(scope, "firewall", {
    name: shownName(town, id),
    description: description(title),
    flows: Object.fromEntries(
      Object.entries(flows).map(([flow, said]) => [flow, { ...said, description: description(whoAndWhy(said)) }]),
    ),
    marks,
  });
  trace(firewall, "", { description: `${path}.title` });
  for (const [flow, rule] of Object.entries(firewall.rules)) {
    const from = `${path}.flows.${flow}`;
    trace(rule, from, {
      direction: `${from}.direction`,
      protocol: `${from}.protocol`,
      port_range_min: `${from}.port`,
      port_range_max: `${from}.port`,
      remote_ip_prefix: `${from}.range`,
      description: flows[flow]?.reason ? `${from}.reason` : `${from}.peer`,
    });
  }
  return firewall;
}

function whoAndWhy({ peer, reason }: FlowBlueprint): string {
  return reason ? `${peer}: ${reason}` : peer;
}
