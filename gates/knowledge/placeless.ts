/** Resources that stand nowhere: they exist only in the state. */
export function isPlaceless(type: string): boolean {
  return type === "terraform_data" || /^(?:cloudinit|external|local|null|random|time|tls)_/.test(type);
}
