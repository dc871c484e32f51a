import type { Alias, Node, YAMLError, Document as YamlDocument } from 'yaml';
import { type Finding, finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import type { Span } from '../../core/span.ts';
import { syntax } from './findings.ts';
import { misaligned, tooFarRight } from './indentation.ts';
import { contentOf, lineAt } from './lines.ts';

/** The first reason why a file is not YAML, in words a person understands; undefined when it is. */
export function firstSyntaxFinding(source: Source, documents: readonly YamlDocument.Parsed[]): Finding | undefined {
  for (const document of documents) {
    const error = document.errors[0];
    if (error) return explain(source, error);
  }
  return undefined;
}

/** Tags such as `!!python/object` or `!vault` have no meaning in a manifest. */
export function forbiddenTag(node: Node, { path, text }: Source): Finding | undefined {
  const tag = 'tag' in node ? node.tag : undefined;
  if (!tag || /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq|binary|merge|timestamp)$|^!$/.test(tag))
    return undefined;
  const to = node.range?.[0] ?? 0;
  const last = Math.max(0, text.slice(0, text.startsWith('!', to) ? to + 1 : to).lastIndexOf('!'));
  const from = text.charAt(last - 1) === '!' ? last - 1 : last;
  const written = /^\S+/.exec(text.slice(from))?.[0] ?? tag;
  return finding(syntax, 'customTag', { path, from, to: from + written.length }, { tag: written });
}

function explain(source: Source, error: YAMLError): Finding {
  const { path, text } = source;
  const { message, code } = error;
  const [from, to] = error.pos;
  const rest = wordAt(text, from);
  const here: Span = { path, from, to: from + Math.max(1, rest.length) };
  const { text: line } = lineAt(text, from);
  if (/\{\{/.test(line)) return template(source, from);
  if (/^\s*```/.test(line)) return finding(syntax, 'fence', wholeLine(source, from), {});

  switch (code) {
    case 'TAB_AS_INDENT':
      return finding(syntax, 'tab', { path, from, to: from + 1 }, {});
    case 'BLOCK_AS_IMPLICIT_KEY':
      return message.includes('sequence') ? misaligned(source, from) : nested(source, from);
    case 'BAD_INDENT':
      return badIndent(source, message, from);
    case 'MISSING_CHAR':
      return missing(source, message, from);
    case 'MULTILINE_IMPLICIT_KEY':
      return notAPair(source, from);
    case 'UNEXPECTED_TOKEN':
      return unexpected(source, message, from);
    case 'BLOCK_IN_FLOW':
      return missingComma(source, from, to);
    case 'BAD_SCALAR_START':
      return finding(syntax, 'reservedStart', here, { found: text.charAt(from) });
    case 'BAD_ALIAS':
      return text.charAt(from) === '*'
        ? finding(syntax, 'star', { path, from, to: from + 1 }, { found: '*' })
        : finding(syntax, 'reservedStart', { path, from, to: from + 1 }, { found: '&' });
    case 'BAD_DQ_ESCAPE':
      return finding(syntax, 'escape', { path, from, to: from + 2 }, { found: text.slice(from, from + 2) });
    case 'TAG_RESOLVE_FAILED':
      return finding(syntax, 'customTag', here, { tag: rest });
    default:
      return finding(syntax, 'invalid', here, { problem: message.replace(/\.$/, '') });
  }
}

/** `a: b: c` on one line, or a line that hangs from a key with a value. */
function nested(source: Source, from: number): Finding {
  const { path, text } = source;
  const line = lineAt(text, from);
  const to = line.from + line.text.length;
  const dash = /^-(?=[^\s-])(.*)/.exec(contentOf(line))?.[1];
  if (dash) return finding(syntax, 'dashSpace', { path, from: line.content, to }, { text: dash });
  const onOneLine = /:(?:\s|$)/.test(text.slice(from, to));
  return onOneLine ? finding(syntax, 'nestedMapping', { path, from, to }, {}) : tooFarRight(source, from);
}

function badIndent(source: Source, message: string, from: number): Finding {
  const { path, text } = source;
  if (message.startsWith('Flow')) return finding(syntax, 'unclosedFlow', { path, ...openFlow(text, from) }, {});
  if (text.charAt(from) === '\t') return finding(syntax, 'tab', { path, from, to: from + 1 }, {});
  return misaligned(source, from);
}

function missing(source: Source, message: string, from: number): Finding {
  const { path, text } = source;
  if (text.charAt(from) === '\t') return finding(syntax, 'tab', { path, from, to: from + 1 }, {});
  if (message.includes('quote')) return finding(syntax, 'unclosedQuote', { path, ...openQuote(text, from) }, {});
  if (message.includes('map keys')) return notAPair(source, from);
  if (message.startsWith('Sequence item')) return misaligned(source, from);
  if (message.startsWith('Comments')) return finding(syntax, 'commentSpace', { path, from, to: from + 1 }, {});
  if (message.startsWith('Missing ,')) return missingComma(source, from, from);
  if (message.includes('directives-end')) return finding(syntax, 'separator', wholeLine(source, from), {});
  if (message.startsWith('Flow')) return finding(syntax, 'unclosedFlow', { path, ...openFlow(text, from) }, {});
  return finding(syntax, 'invalid', { path, from, to: from + 1 }, { problem: message });
}

/** A line that should be `key: value` and is not. */
function notAPair(source: Source, from: number): Finding {
  const at = wholeLine(source, from);
  const written = source.text.slice(at.from, at.to);
  const [, key, value] = /^([\w./-]+):(\S.*)$/.exec(written) ?? [];
  if (key && value) return finding(syntax, 'colonSpace', at, { fixed: `${key}: ${value}` });
  if (/^-{2}$|^-{4,}$/.test(written)) return finding(syntax, 'separator', at, {});
  if (/^-(?:\s|$)/.test(written)) return finding(syntax, 'listInMap', at, {});
  return finding(syntax, 'missingColon', at, {});
}

function unexpected(source: Source, message: string, from: number): Finding {
  const { path, text } = source;
  const found = wordAt(text, from);
  const at = { path, from, to: from + Math.max(1, found.length) };
  if (message.includes('same line with key')) return finding(syntax, 'listSameLine', { ...at, to: from + 1 }, {});
  if (message.includes('Block scalar header')) return finding(syntax, 'blockHeader', wholeRest(source, from), {});
  if (/flow-(?:map|seq)-end/.test(message)) {
    return finding(syntax, 'extraClose', { ...at, to: from + 1 }, { found: text.charAt(from) });
  }
  if (found === ',') return finding(syntax, 'extraComma', at, {});
  const before = text.slice(lineAt(text, from).from, from);
  if (before.trim() === '') return finding(syntax, 'keyInList', wholeLine(source, from), {});
  if (/["']$/.test(before)) return finding(syntax, 'quoteInside', at, { found });
  const rest = wholeRest(source, from);
  return finding(syntax, 'afterValue', rest, { found: text.slice(rest.from, rest.to) });
}

/** Inside brackets or braces: the second of two entries with no comma between them. */
function missingComma(source: Source, from: number, to: number): Finding {
  const { path, text } = source;
  const key = /[^\s,{[]+(?=:\s)/.exec(text.slice(from, to));
  const at = from + (key?.index ?? 0);
  const found = key?.[0] ?? wordAt(text, from);
  return finding(syntax, 'missingComma', { path, from: at, to: at + Math.max(1, found.length) }, { found });
}

/** Where a line has `{{ … }}`. */
export function template(source: Source, offset: number): Finding {
  const line = lineAt(source.text, offset);
  const from = line.from + Math.max(0, line.text.indexOf('{{'));
  const close = line.text.indexOf('}}', from - line.from);
  const to = close === -1 ? line.from + line.text.length : line.from + close + 2;
  return finding(syntax, 'template', { path: source.path, from, to }, { open: '{{', close: '}}' });
}

function wholeLine({ path, text }: Source, offset: number): Span {
  const line = lineAt(text, offset);
  return { path, from: line.content, to: Math.max(line.from + line.text.length, line.content + 1) };
}

function wholeRest({ path, text }: Source, from: number): Span {
  const line = lineAt(text, from);
  return { path, from, to: Math.max(from + 1, line.from + line.text.length) };
}

/** A word or a quoted text, on its line and short enough for a sentence. */
function wordAt(text: string, from: number): string {
  const word = /^(?:"[^"\n]*"?|'[^'\n]*'?|[^\s,[\]{}]+|[,[\]{}])/.exec(text.slice(from, from + 60))?.[0] ?? '';
  return word.slice(0, 40);
}

/** The bracket that was still open at an offset. */
function openFlow(text: string, offset: number): { readonly from: number; readonly to: number } {
  const open: number[] = [];
  for (const { 0: token, index } of text
    .slice(0, offset)
    .matchAll(/(?<=^|\s)#.*|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[[\]{}]/gm)) {
    if (token === '[' || token === '{') open.push(index);
    else if (token === ']' || token === '}') open.pop();
  }
  const from = open.at(-1) ?? Math.max(0, Math.min(offset, text.length - 1));
  return { from, to: from + 1 };
}

/** The quote that was still open at an offset: the last one that opens a value. */
function openQuote(text: string, offset: number): { readonly from: number; readonly to: number } {
  const opening = [...text.slice(0, offset).matchAll(/(?<![^\s:\-,[{?&*!])["']/g)].at(-1);
  const from = opening?.index ?? Math.max(0, offset - 1);
  return { from, to: from + 1 };
}

/** `*` before a word that no anchor has; `*.example.com` was never meant to be an alias. */
export function unknownAlias({ source: alias }: Alias, at: Span, text: string): Finding {
  if (!/^[A-Za-z_][\w-]*$/.test(alias)) return finding(syntax, 'star', at, { found: `*${alias}` });
  return finding(syntax, isInEarlierDocument(alias, text.slice(0, at.from)) ? 'otherDocument' : 'unknownAlias', at, {
    alias,
  });
}

/** @see https://yaml.org/spec/1.2.2/#35-full-length-example an anchor ends with its document */
function isInEarlierDocument(anchor: string, before: string): boolean {
  const end = [...before.matchAll(/^---(?:\s|$)/gm)].at(-1)?.index ?? 0;
  return end > 0 && new RegExp(`(?:^|[\\s[{,])&${anchor}(?![\\w-])`, 'm').test(before.slice(0, end));
}
