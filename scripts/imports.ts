/** The imports of a TypeScript file, in all their forms: static, re-exported, dynamic, `require`, and of types. */
import { parseSync } from "@swc/core";

export interface Import {
  /** The module, as written. */
  readonly from: string;

  /** Whether it is gone once compiled. */
  readonly typeOnly: boolean;

  /** First line that names the module. */
  readonly line: number;
}

interface Syntax {
  readonly type?: string;
  readonly value?: unknown;
  readonly [key: string]: unknown;
}

/** Each module that `text` imports; one that is computed at run time cannot be told and is left out. */
export function importsOf(text: string): Import[] {
  const lines = text.split("\n");
  const found: Import[] = [];
  walk(parseSync(text, { syntax: "typescript", decorators: true }), (one) => {
    const { source, typeOnly } = importIn(one);
    if (source?.type !== "StringLiteral") return;
    const from = String(source.value);
    const line = lines.findIndex((text) => text.includes(`"${from}"`) || text.includes(`'${from}'`)) + 1;
    found.push({ from, typeOnly, line });
  });
  return found;
}

function importIn(one: Syntax): { source?: Syntax; typeOnly: boolean } {
  switch (one.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return { source: one.source as Syntax | undefined, typeOnly: one.typeOnly === true };
    case "TsImportType":
      return { source: one.argument as Syntax, typeOnly: true };
    case "TsExternalModuleReference":
      return { source: one.expression as Syntax, typeOnly: false };
    case "CallExpression": {
      const callee = one.callee as Syntax;
      const called = callee.type === "Import" || (callee.type === "Identifier" && callee.value === "require");
      const [first] = one.arguments as { readonly expression: Syntax }[];
      return called && first !== undefined ? { source: first.expression, typeOnly: false } : { typeOnly: false };
    }
    default:
      return { typeOnly: false };
  }
}

function walk(value: unknown, visit: (one: Syntax) => void): void {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) visit(value as Syntax);
  for (const child of Object.values(value)) walk(child, visit);
}
