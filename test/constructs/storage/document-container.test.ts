import { describe, expect, it } from "@jest/globals";
import { DocumentContainer, type DocumentContainerProps } from "../../../constructs/storage/document-container";
import { refusal, synth } from "../../synth";

const plan = (props: Partial<DocumentContainerProps> = {}) =>
  synth(
    (stack) =>
      new DocumentContainer(stack, "documents", {
        name: "17004-ged-documents",
        quotaGiB: 200,
        marks: { commune: "Île-d'Aix" },
        ...props,
      }),
  )("openstack_objectstorage_container_v1");

describe("DocumentContainer", () => {
  it("keeps versions, is emptied by nobody, and has no access list", () => {
    expect(plan()).toEqual([
      {
        name: "17004-ged-documents",
        versioning: true,
        force_destroy: false,
        metadata: { "Quota-Bytes": "214748364800", commune: "%C3%8Ele-d'Aix" },
      },
    ]);
  });

  it("keeps no versions where it is told not to", () => {
    expect(plan({ versioning: false })).toEqual([expect.objectContaining({ versioning: false })]);
  });

  it("says its quota in bytes", () => {
    expect(plan({ quotaGiB: 12_288 })).toEqual([
      expect.objectContaining({ metadata: expect.objectContaining({ "Quota-Bytes": "13194139533312" }) }),
    ]);
  });

  it.each(["ab", "Ged", "île", "a/b", "a_b", "-ged", "ged-", "a".repeat(64), ""])("refuses the name %j", (name) => {
    expect(() => plan({ name })).toThrow(refusal("container-name-invalid"));
  });

  it.each(["abc", "a".repeat(63)])("takes the name %s", (name) => {
    expect(plan({ name })).toEqual([expect.objectContaining({ name })]);
  });

  it.each([0, -1, 1.5])("refuses a quota of %s GiB", (quotaGiB) => {
    expect(() => plan({ quotaGiB })).toThrow(refusal("size-invalid"));
  });
});
