import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from "yaml";
import type { Place } from "../../problems/problem";
import type { Path } from "../config";

interface Found {
  readonly key?: Node;
  readonly value: Node;
}

/** A file that was parsed: its value, and where each part of it is written. */
export class YamlSource {
  readonly value: unknown;

  constructor(
    readonly file: string,
    private readonly text: string,
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
    private readonly anchors: ReadonlyMap<Node, Node>,
  ) {
    this.value = document.toJS({ maxAliasCount: 100 });
  }

  /** Whether the file writes something at `path`. */
  has(path: Path): boolean {
    return this.find(path) !== undefined;
  }

  /** Where the value at `path` is written: in the anchor for an alias, in the merged map for a merge key. */
  placeOf(path: Path): Place {
    const { file, line, column } = this.spanOf(path);
    return { file, line, column };
  }

  /** The same, with its length on that line. A value that the file leaves out is its nearest parent. */
  spanOf(path: Path): Place {
    const found = this.find(path);
    if (!found) return this.keySpanOf(path.slice(0, -1));
    return isNothing(found.value) && found.key ? this.span(found.key) : this.span(found.value);
  }

  /** Where the key at `path` is written; the item itself in a list. */
  keySpanOf(path: Path): Place {
    const found = this.find(path);
    if (!found) return path.length > 0 ? this.keySpanOf(path.slice(0, -1)) : this.span(this.document.contents as Node);
    return this.span(found.key ?? found.value);
  }

  /** The value at `path` as it is typed in the file, when it is a single one. */
  writtenAt(path: Path): string | undefined {
    const { value } = this.find(path) ?? {};
    return isScalar(value) && value.range ? this.text.slice(value.range[0], value.range[1]) : undefined;
  }

  /** Places a position of the text, and how much of its line is meant. */
  span(node: Pick<Node, "range">): Place {
    const [start, end] = node.range ?? [0, 0];
    return placeIn(this.file, this.text, this.lines, start, end);
  }

  private find(path: Path): Found | undefined {
    let found: Found | undefined = { value: this.resolve(this.document.contents as Node) };
    for (const segment of path) {
      found = this.child(found.value, segment);
      if (!found) return undefined;
    }
    return found;
  }

  private child(parent: Node, segment: string | number): Found | undefined {
    if (isSeq(parent)) {
      const item = parent.items[Number(segment)] as Node | undefined;
      return item && { value: this.resolve(item) };
    }
    return isMap(parent) ? (this.own(parent, String(segment)) ?? this.merged(parent, String(segment))) : undefined;
  }

  private own(map: YAMLMap, name: string): Found | undefined {
    // As `toJS` does: of two equal keys, the last wins.
    const pair = map.items.findLast(({ key }) => isScalar(key) && key.value === name);
    return pair && { key: pair.key as Node, value: this.resolve(pair.value as Node) };
  }

  private merged(map: YAMLMap, name: string): Found | undefined {
    for (const { key, value } of map.items) {
      if (!isMergeKey(key)) continue;
      const source = this.resolve(value as Node);
      for (const one of isSeq(source) ? (source.items as Node[]) : [source]) {
        const found = this.child(this.resolve(one), name);
        if (found) return found;
      }
    }
    return undefined;
  }

  private resolve(node: Node): Node {
    return isAlias(node) ? (this.anchors.get(node) ?? node) : node;
  }
}

/** `<<`, which brings the keys of another map. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && typeof key.value === "symbol";
}

export function placeIn(file: string, text: string, lines: LineCounter, start: number, end: number): Place {
  const { line, col } = lines.linePos(start);
  const lineEnd = text.indexOf("\n", start);
  const last = Math.min(end, lineEnd < 0 ? text.length : lineEnd);
  return { file, line, column: col, length: Math.max(1, text.slice(start, last).trimEnd().length) };
}

function isNothing(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.range?.[0] ?? 0) === (node.range?.[1] ?? 0);
}
