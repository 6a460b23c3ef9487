import type { UnmanagedThing } from "../../engine/drift/inventory-drift";
import type { Language } from "../../problems/language";
import { visible } from "../../problems/words";

/** What makes a thing matter, in a few words: from where a rule lets in, how large a volume is, who may read. */
export function particulars({ kind, details }: UnmanagedThing, language: Language): string {
  const fr = language === "fr";
  const text = (name: string) => (details[name] ? visible(String(details[name])) : "");
  switch (kind) {
    case "security-group-rule": {
      const inwards = details.direction === "ingress";
      const far = text("remote_ip_prefix") || text("remote_group_id") || text("remote_address_group_id");
      const way = fr ? (inwards ? "entrée depuis" : "sortie vers") : inwards ? "in from" : "out to";
      const what = [text("protocol") || (fr ? "tout protocole" : "any protocol"), ports(details)];
      return `${what.filter(Boolean).join(" ")}, ${way} ${far || (fr ? "tout le monde" : "everyone")} (${text("ethertype")})`;
    }
    case "volume":
    case "snapshot":
    case "backup":
      return [`${details.size} ${fr ? "Gio" : "GiB"}`, text("volume_type")].filter(Boolean).join(", ");
    case "container": {
      const open = [details.read, details.write].some((acl) => String(acl).includes(".r:*"));
      const count = `${details.count} ${fr ? "document(s)" : "document(s)"}`;
      return open ? `${count}, ${fr ? "lisible par tous" : "readable by everyone"}` : count;
    }
    case "user":
    case "group":
      return (details.roles as string[]).map(visible).join(", ");
    case "subnet":
      return text("cidr");
    case "recordset":
      return [text("type"), ...(details.records as string[]).map(visible)].join(" ");
    case "attachment":
      return text("device");
    case "application-credential":
      return details.expires_at ? text("expires_at") : fr ? "sans expiration" : "never expires";
    default:
      return "";
  }
}

function ports({ port_range_min: first, port_range_max: last }: UnmanagedThing["details"]): string {
  if (first === null || first === undefined) return "";
  return first === last ? String(first) : `${first}-${last}`;
}
