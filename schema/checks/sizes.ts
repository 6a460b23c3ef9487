import { sizesNotContiguous } from "../../problems/catalogue/config-references";
import type { Draft } from "../draft";
import type { Report } from "../report";
import { SIZE_CLASSES, type SizeClass } from "../values";

/** Every commune must be in one class: they follow each other from 0, the last one without an end. */
export function checkSizes({ sizes }: Draft, report: Report): void {
  for (const [index, size] of SIZE_CLASSES.entries()) {
    const file = sizes.get(size);
    const population = file?.parts.population;
    if (!file || !population) continue;
    const { from, below } = population;
    const previous = SIZE_CLASSES[index - 1];
    const expected = previous === undefined ? 0 : sizes.get(previous)?.parts.population?.below;
    if (expected !== undefined && from !== undefined && from !== expected)
      report(
        sizesNotContiguous(
          { size, key: "from", received: from, expected, ...(previous && { neighbour: previous }) },
          file.spanOf(["population", "from"]),
        ),
      );
    const next = SIZE_CLASSES[index + 1];
    const wanted = next && sizes.get(next)?.parts.population?.from;
    // An end at the wrong number is told above, on the next class; here, one that is missing or not wanted.
    if (next && below === undefined && wanted !== undefined)
      report(
        sizesNotContiguous({ size, key: "below", expected: wanted, neighbour: next }, file.keySpanOf(["population"])),
      );
    if (!next && below !== undefined)
      report(sizesNotContiguous({ size, key: "below", received: below }, file.spanOf(["population", "below"])));
  }
}

/** The class of a town: its own choice, else that of its population; nothing while the classes are wrong. */
export function sizeClassOf(
  draft: Draft,
  population: number | undefined,
  chosen: SizeClass | undefined,
): SizeClass | undefined {
  if (chosen || population === undefined || !isSound(draft)) return chosen;
  return SIZE_CLASSES.findLast((size) => population >= (draft.sizes.get(size)?.parts.population?.from as number));
}

function isSound(draft: Draft): boolean {
  let isRight = SIZE_CLASSES.every((size) => draft.sizes.get(size)?.parts.population?.from !== undefined);
  checkSizes(draft, () => {
    isRight = false;
  });
  return isRight;
}
