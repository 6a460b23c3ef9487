/** `module.m["a"].openstack_x.y[0]` as the configuration names it: `module.m.openstack_x.y`. */
export function withoutKeys(address: string): string {
  if (!address.includes("[")) return address;
  let kept = "";
  let position = 0;
  while (position < address.length) {
    const open = address.indexOf("[", position);
    if (open < 0) return kept + address.slice(position);
    kept += address.slice(position, open);
    position = endOfKey(address, open + 1) + 1;
  }
  return kept;
}

/** Position of the bracket that closes the key which starts at `start`; a quoted key may hold brackets and quotes. */
function endOfKey(address: string, start: number): number {
  let quoted = false;
  for (let index = start; index < address.length; index++) {
    const character = address[index];
    if (character === "\\" && quoted) index++;
    else if (character === '"') quoted = !quoted;
    else if (character === "]" && !quoted) return index;
  }
  return address.length;
}

/** `module.m.` of `module.m.module.n.openstack_x.y`: what stands in front of the references made there. */
export function modulePrefix(configAddress: string): string {
  return /^(?:module\.[^.]+\.)*/.exec(configAddress)?.[0] ?? "";
}

/** `module.a.` of `module.a.module.b.`; the root module has no prefix. */
export function parentPrefix(prefix: string): string {
  return prefix.replace(/module\.[^.]+\.$/, "");
}
