import { own } from '../../../core/own.ts';

/** What a template gives: its text, or why it gives none. `beyond`: the real command may well understand it. */
export type Filled = string | { readonly problem: string; readonly beyond: boolean };

/**
 * A Go template as far as one-liners go: `{{.A.B}}`, `{{json .A}}`, `{{index .A "k"}}`, `{{len .A}}`, `{{range .A}}…{{end}}`,
 * `{{range $k, $v := .A}}…{{end}}`, `{{if .A}}…{{else}}…{{end}}`, texts, `{{"\n"}}`.
 * @see https://pkg.go.dev/text/template
 */
export function fill(template: string, data: unknown): Filled {
  try {
    const reader = new Reader(template.split(/(\{\{.*?\}\})/s).filter((part) => part !== ''));
    const nodes = reader.until([]);
    return nodes.map((node) => print(node, { dot: data, root: data, variables: new Map() })).join('');
  } catch (stop) {
    if (stop instanceof Beyond) return { problem: stop.message, beyond: stop.beyond };
    throw stop;
  }
}

class Beyond extends Error {
  constructor(
    message: string,
    readonly beyond: boolean,
  ) {
    super(message);
  }
}

type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly words: string }
  | {
      readonly kind: 'range' | 'if' | 'with';
      readonly head: string;
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[];
    };

interface Scope {
  readonly dot: unknown;
  readonly root: unknown;
  readonly variables: ReadonlyMap<string, unknown>;
}

class Reader {
  private at = 0;
  private depth = 0;

  constructor(private readonly parts: readonly string[]) {}

  until(ends: readonly string[]): readonly Node[] {
    if (++this.depth > 20) throw new Beyond('template: too deep', true);
    const nodes: Node[] = [];
    while (this.at < this.parts.length) {
      const part = this.parts[this.at] ?? '';
      if (!part.startsWith('{{')) {
        nodes.push({ kind: 'text', text: part });
        this.at++;
        continue;
      }
      const words = part
        .slice(2, -2)
        .replace(/^-\s|\s-$/g, '')
        .trim();
      if (ends.includes(words)) {
        this.depth--;
        return nodes;
      }
      this.at++;
      const [, kind, head = ''] = /^(range|if|with)\s+(.*)$/s.exec(words) ?? [];
      nodes.push(kind === undefined ? { kind: 'value', words } : this.block(kind as 'range' | 'if' | 'with', head));
    }
    if (ends.length > 0) throw new Beyond('unexpected EOF', false);
    this.depth--;
    return nodes;
  }

  private block(kind: 'range' | 'if' | 'with', head: string): Node {
    const body = this.until(['end', 'else']);
    const hasElse = /^\{\{-?\s*else/.test(this.parts[this.at] ?? '');
    this.at++;
    if (!hasElse) return { kind, head, body, otherwise: [] };
    const otherwise = this.until(['end']);
    this.at++;
    return { kind, head, body, otherwise };
  }
}

function print(node: Node, scope: Scope): string {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'value') return shown(resultOf(node.words, scope));
  const [, names, expression = node.head] = /^(\$\w+(?:\s*,\s*\$\w+)?)\s*:=\s*(.*)$/s.exec(node.head) ?? [];
  const value = resultOf(expression, scope);
  const all = (nodes: readonly Node[], inner: Scope) => nodes.map((one) => print(one, inner)).join('');
  if (node.kind !== 'range') {
    if (isEmpty(value)) return all(node.otherwise, scope);
    return all(node.body, node.kind === 'with' ? { ...scope, dot: value } : scope);
  }
  const entries = Array.isArray(value)
    ? [...value.entries()]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
      : [];
  if (entries.length === 0) return all(node.otherwise, scope);
  const variables = names?.split(/\s*,\s*/) ?? [];
  return entries
    .map(([key, one]) => {
      const bound = new Map(scope.variables);
      if (variables.length === 2) bound.set(variables[0] ?? '', key);
      if (variables.length > 0) bound.set(variables.at(-1) ?? '', one);
      return all(node.body, { ...scope, dot: one, variables: bound });
    })
    .join('');
}

function resultOf(written: string, scope: Scope): unknown {
  const text = written.trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(text)?.[1];
  if (quoted !== undefined) return quoted.replaceAll('\\n', '\n').replaceAll('\\t', '\t');
  if (/^-?\d+$/.test(text)) return Number(text);
  const call = /^(json|len|index|upper|lower|println|print|join|not)\s+(.+)$/s.exec(text);
  if (call) return applied(call[1] ?? '', call[2] ?? '', scope);
  if (/^\(.*\)$/s.test(text)) return resultOf(text.slice(1, -1), scope);
  const path = /^(\$\w*)?((?:\.\w+)*|\.)$/.exec(text);
  if (!path) throw new Beyond(`function not defined: ${text}`, true);
  const [, variable, keys = ''] = path;
  let value = variable === undefined ? scope.dot : variable === '$' ? scope.root : scope.variables.get(variable);
  for (const key of keys.split('.').filter(Boolean)) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (!Object.hasOwn(value, key) && value === scope.root) throw new Beyond(`can't evaluate field ${key}`, false);
    value = own(value as Record<string, unknown>, key);
  }
  return value;
}

function applied(name: string, rest: string, scope: Scope): unknown {
  const words = rest.match(/"(?:[^"\\]|\\.)*"|\([^()]*\)|\S+/g) ?? [];
  const [first, ...others] = words.map((word) => resultOf(word, scope));
  switch (name) {
    case 'json':
      return JSON.stringify(first ?? null);
    case 'len':
      return Array.isArray(first) || typeof first === 'string'
        ? first.length
        : Object.keys((first as object) ?? {}).length;
    case 'index':
      return others.reduce<unknown>(
        (value, key) =>
          typeof value === 'object' && value !== null ? own(value as Record<string, unknown>, String(key)) : undefined,
        first,
      );
    case 'upper':
      return String(first).toUpperCase();
    case 'lower':
      return String(first).toLowerCase();
    case 'println':
      return `${[first, ...others].map(shown).join(' ')}\n`;
    case 'join':
      return Array.isArray(first) ? first.map(shown).join(shown(others[0])) : '';
    case 'not':
      return isEmpty(first);
    default:
      return [first, ...others].map(shown).join(' ');
  }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === 0 ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

/** A value as Go prints it: `[a b]`, `map[k:v]`, `<no value>` for none. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return '<no value>';
  if (Array.isArray(value)) return `[${value.map(shown).join(' ')}]`;
  if (typeof value !== 'object') return String(value);
  return `map[${Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${key}:${shown(one)}`)
    .join(' ')}]`;
}
