import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  type Document as YamlDocument,
} from 'yaml';
import { type Finding, finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import type { Span } from '../../core/span.ts';
import { aliasBomb, duplicateKey, tooDeep } from './findings.ts';
import { locate } from './located.ts';
import { firstSyntaxFinding, forbiddenTag } from './syntax.ts';
import { likeKubectl } from './tags.ts';

const maxDepth = 100;
const maxNodes = 500_000;

/** One `---` document: plain data that remembers where it was written. */
export interface YamlValue {
  readonly value: unknown;
  readonly at: Span;
}

/** A YAML file. With findings there are no documents: half a file is not graded. */
export interface YamlFile {
  readonly source: Source;
  readonly documents: readonly YamlValue[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a YAML file of any number of documents, as `kubectl` would: merge keys, `yes`/`no` booleans, `0644` octal.
 * A file that cannot be read gives exactly one finding, the first. Empty documents are dropped.
 */
export function parseYaml(source: Source): YamlFile {
  try {
    return { source, documents: read(source), findings: [] };
  } catch (problem) {
    if (problem instanceof Unreadable) return { source, documents: [], findings: [problem.finding] };
    if (problem instanceof RangeError) return { source, documents: [], findings: [tooDeepAt(source)] };
    throw problem;
  }
}

/** Ends the reading of a file at its first finding. */
class Unreadable extends Error {
  constructor(readonly finding: Finding) {
    super(finding.id);
  }
}

function read(source: Source): YamlValue[] {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(source.text, {
    version: '1.2',
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
    customTags: likeKubectl,
  });
  const documents = 'empty' in parsed ? [] : parsed;
  const broken = firstSyntaxFinding(source, documents);
  if (broken) throw new Unreadable(broken);
  return documents.flatMap((document) => new Reader(source, document, lines).document());
}

/** Turns the nodes of one document into located data. */
class Reader {
  private readonly values = new Map<Node, { value: unknown; size: number }>();

  constructor(
    private readonly source: Source,
    private readonly yaml: YamlDocument.Parsed,
    private readonly lines: LineCounter,
  ) {}

  document(): YamlValue[] {
    const { contents } = this.yaml;
    if (contents === null || (isScalar(contents) && contents.value === null)) return [];
    return [{ value: this.node(contents, 0).value, at: this.span(contents) }];
  }

  /** The data of a node and how many nodes it would be with its aliases written out. */
  private node(node: Node, depth: number): { value: unknown; size: number } {
    if (depth > maxDepth) throw new Unreadable(finding(tooDeep, 'nesting', this.span(node), { limit: maxDepth }));
    if (isAlias(node)) return this.alias(node);
    const known = this.values.get(node);
    if (known) return known;
    const tag = forbiddenTag(node, this.span(node));
    if (tag) throw new Unreadable(tag);
    const read = isMap(node) ? this.map(node, depth) : isSeq(node) ? this.list(node, depth) : scalar(node);
    if (read.size > maxNodes)
      throw new Unreadable(finding(aliasBomb, 'expansion', this.span(node), { limit: maxNodes }));
    this.values.set(node, read);
    return read;
  }

  private alias(alias: Node): { value: unknown; size: number } {
    const target = isAlias(alias) ? alias.resolve(this.yaml) : undefined;
    const known = target && this.values.get(target);
    if (!known) throw new Unreadable(finding(aliasBomb, 'expansion', this.span(alias), { limit: maxNodes }));
    return known;
  }

  private map(node: Node & { items: unknown[] }, depth: number): { value: unknown; size: number } {
    const value: Record<string, unknown> = Object.create(null);
    const firstAt = new Map<string, Node>();
    let size = 1;
    for (const item of node.items) {
      const pair = item as { key: Node; value: Node | null };
      const key = this.key(pair.key, depth);
      const read = pair.value ? this.node(pair.value, depth + 1) : { value: null, size: 1 };
      size += read.size;
      if (key === '<<') mergeInto(value, read.value);
      else {
        this.refuseDuplicate(firstAt, key, pair.key);
        value[key] = read.value;
      }
    }
    return { value: locate(value, this.origin(node)), size };
  }

  private key(node: Node, depth: number): string {
    const { value } = isScalar(node) ? node : this.node(node, depth + 1);
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
  }

  private refuseDuplicate(firstAt: Map<string, Node>, key: string, node: Node): void {
    const first = firstAt.get(key);
    if (first) {
      const firstLine = this.lines.linePos(first.range?.[0] ?? 0).line;
      throw new Unreadable(finding(duplicateKey, 'duplicate', this.span(node), { key, firstLine }));
    }
    firstAt.set(key, node);
  }

  private list(node: Node & { items: unknown[] }, depth: number): { value: unknown; size: number } {
    const items = node.items.map((item) => this.node(item as Node, depth + 1));
    const size = items.reduce((sum, item) => sum + item.size, 1);
    return {
      value: locate(
        items.map((item) => item.value),
        this.origin(node),
      ),
      size,
    };
  }

  private origin(node: Node) {
    const resolve = (inner: unknown) => (isAlias(inner) ? inner.resolve(this.yaml) : inner);
    return { path: this.source.path, node: node as never, resolve };
  }

  private span(node: Node): Span {
    const [from, to] = node.range ?? [0, 0];
    return { path: this.source.path, from, to };
  }
}

/** Keys written in the block itself win over merged ones, whatever their order. */
function mergeInto(value: Record<string, unknown>, merged: unknown): void {
  for (const source of Array.isArray(merged) ? merged : [merged]) {
    for (const [key, inner] of Object.entries((source ?? {}) as object)) if (!(key in value)) value[key] = inner;
  }
}

function scalar(node: Node): { value: unknown; size: number } {
  const value = isScalar(node) ? node.value : null;
  return { value: typeof value === 'bigint' ? Number(value) : value, size: 1 };
}

function tooDeepAt(source: Source): Finding {
  let depth = 0;
  for (const match of source.text.matchAll(/[[{\]}]/g)) {
    depth += match[0] === '[' || match[0] === '{' ? 1 : -1;
    if (depth > maxDepth) {
      return finding(
        tooDeep,
        'nesting',
        { path: source.path, from: match.index, to: match.index + 1 },
        { limit: maxDepth },
      );
    }
  }
  return finding(tooDeep, 'nesting', { path: source.path, from: 0, to: 1 }, { limit: maxDepth });
}
