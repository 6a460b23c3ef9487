/** Columns side by side: text to the left, numbers to the right. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = [], indent = "  "): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? "")].length)));
  const pad = (cell: string, column: number) => {
    const blanks = " ".repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length));
    return right.includes(column) ? blanks + cell : cell + blanks;
  };
  return rows.map((row) => `${indent}${row.map(pad).join("  ")}`.trimEnd()).join("\n");
}
