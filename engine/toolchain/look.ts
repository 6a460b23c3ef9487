import type { Localised } from "../../problems/language";
import { type Env, keptFolder } from "./folders";
import { readKept } from "./kept-tool";
import { damaged } from "./notes";
import { OwnTools } from "./own-tool";
import type { Pin, Pins } from "./pins";
import { TOOL_NAMES, type Tool, type ToolName } from "./tool";

export interface Place {
  readonly env: Env;
  readonly cache: string;
  readonly platform: string;
  readonly pins: Pins;

  /** Hash every program again. */
  readonly verify: boolean;
}

export interface Looked {
  readonly tools: ReadonlyMap<ToolName, Tool>;
  readonly missing: readonly { readonly name: ToolName; readonly pin: Pin }[];

  /** What was passed over, and why. */
  readonly notes: readonly Localised[];
}

/** What is there already: the machine's own tools first, then the kit's cache. */
export async function look({ env, cache, platform, pins, verify }: Place): Promise<Looked> {
  const own = new OwnTools(cache, platform, env, verify);
  const tools = new Map<ToolName, Tool>();
  const missing: { name: ToolName; pin: Pin }[] = [];
  const notes: Localised[] = [];
  for (const name of TOOL_NAMES) {
    const pin = pins[name];
    const found = await own.find(name, pin);
    const kept = found ? undefined : await readKept(cache, pin, platform, verify);
    if (kept?.state === "damaged") notes.push(damaged(pin, keptFolder(cache, pin, platform)));
    const tool = found ?? (kept?.state === "fine" ? kept.tool : undefined);
    if (tool) tools.set(name, tool);
    else missing.push({ name, pin });
  }
  own.remember();
  return { tools, missing, notes: [...own.notes, ...notes] };
}
