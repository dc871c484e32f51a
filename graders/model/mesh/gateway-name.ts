/** `namespace/name` of a Gateway; a name alone is a Gateway of the VirtualService's namespace. */
export function gatewayName(name: string, namespace: string): string {
  return name === 'mesh' || name.includes('/') ? name : `${namespace}/${name}`;
}
