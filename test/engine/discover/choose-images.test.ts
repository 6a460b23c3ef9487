import { describe, expect, it } from "@jest/globals";
import { chooseImages, type ImageChoice } from "../../../engine/discover/choose-images";

const image = (id: string, made: string, name = "debian-13") => ({ id, name, made: `${made}T08:00:00Z` });
const OLD = image("old", "2026-01-10");
const NEW = image("new", "2026-09-14");

const choose = (choice: Partial<ImageChoice>) =>
  chooseImages({ target: "dc-aunis", names: ["debian-13"], found: [OLD, NEW], pinned: {}, renew: false, ...choice });

describe("the image that a name means", () => {
  it("is the newest, the first time", () => {
    expect(choose({})).toEqual({ images: { "debian-13": "new" }, gone: new Map(), notes: [] });
  });

  it("stays what it was when a newer one appears, which is told", () => {
    const { images, notes } = choose({ pinned: { "debian-13": "old" } });
    expect(images).toEqual({ "debian-13": "old" });
    expect(notes.map(({ en }) => en)).toEqual([
      "debian-13: a newer image is there (new, 2026-09-14); the one of 2026-01-10 stays. To take the new one: ./beffroi discover dc-aunis --renew-images",
    ]);
  });

  it("is the newest when images are renewed", () => {
    const chosen = choose({ pinned: { "debian-13": "old" }, renew: true });
    expect(chosen).toEqual({ images: { "debian-13": "new" }, gone: new Map(), notes: [] });
  });

  it("stays what it was when the cloud gave its image another name", () => {
    const renamed = image("old", "2026-01-10", "debian-13 (January)");
    expect(choose({ found: [renamed, NEW], pinned: { "debian-13": "old" } }).images).toEqual({ "debian-13": "old" });
  });

  it("is gone with its image: no other one takes its place by itself", () => {
    const { images, gone } = choose({ found: [NEW], pinned: { "debian-13": "old" } });
    expect(images).toEqual({});
    expect(gone).toEqual(new Map([["debian-13", { id: "old", newest: "new" }]]));
  });

  it("is none when no image has it", () => {
    expect(choose({ names: ["debian-14"] })).toEqual({ images: {}, gone: new Map(), notes: [] });
  });

  it("is the same on every run when two were made at the same instant", () => {
    const [a, b] = [image("a", "2026-09-14"), image("b", "2026-09-14")];
    expect(choose({ found: [a, b] }).images).toEqual(choose({ found: [b, a] }).images);
  });
});
