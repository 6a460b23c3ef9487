import { markKeyInvalid } from "../problems/catalogue/constructs";
import { OperatorError } from "../problems/problem";
import { cut, digest, literal, printable } from "./text";

/** What every resource is marked with, so that anybody can tell whose it is: key to value. */
export type Marks = Readonly<Record<string, string>>;

/** Characters of a tag. Neutron takes 255 today; it took 60 for years, and older clouds still do. */
const TAG_LENGTH = 60;

/** Characters of a metadata value of Nova and Cinder. */
const METADATA_LENGTH = 255;

/** Bytes of a metadata value of Swift (`max_meta_value_length`). */
const HEADER_LENGTH = 256;

/** A key that is valid in a tag, in metadata and in a header. A `_` gets lost in front of more than one Swift. */
const KEY = /^[A-Za-z][A-Za-z0-9-]{0,40}$/;

/**
 * Marks as Neutron's tags, sorted: `insee=17004`. A comma would part two tags in a filter: it becomes a space.
 *
 * @throws OperatorError `mark-key-invalid`
 */
export function tagsOf(marks: Marks): string[] {
  return entries(marks).map(([key, value]) =>
    literal(cut(printable(`${key}=${value.replaceAll(",", " ")}`), TAG_LENGTH)),
  );
}

/**
 * Marks as metadata of a server or a volume.
 *
 * @throws OperatorError `mark-key-invalid`
 */
export function metadataOf(marks: Marks): Record<string, string> {
  return Object.fromEntries(
    entries(marks).map(([key, value]) => [key, literal(cut(printable(value), METADATA_LENGTH))]),
  );
}

/**
 * Marks as metadata of a container. It travels in HTTP headers: values are percent-encoded, as Swift's documentation
 * asks for, so that `Île` is `%C3%8Ele`.
 *
 * @throws OperatorError `mark-key-invalid`
 */
export function headersOf(marks: Marks): Record<string, string> {
  return Object.fromEntries(entries(marks).map(([key, value]) => [key, literal(encoded(printable(value)))]));
}

function encoded(value: string): string {
  const whole = encodeURIComponent(value);
  if (whole.length <= HEADER_LENGTH) return whole;
  let start = value;
  while (encodeURIComponent(start).length > HEADER_LENGTH - 9) start = start.slice(0, -1);
  return `${encodeURIComponent(start)}-${digest(value)}`;
}

function entries(marks: Marks): [string, string][] {
  const invalid = Object.keys(marks).filter((key) => !KEY.test(key));
  if (invalid.length > 0) throw new OperatorError(invalid.map((key) => markKeyInvalid({ key })));
  return Object.entries(marks).sort(([left], [right]) => (left < right ? -1 : 1));
}
