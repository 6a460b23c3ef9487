const names = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Nested blocks of the OpenStack provider that keep their order: the configuration and the plan number them alike. */
export const LIST_BLOCKS = names(
  "acl binding block_device configuration database datastore directions external_fixed_ip fixed_ip meta " +
    "multi_factor_auth_rule network outputs persistence rules user",
);

/** Nested blocks of the OpenStack provider that have no order of their own. */
export const SET_BLOCKS = names(
  "access_rules allocation_pool allowed_address_pairs dpd extra_dhcp_option lifetime member personality routes " +
    "scheduler_hints secret_refs segments sub_port vendor_options versioning_legacy",
);
