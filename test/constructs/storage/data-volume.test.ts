import { describe, expect, it } from "@jest/globals";
import { DataVolume, type DataVolumeProps } from "../../../constructs/storage/data-volume";
import { refusal, synth } from "../../synth";

const plan = (props: Partial<DataVolumeProps> = {}) =>
  synth(
    (stack) =>
      new DataVolume(stack, "data", {
        name: "Aix-ged-1-data",
        sizeGiB: 50,
        volumeType: "classic-luks",
        marks: { commune: "Île-d'Aix" },
        ...props,
      }),
  )("openstack_blockstorage_volume_v3");

describe("DataVolume", () => {
  it("has the size, the type and the marks that it is given, and grows under a running host", () => {
    expect(plan()).toEqual([
      {
        name: "Aix-ged-1-data",
        size: 50,
        volume_type: "classic-luks",
        enable_online_resize: true,
        metadata: { commune: "Île-d'Aix" },
        lifecycle: { ignore_changes: ["availability_zone"] },
      },
    ]);
  });

  it("stands in the availability zone that it is given", () => {
    expect(plan({ availabilityZone: "az-b" })).toEqual([expect.objectContaining({ availability_zone: "az-b" })]);
  });

  it("is not moved to another availability zone once it exists", () => {
    expect(plan({ availabilityZone: "az-b" })).toEqual([
      expect.objectContaining({ lifecycle: { ignore_changes: ["availability_zone"] } }),
    ]);
  });

  it("refuses to take the cloud's default type", () => {
    expect(() => plan({ volumeType: "" })).toThrow(refusal("volume-type-missing"));
  });

  it.each([0, -5, 2.5, Number.NaN])("refuses a size of %s GiB", (sizeGiB) => {
    expect(() => plan({ sizeGiB })).toThrow(refusal("size-invalid"));
  });
});
