import type { Finding } from '../../core/finding.ts';
import type { Json } from '../../core/json.ts';
import { own } from '../../core/own.ts';
import type { Text } from '../../core/text.ts';

/** A piece of a text and what takes its place, in offsets. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Something that mends a finding, as its own message says. */
export interface Fix {
  readonly title: Text;
  readonly edits: readonly Edit[];
}

/** What a message already names, ready to be applied. Where it is not plain what to do there is none. */
export function fixesFor(finding: Finding, text: string): readonly Fix[] {
  const { id, message, data } = finding;
  const fixes = [
    ...nearestFix(finding, text),
    ...(id === 'schema/unknown-field' && message === 'deeper' ? moved(finding, text) : []),
    ...(id === 'schema/wrong-type' ? typeFix(finding, text) : []),
    ...(id === 'schema/missing-field' && data.field === 'name' ? nameFix(finding, text) : []),
  ];
  return [...new Map(fixes.map((fix) => [JSON.stringify(fix.edits), fix])).values()];
}

const word = (data: Finding['data'], key: string): string | undefined => {
  const value = own(data, key);
  return typeof value === 'string' ? value : undefined;
};

/** The name that was most likely meant, in the place of the one that is written. */
function nearestFix({ at, data }: Finding, text: string): readonly Fix[] {
  const meant = word(data, 'nearest') ?? word(data, 'suggestion') ?? onlyOne(data.right) ?? onlyOne(data.allowed);
  const written = text.slice(at.from, at.to);
  const { bare, quote } = unquoted(written);
  if (meant === undefined || meant === bare || bare === '' || /[\n:]/.test(bare)) return [];
  // The span is sometimes the whole line or block: only what is said to be wrong is replaced.
  const isSaid = Object.entries(data).some(
    ([key, value]) => key !== 'nearest' && key !== 'suggestion' && String(value) === bare,
  );
  if (!isSaid) return [];
  return [replace(at.from, at.to, `${quote}${meant}${quote}`, meant)];
}

/** The only member of a list of facts, without its backticks. */
function onlyOne(value: Json | undefined): string | undefined {
  if (!Array.isArray(value) || value.length !== 1 || typeof value[0] !== 'string') return undefined;
  return value[0].replace(/^`|`$/g, '');
}

function unquoted(written: string): { readonly bare: string; readonly quote: string } {
  const [, quote = '', inner] = /^(["'])(.*)\1$/s.exec(written) ?? [];
  return inner === undefined ? { bare: written, quote: '' } : { bare: inner, quote };
}

const replace = (from: number, to: number, text: string, shown = text): Fix => ({
  title: { es: `Cambiar por «${shown}»`, en: `Change to "${shown}"` },
  edits: [{ from, to, text }],
});

function typeFix({ message, data, at }: Finding, text: string): readonly Fix[] {
  const written = text.slice(at.from, at.to);
  const bare = word(data, 'bare');
  if (bare !== undefined && unquoted(written).bare === bare) {
    return [
      {
        title: { es: `Quitar las comillas: ${bare}`, en: `Remove the quotes: ${bare}` },
        edits: [{ from: at.from, to: at.to, text: bare }],
      },
    ];
  }
  const isPlain = message === 'textNotNumber' || message === 'textNotBoolean';
  if (!isPlain || !/^[\w.+-]+$/.test(written)) return [];
  return [
    {
      title: { es: `Escribirlo entre comillas: "${written}"`, en: `Write it in quotes: "${written}"` },
      edits: [{ from: at.from, to: at.to, text: `"${written}"` }],
    },
  ];
}

/** A field that goes inside a neighbour, with all that it holds. */
function moved({ at, data }: Finding, text: string): readonly Fix[] {
  const place = word(data, 'place');
  if (place === undefined || !/^[A-Za-z]+$/.test(place)) return [];
  const field = blockAt(text, at.from);
  const target = field && siblingNamed(text, field, place);
  if (!field || !target) return [];
  const step = target.childIndent - field.indent;
  const block = text.slice(field.from, field.to);
  const lines = (block.endsWith('\n') ? block : `${block}\n`)
    .split('\n')
    .map((line) => (line === '' ? '' : ' '.repeat(step) + line));
  const inserted = lines.join('\n');
  const glue = text.slice(0, target.to).endsWith('\n') ? '' : '\n';
  return [
    {
      title: { es: `Moverlo dentro de «${place}»`, en: `Move it inside "${place}"` },
      edits: [
        { from: field.from, to: field.to, text: '' },
        { from: target.to, to: target.to, text: `${glue}${inserted}` },
      ],
    },
  ];
}

/** A field in block style: its lines from the first to the last that is indented further. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly indent: number;
}

function blockAt(text: string, offset: number): Block | undefined {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const [, blank = '', key] = /^( *)([\w.-]+):/.exec(text.slice(from)) ?? [];
  // Inside braces or behind a dash a line is not the whole of a field.
  if (key === undefined || from + blank.length !== offset) return undefined;
  return { from, to: endOf(text, from, blank.length), indent: blank.length };
}

function endOf(text: string, from: number, indent: number): number {
  let end = nextLine(text, from);
  for (let at = end; at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, nextLine(text, at));
    if (line.trim() === '') continue;
    const own = /^ */.exec(line)?.[0].length ?? 0;
    const isItem = own === indent && line.startsWith('- ', own);
    if (own <= indent && !isItem) break;
    end = nextLine(text, at);
  }
  return end;
}

function nextLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline + 1;
}

/** The field of a name beside another one, in the same document, that holds fields of its own in block style. */
function siblingNamed(
  text: string,
  field: Block,
  name: string,
): (Block & { readonly childIndent: number }) | undefined {
  const start = Math.max(0, text.lastIndexOf('\n---', field.from) + 1);
  const next = text.indexOf('\n---', field.to - 1);
  const end = next === -1 ? text.length : next + 1;
  for (let at = start; at < end; at = nextLine(text, at)) {
    const line = text.slice(at, nextLine(text, at));
    if (!line.startsWith(`${' '.repeat(field.indent)}${name}:`)) continue;
    const child = /^( *)[\w.-]+:/.exec(text.slice(nextLine(text, at)))?.[1]?.length ?? 0;
    if (!/:\s*(?:#.*)?$/.test(line.trimEnd()) || child <= field.indent) return undefined;
    return { from: at, to: endOf(text, at, field.indent), indent: field.indent, childIndent: child };
  }
  return undefined;
}

/** A `name` where one is missing: after the image for a container, as the first field of a block. */
function nameFix({ at, message }: Finding, text: string): readonly Fix[] {
  const lineStart = text.lastIndexOf('\n', at.from - 1) + 1;
  const line = text.slice(lineStart, nextLine(text, at.from)).trimEnd();
  if (message === 'inItem') {
    const [, dash = '', rest = ''] = /^(\s*- +)(.*)$/.exec(line) ?? [];
    if (dash === '' || rest.startsWith('{')) return [];
    const image = /(?:^|\s)image:\s*["']?(?:[^\s"']*\/)?([a-z0-9][a-z0-9.-]*)/.exec(
      text.slice(lineStart, endOf(text, lineStart, dash.indexOf('-'))),
    )?.[1];
    const name = (image ?? 'principal').replaceAll('.', '-');
    return [named(lineStart + dash.length, `name: ${name}\n${' '.repeat(dash.length)}`, name)];
  }
  const [, blank = '', key] = /^( *)([\w.-]+):\s*(?:#.*)?$/.exec(line) ?? [];
  if (key === undefined) return [];
  const below = nextLine(text, at.from);
  const child = /^( *)\S/.exec(text.slice(below))?.[1]?.length ?? 0;
  const indent = child > blank.length ? child : blank.length + 2;
  return [named(below, `${' '.repeat(indent)}name: mi-objeto\n`, 'mi-objeto')];
}

const named = (at: number, text: string, name: string): Fix => ({
  title: { es: `Añadir «name: ${name}»`, en: `Add "name: ${name}"` },
  edits: [{ from: at, to: at, text }],
});
