import { misunderstood } from "./answers";
import type { Exchange } from "./transport";

type Body = Readonly<Record<string, unknown>>;

/** The items of one page. @throws ToolError `cloud-answer-unexpected` when there is no list */
export function itemsOf(body: unknown, key: string, exchange: Exchange): unknown[] {
  const items = key ? (body as Body | null)?.[key] : body;
  if (Array.isArray(items)) return items;
  throw misunderstood(exchange, `it holds no list \`${key}\``, `elle ne contient pas de liste \`${key}\``);
}

/**
 * The query of the following page; nothing after the last one. Each service has its own way of naming it: a list of
 * links beside the items, `links.next`, `next`, or the name of the last item. Only the query of a link is taken: the
 * token never goes to another address, even where the service does not know by which name it is reached.
 */
export function nextQuery(body: unknown, key: string, url: URL): Record<string, string> | undefined {
  const asked = Object.fromEntries(url.searchParams);
  if (!key) {
    const last = (body as { name?: string }[]).at(-1)?.name;
    return last === undefined ? undefined : { ...asked, marker: last };
  }
  const link = linkIn(body as Body, key);
  return link === undefined ? undefined : { ...asked, ...Object.fromEntries(new URL(link, url).searchParams) };
}

function linkIn(body: Body, key: string): string | undefined {
  const beside = body[`${key}_links`];
  if (Array.isArray(beside)) return text((beside as Body[]).find(({ rel }) => rel === "next")?.href);
  return text((body.links as Body | undefined)?.next) ?? text(body.next);
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value ? value : undefined;
}
