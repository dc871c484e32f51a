import { fieldsOf, isFields } from '../../core/fields.ts';
import type { Source } from '../../core/source.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { byName } from '../intake/order.ts';
import { canonical, leavesOf, type Rename } from './data.ts';
import { type Normal, someName } from './normal.ts';

/** Fields under which somebody chooses a name. */
const naming = new Set(['name', 'namespace', 'subset', 'host', 'serviceAccountName', 'app', 'version']);
/** Fields whose value is never one. */
const fixed = new Set(['apiVersion', 'kind']);

/**
 * Manifests without order of documents and keys, and with every chosen name as a placeholder: two files that differ in names
 * alone are equal.
 * @returns undefined for a file that is no YAML
 */
export function normalManifests(source: Source): Normal | undefined {
  const { documents, findings } = parseYaml(source);
  if (findings.length > 0 || documents.length === 0) return undefined;
  const values: readonly unknown[] = documents.map(({ value }) => value);
  const names = new Set<string>();
  for (const value of values) gatherNames(value, names, '');
  const blank = renamer(names, () => someName);
  const ordered = values
    .map((value) => ({ value, key: canonical(withoutFixed(value), blank) }))
    .sort((a, b) => byName(a.key, b.key));
  const numbers = new Map<string, string>();
  const numbered = renamer(names, (name) => {
    const known = numbers.get(name) ?? `‹${numbers.size + 1}›`;
    numbers.set(name, known);
    return known;
  });
  return {
    text: ordered.map(({ value }) => `${kindOf(value)} ${canonical(withoutFixed(value), numbered)}`).join('\n'),
    facts: ordered.flatMap(({ value }) => leavesOf(withoutFixed(value), blank, kindOf(value))),
  };
}

function kindOf(value: unknown): string {
  const { apiVersion, kind } = fieldsOf(value);
  return `${String(apiVersion)}/${String(kind)}`;
}

function withoutFixed(value: unknown): unknown {
  return isFields(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !fixed.has(key))) : value;
}

/** Names that are said where names are chosen, and the values of labels. */
function gatherNames(value: unknown, names: Set<string>, under: string): void {
  if (Array.isArray(value)) for (const item of value) gatherNames(item, names, under);
  else if (isFields(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const isName = naming.has(key) || under === 'labels' || under === 'matchLabels' || under === 'selector';
      if (isName && typeof inner === 'string' && !fixed.has(key)) names.add(inner.split('.')[0] ?? inner);
      gatherNames(inner, names, key);
    }
  }
}

/** Renames names also inside of hosts, identities and addresses: `web.shop.svc`, `cluster.local/ns/shop/sa/web`. */
function renamer(names: ReadonlySet<string>, to: (name: string) => string): Rename {
  return (text) => text.replace(/[A-Za-z0-9_-]+/g, (word) => (names.has(word) ? to(word) : word));
}
