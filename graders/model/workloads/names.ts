/**
 * The formats of names and labels.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */

const labelShape = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const subdomainShape = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const qualifiedShape = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** RFC 1123 label, at most 63 characters: namespaces, Services, containers, volumes. */
export function isDnsLabel(name: string): boolean {
  return name.length <= 63 && labelShape.test(name);
}

/** RFC 1123 subdomain, at most 253 characters: most objects. */
export function isDnsSubdomain(name: string): boolean {
  return name.length <= 253 && subdomainShape.test(name);
}

/** A name that can be one segment of a URL: roles and role bindings. */
export function isPathSegment(name: string): boolean {
  return name !== '.' && name !== '..' && !/[/%]/.test(name);
}

/** The key of a label or annotation: `name` or `prefix/name`. */
export function isQualifiedName(key: string): boolean {
  const slash = key.indexOf('/');
  const name = key.slice(slash + 1);
  const goodPrefix = slash === -1 || isDnsSubdomain(key.slice(0, slash));
  return goodPrefix && name.length <= 63 && qualifiedShape.test(name);
}

/** The value of a label; empty is a value. */
export function isLabelValue(value: string): boolean {
  return value === '' || (value.length <= 63 && qualifiedShape.test(value));
}

/** The name of a container port: at most 15 of `a-z0-9-`, a letter at least, no `--`, no `-` at the edges. */
export function isPortName(name: string): boolean {
  return /^(?=.{1,15}$)(?=.*[a-z])(?!.*--)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(name);
}

/** From 1 to 65535. */
export function isPortNumber(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}
