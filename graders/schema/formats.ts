import { own } from '../core/own.ts';
import type { TextNode } from './shape.ts';

/**
 * Texts with rules of their own. Each answers whether the API server would take the text.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 * @see https://pkg.go.dev/time#ParseDuration
 */
const readers: Readonly<Record<string, (text: string) => boolean>> = {
  byte: isBase64,
  'date-time': (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i.test(text),
  duration: (text) => /^(?:0|[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|ms|s|m|h))+)$/.test(text),
};

/** Patterns are written by others: on a text longer than any name one of them could take very long. */
const longest = 4096;

/** Whether a text has the form that its field asks for. */
export function hasForm(text: string, { format, pattern }: TextNode): boolean {
  if (pattern !== undefined) return text.length > longest || patternOf(pattern).test(text);
  return format === undefined ? true : (own(readers, format)?.(text) ?? true);
}

const patterns = new Map<string, RegExp>();

function patternOf(pattern: string): RegExp {
  const known = patterns.get(pattern);
  if (known) return known;
  const made = new RegExp(pattern, 'u');
  patterns.set(pattern, made);
  return made;
}

/** `500m`, `1Gi`, `1e3`: what a Kubernetes quantity may look like. */
export function isQuantity(text: string): boolean {
  return text !== '' && /^[+-]?\d*(?:\.\d*)?(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/.test(text);
}

/** The quantity that a text almost is: `512MB` → `512M`, `1 Gi` → `1Gi`, `1gi` → `1Gi`. */
export function nearestQuantity(text: string): string | undefined {
  const [, amount, unit] = /^\s*([+-]?[\d.]+)\s*([a-z]*?)b?\s*$/i.exec(text) ?? [];
  if (amount === undefined || unit === undefined) return undefined;
  const letter = unit.charAt(0).toUpperCase();
  const spelled = unit.length === 2 ? `${letter}i` : letter === 'K' ? 'k' : letter;
  return [`${amount}${unit}`, `${amount}${spelled}`].find(isQuantity);
}

/** Base64 as Go reads it: padded, line breaks allowed. */
function isBase64(text: string): boolean {
  const compact = text.replace(/[\r\n]/g, '');
  return compact.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(compact);
}
