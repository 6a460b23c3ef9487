import type { Place } from "../problems/problem";
import type { Commune } from "../schema/communes";
import type { Sensitivity, SizeClass, Zone } from "../schema/values";
import type { RuleName } from "./rules";

/** From which layer of the config a value comes. */
export type Layer = "insee" | "syndicate" | "target" | "facts" | "size" | "service" | "town" | "addresses" | "rule";

/** Why a value is what it is: the line that says so, or the rule of the kit that derives it. */
export interface Origin {
  readonly layer: Layer;
  readonly at?: Place;

  /** For `rule`: which one. */
  readonly rule?: RuleName;
}

/** Who is at the other end of a flow, resolved: ranges of addresses. */
export interface FlowBlueprint {
  /** Stable: made of what the flow is, never of its rank. */
  readonly id: string;
  readonly direction: "ingress" | "egress";
  readonly protocol: "tcp" | "udp";
  readonly port: number;

  /** As written in the config: `internet`, `town-hall`, a zone or a range. */
  readonly peer: string;

  /** Address range of the peer. */
  readonly range: string;

  /** Shown in the description of the rule. */
  readonly reason?: string;
}

export interface ZoneBlueprint {
  readonly name: Zone;

  /** IPv4 range of the zone's subnet. */
  readonly range: string;
}

export interface HostsBlueprint {
  readonly count: number;
  readonly flavour: { readonly name: string; readonly id: string };
  readonly image: { readonly name: string; readonly id: string };

  /** Size of the boot volume, in GiB; absent where the flavour has a disk of its own. */
  readonly bootVolumeGiB?: number;

  /** Encrypted type of the boot volume; absent with it. */
  readonly bootVolumeType?: string;
  readonly packages: readonly string[];
}

export interface ServiceBlueprint {
  readonly id: string;
  readonly title: string;
  readonly sensitivity: Sensitivity;
  readonly zone: Zone;
  readonly hosts: HostsBlueprint;

  /** Encrypted data volume of each host. */
  readonly data?: { readonly sizeGiB: number; readonly volumeType: string };

  /** Document container of the service. */
  readonly documents?: { readonly quotaGiB: number };

  /** By id: order in the YAML does not matter. */
  readonly flows: Readonly<Record<string, FlowBlueprint>>;
}

/** A town, fully resolved: nothing is left to look up. Plain data, the same for the same config. */
export interface Blueprint {
  readonly town: Commune & { readonly slug: string };
  readonly size: SizeClass;
  readonly target: {
    readonly name: string;
    readonly authUrl: string;
    readonly region: string;
    readonly externalNetwork: { readonly name: string; readonly id: string };
    readonly resolvers: readonly string[];
    readonly zones: { readonly compute: readonly string[]; readonly volume: readonly string[] };
  };

  /** IPv4 block of the town. */
  readonly range: string;
  readonly zones: Readonly<Partial<Record<Zone, ZoneBlueprint>>>;

  /** Public SSH keys that a new host lets in. */
  readonly administratorKeys: readonly string[];

  /** By id. */
  readonly services: Readonly<Record<string, ServiceBlueprint>>;

  /** What every resource is marked with: as metadata, or as `key=value` tags where there is no metadata. */
  readonly marks: Readonly<Record<string, string>>;
}

/** A blueprint with the origin of each of its leaves, by dotted path: `services.site-web.hosts.count`. */
export interface Resolved {
  readonly blueprint: Blueprint;
  readonly origins: Readonly<Record<string, Origin>>;
}
