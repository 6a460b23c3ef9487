import type { Rule } from "../rule";
import noAdminRole from "./no-admin-role";
import noContainerForOtherProjects from "./no-container-for-other-projects";
import noDataDeletedWithHost from "./no-data-deleted-with-host";
import noDataDestroyed from "./no-data-destroyed";
import noDataShrunk from "./no-data-shrunk";
import noDefaultRules from "./no-default-rules";
import noDomainWideRole from "./no-domain-wide-role";
import noEgressOnEveryPort from "./no-egress-on-every-port";
import noForcedEmptying from "./no-forced-emptying";
import noForwardedAdminPort from "./no-forwarded-admin-port";
import noHostOnExternalNetwork from "./no-host-on-external-network";
import noInsecureEndpoint from "./no-insecure-endpoint";
import noLongSignedLink from "./no-long-signed-link";
import noNarrowedPlan from "./no-narrowed-plan";
import noNetworkForEveryone from "./no-network-for-everyone";
import noOldTls from "./no-old-tls";
import noOverlappingSubnets from "./no-overlapping-subnets";
import noPortSecurityOff from "./no-port-security-off";
import noPrivateKeyInState from "./no-private-key-in-state";
import noPublicAddressOnDataHost from "./no-public-address-on-data-host";
import noPublicAdminPort from "./no-public-admin-port";
import noPublicContainer from "./no-public-container";
import noPublicDatabasePort from "./no-public-database-port";
import noPublicImage from "./no-public-image";
import noQuotaExceeded from "./no-quota-exceeded";
import noRuleOpenOnEveryPort from "./no-rule-open-on-every-port";
import noSecretInOutput from "./no-secret-in-output";
import noSecretInProvider from "./no-secret-in-provider";
import noSecretInResource from "./no-secret-in-resource";
import noShareForEveryone from "./no-share-for-everyone";
import noSilentRebuild from "./no-silent-rebuild";
import noSubnetTooSmall from "./no-subnet-too-small";
import noUnrestrictedCredential from "./no-unrestricted-credential";
import noUserWithPassword from "./no-user-with-password";
import noWideAddressPair from "./no-wide-address-pair";
import requireAllowedRegion from "./require-allowed-region";
import requireAllowedZone from "./require-allowed-zone";
import requireBootVolume from "./require-boot-volume";
import requireContainerQuota from "./require-container-quota";
import requireContainerVersioning from "./require-container-versioning";
import requireCredentialAccessRules from "./require-credential-access-rules";
import requireCredentialExpiry from "./require-credential-expiry";
import requireEncryptedVolume from "./require-encrypted-volume";
import requireKnownFlavour from "./require-known-flavour";
import requireKnownImage from "./require-known-image";
import requireKnownKeystone from "./require-known-keystone";
import requireKnownRole from "./require-known-role";
import requireMarks from "./require-marks";
import requirePinnedImage from "./require-pinned-image";
import requirePrivateSubnet from "./require-private-subnet";
import requireSecurityGroup from "./require-security-group";

/** Every rule, by id. A list rather than a search of the folder, which would cost each run; a test keeps it complete. */
export const RULES: readonly Rule[] = [
  noQuotaExceeded,
  requireEncryptedVolume,
  noPublicContainer,
  noContainerForOtherProjects,
  requireContainerVersioning,
  requireContainerQuota,
  noPublicImage,
  noShareForEveryone,
  noLongSignedLink,
  noAdminRole,
  noUserWithPassword,
  noUnrestrictedCredential,
  requireCredentialExpiry,
  requireCredentialAccessRules,
  noDomainWideRole,
  requireKnownRole,
  noDataDestroyed,
  noDataShrunk,
  noForcedEmptying,
  noDataDeletedWithHost,
  noNarrowedPlan,
  noSilentRebuild,
  requireAllowedRegion,
  requireAllowedZone,
  requireKnownKeystone,
  noPublicAdminPort,
  noPublicDatabasePort,
  noRuleOpenOnEveryPort,
  noEgressOnEveryPort,
  noDefaultRules,
  noPortSecurityOff,
  requireSecurityGroup,
  noWideAddressPair,
  noPublicAddressOnDataHost,
  noHostOnExternalNetwork,
  noOverlappingSubnets,
  requirePrivateSubnet,
  noSubnetTooSmall,
  noNetworkForEveryone,
  noForwardedAdminPort,
  noOldTls,
  requirePinnedImage,
  requireKnownImage,
  requireKnownFlavour,
  requireBootVolume,
  noSecretInResource,
  noSecretInOutput,
  noSecretInProvider,
  noInsecureEndpoint,
  noPrivateKeyInState,
  requireMarks,
];
