import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from "yaml";
import {
  duplicateKey,
  keyNotText,
  recursiveAnchor,
  tooDeep,
  unknownAnchor,
  yamlSyntax,
} from "../../problems/catalogue/config-yaml";
import type { Place } from "../../problems/problem";
import { nearest, visible } from "../../problems/words";
import type { Report } from "../report";
import { isMergeKey } from "./yaml-source";

/** No file of the config needs more than 5; a parser that goes on for ever is a way to stop a CI. */
const DEEPEST = 32;

/**
 * Checks what the parser lets through: keys written twice, keys that are no text, anchors that are missing or contain
 * themselves. Gives the node of each alias; nothing when the value of the file cannot be known.
 */
export function inspect(
  document: Document.Parsed,
  place: (node: Pick<Node, "range">) => Place,
  report: Report,
): ReadonlyMap<Node, Node> | undefined {
  const inspector = new Inspector(place, report);
  inspector.visit(document.contents as Node, []);
  return inspector.broken ? undefined : inspector.targets;
}

class Inspector {
  readonly targets = new Map<Node, Node>();
  broken = false;
  private readonly anchors = new Map<string, Node>();

  constructor(
    private readonly place: (node: Pick<Node, "range">) => Place,
    private readonly report: Report,
  ) {}

  visit(node: Node | null, parents: readonly Node[]): void {
    if (node === null || this.broken) return;
    if (parents.length > DEEPEST) this.stop(tooDeep({}, this.place(node)));
    else if (isAlias(node)) this.follow(node, parents);
    else {
      if (node.anchor) this.anchors.set(node.anchor, node);
      const around = [...parents, node];
      if (isSeq(node)) for (const item of node.items) this.visit(item as Node, around);
      else if (isMap(node)) this.visitMap(node, around);
    }
  }

  private follow(alias: Node & { source: string }, parents: readonly Node[]): void {
    const target = this.anchors.get(alias.source);
    const name = alias.source;
    if (!target) {
      const suggestion = nearest(name, [...this.anchors.keys()]);
      this.stop(unknownAnchor({ name, ...(suggestion && { suggestion }) }, this.place(alias)));
    } else if (parents.includes(target)) this.stop(recursiveAnchor({ name }, this.place(alias)));
    else this.targets.set(alias, target);
  }

  private visitMap(map: YAMLMap, around: readonly Node[]): void {
    const firsts = new Map<string, Node>();
    for (const { key, value } of map.items as { key: Node | null; value: Node | null }[]) {
      if (isMergeKey(key)) this.visitMerge(value, around);
      else if (this.isName(key, map)) {
        const first = firsts.get(key.value);
        if (first) this.report(duplicateKey({ key: key.value, firstLine: this.place(first).line }, this.place(key)));
        else firsts.set(key.value, key);
        this.visit(value, around);
      }
    }
  }

  private visitMerge(value: Node | null, around: readonly Node[]): void {
    this.visit(value, around);
    const sources = isSeq(value) ? (value.items as Node[]) : [value];
    for (const source of sources) {
      if (this.broken) return;
      const target = source && isAlias(source) ? this.targets.get(source) : source;
      if (!isMap(target)) this.stop(yamlSyntax({ reason: MERGE }, this.place(source ?? (around.at(-1) as Node))));
    }
  }

  /** An unquoted number is taken as it is typed, so that its value can be checked all the same. */
  private isName(key: Node | null, map: YAMLMap): key is Scalar<string> {
    if (isScalar(key) && typeof key.value === "string" && key.value !== "__proto__") return true;
    const written = isScalar(key) ? (key.source ?? String(key.value)) : "";
    const isNumber = isScalar(key) && typeof key.value === "number";
    const problem = keyNotText(
      { written: visible(written), ...(isNumber && { proposed: `"${written}"` }) },
      this.place(key ?? map),
    );
    if (!isNumber) return this.stop(problem);
    this.report(problem);
    key.value = written;
    return true;
  }

  private stop(problem: Parameters<Report>[0]): false {
    this.report(problem);
    this.broken = true;
    return false;
  }
}

const MERGE = {
  en: "After `<<:` comes an alias of a group of keys, such as `*name`.",
  fr: "Après `<<:` vient l'alias d'un groupe de clés, comme `*nom`.",
};
