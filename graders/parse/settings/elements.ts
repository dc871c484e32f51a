import { type Finding, finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import { rangeOf, type Span } from '../../core/span.ts';
import { syntax, tooLarge } from './findings.ts';

/** An element of XML with what a file of Hadoop may hold in it: attributes, text and further elements. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, Written>;
  readonly children: readonly Element[];
  /** The text directly in it, entities replaced, with the blank space around it; the place is that of what is not blank. */
  readonly text: Written;
  /** The start tag. */
  readonly at: Span;
}

export interface Written {
  readonly text: string;
  readonly at: Span;
}

export const limits = { characters: 200_000, depth: 32 } as const;

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, Written>;
  readonly children: Element[];
  readonly at: Span;
  text: string;
  from: number;
  to: number;
}

/**
 * The elements of a file at its outermost, or the first reason why it is no XML. Reads each character once.
 * @see https://www.w3.org/TR/xml/
 */
export function readElements(source: Source): readonly Element[] | Finding {
  const { path, text } = source;
  const here = (from: number, to: number): Span => ({ path, from, to });
  if (text.length > limits.characters) {
    return finding(tooLarge, 'size', here(0, 1), { size: text.length, limit: limits.characters });
  }
  const roots: Element[] = [];
  const open: Open[] = [];
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let index = start; index < text.length; ) {
    if (text[index] !== '<') {
      const next = ahead(text, '<', index);
      const problem = takeText(source, index, next, open.at(-1));
      if (problem) return problem;
      index = next;
      continue;
    }
    const skipped = skip(source, index, open.at(-1));
    if (skipped) {
      if (typeof skipped !== 'number') return skipped;
      index = skipped;
      continue;
    }
    const tag = readTag(source, index);
    if ('id' in tag) return tag;
    const { name, kind, end } = tag;
    if (kind === 'close') {
      const last = open.pop();
      if (!last) return finding(syntax, 'stray', tag.at, { found: name });
      if (last.name !== name) {
        const { line } = rangeOf(text, last.at).start;
        return finding(syntax, 'mismatch', tag.at, { found: name, open: last.name, line });
      }
      (open.at(-1)?.children ?? roots).push(closed(last, path));
    } else {
      if (open.length === limits.depth) return finding(tooLarge, 'depth', tag.at, { limit: limits.depth });
      const opened = { name, attributes: tag.attributes, children: [], at: tag.at, text: '', from: end, to: end };
      if (kind === 'open') open.push(opened);
      else (open.at(-1)?.children ?? roots).push(closed(opened, path));
    }
    index = end;
  }
  const left = open.at(-1);
  return left ? finding(syntax, 'unclosed', left.at, { tag: left.name }) : roots;
}

function closed({ name, attributes, children, at, text, from, to }: Open, path: string): Element {
  return { name, attributes, children, at, text: { text, at: { path, from, to } } };
}

const ahead = (text: string, what: string, from: number): number => {
  const index = text.indexOf(what, from);
  return index === -1 ? text.length : index;
};

/** Adds text to the element it is in. */
function takeText(source: Source, from: number, to: number, into: Open | undefined): Finding | undefined {
  const raw = source.text.slice(from, to);
  const first = raw.search(/\S/);
  if (first === -1) return undefined;
  const at = { path: source.path, from: from + first, to: from + raw.trimEnd().length };
  if (!into) return finding(syntax, 'outside', at, { found: short(raw.trim()) });
  const decoded = decode(source, raw, from);
  if (typeof decoded !== 'string') return decoded;
  extend(into, decoded, at);
  return undefined;
}

function extend(into: Open, text: string, at: Span): void {
  if (into.text.trim() === '') into.from = at.from;
  into.to = at.to;
  into.text += text;
}

/** Comments, declarations and literal text. @returns where they end; undefined where there are none */
function skip({ path, text }: Source, index: number, into: Open | undefined): number | Finding | undefined {
  const until = (end: string, length: number): number | Finding => {
    const found = text.indexOf(end, index + length);
    const at = { path, from: index, to: index + length };
    return found === -1 ? finding(syntax, 'unfinished', at, { end }) : found + end.length;
  };
  if (text.startsWith('<!--', index)) return until('-->', 4);
  if (text.startsWith('<?', index)) return until('?>', 2);
  if (text.startsWith('<![CDATA[', index)) {
    const end = until(']]>', 9);
    if (typeof end === 'number' && into) {
      extend(into, text.slice(index + 9, end - 3), { path, from: index + 9, to: end - 3 });
    }
    return end;
  }
  if (!text.startsWith('<!', index)) return undefined;
  const end = until('>', 2);
  if (typeof end === 'number' && text.slice(index, end).includes('[')) {
    return finding(syntax, 'doctype', { path, from: index, to: end }, {});
  }
  return end;
}

interface Tag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'whole';
  readonly attributes: ReadonlyMap<string, Written>;
  readonly at: Span;
  readonly end: number;
}

const tagName = /[A-Za-z_][\w.:-]*/y;
const attribute = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;

function readTag(source: Source, index: number): Tag | Finding {
  const { path, text } = source;
  const closes = text[index + 1] === '/';
  const match = (pattern: RegExp, from: number): RegExpExecArray | null => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };
  const named = match(tagName, index + (closes ? 2 : 1));
  if (!named) return finding(syntax, 'tag', { path, from: index, to: index + 1 }, {});
  const [name] = named;
  let at = named.index + name.length;
  const attributes = new Map<string, Written>();
  for (let found = match(attribute, at); found && !closes; found = match(attribute, at)) {
    const raw = found[2] ?? found[3] ?? '';
    const from = found.index + found[0].length - 1 - raw.length;
    const value = decode(source, raw, from);
    if (typeof value !== 'string') return value;
    attributes.set(found[1] ?? '', { text: value, at: { path, from, to: from + raw.length } });
    at = found.index + found[0].length;
  }
  const ended = match(tagEnd, at);
  if (!ended) return finding(syntax, 'unfinished', { path, from: index, to: at }, { end: '>' });
  const end = ended.index + ended[0].length;
  const kind = closes ? 'close' : ended[1] === '/' ? 'whole' : 'open';
  return { name, kind, attributes, at: { path, from: index, to: end }, end };
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Replaces the five entities that XML has by itself, and characters by number. */
function decode({ path }: Source, raw: string, offset: number): string | Finding {
  if (!raw.includes('&')) return raw;
  let problem: Finding | undefined;
  const decoded = raw.replace(/&([^;&\s<]{0,32};?)/g, (whole, written: string, index: number) => {
    const character = written.endsWith(';') ? characterOf(written.slice(0, -1)) : undefined;
    if (character !== undefined) return character;
    const at = { path, from: offset + index, to: offset + index + whole.length };
    problem ??= finding(syntax, 'entity', at, { found: whole });
    return whole;
  });
  return problem ?? decoded;
}

function characterOf(name: string): string | undefined {
  const number = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name);
  if (!number) return entities.get(name);
  const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined;
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
