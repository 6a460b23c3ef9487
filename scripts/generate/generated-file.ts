/** A generated file: its path from the root of the kit, and its content. */
export type Generated = readonly [path: string, content: string];
