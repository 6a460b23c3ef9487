/** What a flavour gives to a host. */
export interface FlavourFacts {
  readonly vcpus: number;
  readonly ramMiB: number;

  /** 0: the host starts from a volume. */
  readonly diskGiB: number;
}

/** Most that a project may hold. @default - an item left out has no limit. */
export interface Quota {
  readonly instances?: number;
  readonly cores?: number;
  readonly ramMiB?: number;
  readonly volumes?: number;
  readonly volumeGiB?: number;
  readonly floatingIps?: number;
  readonly networks?: number;
  readonly subnets?: number;
  readonly ports?: number;
  readonly routers?: number;
  readonly securityGroups?: number;
  readonly securityGroupRules?: number;
  readonly loadBalancers?: number;
}

/** What a target or a syndicate lays down for its plans; without it, only what no one may do is refused. */
export interface Policy {
  /** Regions where resources may stand. @default - any region. */
  readonly regions?: readonly string[];

  /** Availability zones of hosts and of volumes. @default - any zone. */
  readonly zones?: { readonly compute: readonly string[]; readonly volume: readonly string[] };

  /** Addresses of Keystone that the provider may speak to. @default - any address. */
  readonly authUrls?: readonly string[];

  /** Volume types known to be encrypted. @default - no type is known to be encrypted. */
  readonly encryptedVolumeTypes?: readonly string[];

  /** Keys that every resource must be marked with. @default - none. */
  readonly marks?: readonly string[];

  /** Ids of the images that may be used. @default - any image. */
  readonly images?: readonly string[];

  /** Flavours that may be used, by id. @default - any flavour. */
  readonly flavours?: Readonly<Record<string, FlavourFacts>>;

  /** Names and ids of external networks. @default - none is known. */
  readonly externalNetworks?: readonly string[];

  /** Ranges that subnets must stand in. @default - any private range. */
  readonly ranges?: readonly string[];

  /** Longest IPv4 prefix that leaves room for the target's own addresses. @default - any length. */
  readonly longestSubnetPrefix?: number;

  /** Ids of the projects that belong to the town. @default - none is known. */
  readonly projects?: readonly string[];

  /** Roles that may be granted, names and ids. @default - any role that is not known to be an administrator's. */
  readonly roles?: readonly string[];

  /** Longest life of an application credential, in days. @default - any expiry will do. */
  readonly credentialDays?: number;

  /** @default - no limit is known. */
  readonly quota?: Quota;
}
