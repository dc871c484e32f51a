import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type YAMLMap,
  type YAMLSeq,
  type Document as YamlDocument,
} from 'yaml';
import { type Finding, finding } from '../../core/finding.ts';
import { has } from '../../core/own.ts';
import type { Source } from '../../core/source.ts';
import type { Span } from '../../core/span.ts';
import { maxDepth } from './depth.ts';
import { aliasBomb, duplicateKey, syntax, tooDeep } from './findings.ts';
import { locate, textSpan } from './located.ts';
import { forbiddenTag, template, unknownAlias } from './syntax.ts';

const maxNodes = 500_000;

/** One `---` document: plain data that remembers where it was written. */
export interface YamlValue {
  readonly value: unknown;
  readonly at: Span;
}

/** Ends the reading of a file at its first finding. */
export class Unreadable extends Error {
  constructor(readonly finding: Finding) {
    super(finding.id);
  }
}

/** The data of a node, and how many nodes and levels of them it would be with its aliases written out. */
interface Read {
  readonly value: unknown;
  readonly size: number;
  readonly height: number;
}

/** Turns the nodes of one document into located data. */
export class DocumentReader {
  /** What anchored nodes turned into, for their aliases. */
  private readonly values = new Map<Node, Read>();
  private readonly anchors = new Map<string, Node>();
  private readonly targets = new Map<unknown, Node>();

  constructor(
    private readonly source: Source,
    private readonly yaml: YamlDocument.Parsed,
    private readonly lines: LineCounter,
  ) {}

  document(): YamlValue[] {
    const { contents } = this.yaml;
    if (contents === null || (isScalar(contents) && contents.value === null)) return [];
    return [{ value: this.node(contents).value, at: this.span(contents) }];
  }

  private node(node: Node): Read {
    if (isAlias(node)) return this.alias(node);
    if ('anchor' in node && node.anchor) this.anchors.set(node.anchor, node);
    const tag = forbiddenTag(node, this.source);
    if (tag) throw new Unreadable(tag);
    const read = isMap(node) ? this.map(node) : isSeq(node) ? this.list(node) : this.scalar(node);
    if (read.size > maxNodes)
      throw new Unreadable(finding(aliasBomb, 'expansion', this.span(node), { limit: maxNodes }));
    // Blocks that nest too deeply never come here; aliases of aliases may.
    if (read.height > maxDepth) throw new Unreadable(finding(tooDeep, 'nesting', this.span(node), { limit: maxDepth }));
    if ('anchor' in node && node.anchor) this.values.set(node, read);
    return read;
  }

  private alias(alias: Alias): Read {
    const target = this.anchors.get(alias.source);
    if (!target) throw new Unreadable(unknownAlias(alias, this.span(alias), this.source.text));
    const known = this.values.get(target);
    if (!known) throw new Unreadable(finding(aliasBomb, 'cycle', this.span(alias), { alias: alias.source }));
    this.targets.set(alias, target);
    return known;
  }

  private scalar(node: Node): Read {
    const written = isScalar(node) ? node.value : null;
    const value = typeof written === 'bigint' ? Number(written) : written;
    if (typeof value === 'number' && !Number.isFinite(value)) {
      const found = (isScalar(node) && node.source) || String(value);
      throw new Unreadable(finding(syntax, 'notANumber', this.span(node), { found }));
    }
    return { value, size: 1, height: 0 };
  }

  private map(node: YAMLMap): Read {
    const value: Record<string, unknown> = Object.create(null);
    const firstAt = new Map<string, Node>();
    let [size, height] = [1, 0];
    for (const item of node.items) {
      const pair = item as { key: Node; value: Node | null };
      const key = this.key(pair.key);
      if (node.flow && !pair.value) this.refuseMissingSpace(pair.key, key);
      const read = pair.value ? this.node(pair.value) : { value: null, size: 1, height: 0 };
      size += read.size;
      height = Math.max(height, read.height);
      if (isMergeKey(pair.key)) this.merge(value, read.value, pair.value ?? pair.key);
      else {
        this.refuseDuplicate(firstAt, key, pair.key);
        value[key] = read.value;
      }
    }
    return { value: locate(value, this.origin(node)), size, height: height + 1 };
  }

  private key(node: Node): string {
    const { value } = this.node(node);
    if (typeof value !== 'object') {
      const key = String(value);
      if (key.startsWith('\u00A0')) throw new Unreadable(finding(syntax, 'hardSpace', this.span(node), {}));
      return key;
    }
    const at = this.span(node);
    const isTemplate = this.source.text.slice(0, at.from).trimEnd().endsWith('{') && isMap(node) && node.flow;
    throw new Unreadable(isTemplate ? template(this.source, at.from) : finding(syntax, 'complexKey', at, {}));
  }

  /** `{app:web}` is one key without value. */
  private refuseMissingSpace(node: Node, key: string): void {
    const [, name, value] = /^([\w./-]+):(\S+)$/.exec(key) ?? [];
    if (!isScalar(node) || node.type !== 'PLAIN' || !name || !value) return;
    throw new Unreadable(finding(syntax, 'colonSpace', this.span(node), { fixed: `${name}: ${value}` }));
  }

  /** Keys written in the block itself win over merged ones, whatever their order. */
  private merge(value: Record<string, unknown>, merged: unknown, node: Node): void {
    for (const source of Array.isArray(merged) ? merged : [merged]) {
      if (typeof source !== 'object' || source === null || Array.isArray(source)) {
        throw new Unreadable(finding(syntax, 'badMerge', this.span(node), {}));
      }
      for (const [key, inner] of Object.entries(source)) if (!has(value, key)) value[key] = inner;
    }
  }

  private refuseDuplicate(firstAt: Map<string, Node>, key: string, node: Node): void {
    const first = firstAt.get(key);
    if (first) {
      const firstLine = this.lines.linePos(first.range?.[0] ?? 0).line;
      throw new Unreadable(finding(duplicateKey, 'duplicate', this.span(node), { key, firstLine }));
    }
    firstAt.set(key, node);
  }

  /**
   * `[1.2.3.4, 2001:db8::]`: the parser takes a colon before a bracket or a comma for the end of a key, and kubectl's for
   * part of the text.
   * @see https://github.com/yaml/go-yaml/blob/v2.4.3/scannerc.go#L2635
   */
  private endsInColon(item: Node): Read | undefined {
    if (!isMap(item) || !item.flow || item.items.length !== 1) return undefined;
    const { key, value } = item.items[0] as { key: Node; value: Node | null };
    const end = key.range?.[1] ?? 0;
    const isBare = isScalar(key) && key.type === 'PLAIN' && !isScalarWithin(value);
    if (!isBare || item.range?.[0] !== key.range?.[0] || !/^:[\],}]/.test(this.source.text.slice(end, end + 2)))
      return undefined;
    return { value: `${key.source}:`, size: 1, height: 0 };
  }

  private list(node: YAMLSeq): Read {
    const items = node.items.map((item) => this.endsInColon(item as Node) ?? this.node(item as Node));
    const size = items.reduce((sum, item) => sum + item.size, 1);
    const height = items.reduce((most, item) => Math.max(most, item.height), 0) + 1;
    return {
      value: locate(
        items.map((item) => item.value),
        this.origin(node),
      ),
      size,
      height,
    };
  }

  private origin(node: YAMLMap | YAMLSeq) {
    return { source: this.source, node, resolve: (inner: unknown) => this.targets.get(inner) ?? inner };
  }

  private span(node: Node): Span {
    const [from, to] = node.range ?? [0, 0];
    return textSpan(this.source, from, to);
  }
}

/** An absent value is none, or a null without text. */
function isScalarWithin(value: Node | null): boolean {
  return value !== null && !(isScalar(value) && value.value === null && !value.source);
}

/** A key in quotes is a key like any other. */
function isMergeKey(node: Node): boolean {
  return isScalar(node) && node.value === '<<' && node.type === 'PLAIN';
}
