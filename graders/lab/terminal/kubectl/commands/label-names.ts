/** `app`, `app.kubernetes.io/name`: the key of a label or an annotation. */
export function isQualifiedName(key: string): boolean {
  const slash = key.indexOf('/');
  const prefix = slash === -1 ? undefined : key.slice(0, slash);
  const name = key.slice(slash + 1);
  const fits = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/.test(name) && name.length <= 63;
  return fits && (prefix === undefined || (/^[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/.test(prefix) && prefix.length <= 253));
}

export const isLabelValue = (value: string): boolean =>
  value === '' || (/^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/.test(value) && value.length <= 63);
