import { Document, isCollection } from "yaml";
import { type Facts, factsSchema } from "../../schema/files/facts";

/** Records whose names the cloud gave; the keys of everything else stand in the order of the schema. */
const NAMED = ["externalNetworks", "images", "flavours", "volumeTypes", "roles"] as const satisfies (keyof Facts)[];

/** What stands on one line: a flavour, the limits of a service, the zones of a service. */
const ONE_LINE = ["flavours", "limits", "zones"] as const satisfies (keyof Facts)[];

/** The line by which an editor knows the schema of a file. */
const EDITOR_LINE = /^# yaml-language-server:.*$/m;

/**
 * The text of `facts/<target>.yaml`: the same facts always give the same bytes.
 *
 * @param before the text until now: its line for editors is kept
 */
export function factsText(target: string, facts: Facts, before = ""): string {
  const ordered = factsSchema.parse(facts);
  for (const key of NAMED) Object.assign(ordered, ordered[key] && { [key]: byName<unknown>(ordered[key]) });
  for (const flavour of Object.values(ordered.flavours)) if (flavour.extra) flavour.extra = byName(flavour.extra);
  const document = new Document(ordered);
  for (const key of ONE_LINE)
    for (const name of Object.keys(ordered[key] ?? {})) {
      const value = document.getIn([key, name], true);
      if (isCollection(value)) value.flow = true;
    }
  document.commentBefore = [
    ` Relevé dans le cloud par \`./beffroi discover ${target}\`, qui refait ce fichier ; \`--check\` le compare.`,
    ` Read from the cloud by \`./beffroi discover ${target}\`, which makes this file again; \`--check\` compares it.`,
  ].join("\n");
  const line = EDITOR_LINE.exec(before)?.[0];
  return `${line ? `${line}\n` : ""}${document.toString({ lineWidth: 0, flowCollectionPadding: true })}`;
}

function byName<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)));
}
