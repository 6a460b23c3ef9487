import type { Localised } from "../../problems/language";
import type { Facts } from "../../schema/files/facts";

export interface FoundImage {
  readonly id: string;
  readonly name: string;

  /** When it was made: an ISO instant. */
  readonly made: string;
}

/** What a cloud shows, before anything is chosen or judged. */
export interface Found {
  /** Each name with its ids: Neutron lets two networks have the same one. */
  readonly externalNetworks: ReadonlyMap<string, readonly string[]>;

  /** Images that can be used, in no order. */
  readonly images: readonly FoundImage[];
  readonly flavours: Facts["flavours"];
  readonly volumeTypes: Facts["volumeTypes"];
  readonly zones: Facts["zones"];
  readonly extensions: readonly string[];
  readonly limits: NonNullable<Facts["limits"]>;

  /** Absent when the credentials may not know. */
  readonly roles?: Readonly<Record<string, string>>;

  /** Absent when the credentials may not know. */
  readonly encryptedVolumeTypes?: readonly string[];
}

/** Something that the operator should know, and need not mend. */
export type Note = Localised;
