import { isAlias, type Node, visit, type YAMLError, type Document as YamlDocument } from 'yaml';
import { type Finding, finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import type { Span } from '../../core/span.ts';
import { syntax } from './findings.ts';

/** The first reason why a file is not YAML, in words a person understands; undefined when it is. */
export function firstSyntaxFinding(source: Source, documents: readonly YamlDocument.Parsed[]): Finding | undefined {
  for (const document of documents) {
    const error = document.errors[0];
    if (error) return explain(source, error);
    const alias = unknownAlias(source, document);
    if (alias) return alias;
  }
  return undefined;
}

/** Tags such as `!!python/object` or `!vault` have no meaning in a manifest. */
export function forbiddenTag(node: Node, at: Span): Finding | undefined {
  const tag = 'tag' in node ? node.tag : undefined;
  if (!tag || /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq|binary|merge)$/.test(tag)) return undefined;
  return finding(syntax, 'customTag', at, { tag });
}

function explain(source: Source, error: YAMLError): Finding {
  const at = (from: number, to: number): Span => ({ path: source.path, from, to });
  const [from, to] = error.pos;
  const here = at(from, Math.max(to, from + 1));
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return finding(syntax, 'tab', here, {});
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /^[ ]*$/.test(lineBefore(source.text, from)) && !isNested(source.text, from)
        ? finding(syntax, 'indentation', here, {})
        : finding(syntax, 'nestedMapping', here, {});
    case 'BAD_INDENT':
      return error.message.startsWith('Flow')
        ? finding(syntax, 'unclosedFlow', at(...openFlow(source.text, from)), {})
        : finding(syntax, 'indentation', here, {});
    case 'MISSING_CHAR':
      if (error.message.includes('quote'))
        return finding(syntax, 'unclosedQuote', at(...openQuote(source.text, from)), {});
      if (error.message.includes('map keys')) return finding(syntax, 'missingColon', here, {});
      return finding(syntax, 'unclosedFlow', at(...openFlow(source.text, from)), {});
    default:
      return finding(syntax, 'invalid', here, { problem: error.message.replace(/\.$/, '') });
  }
}

const lineBefore = (text: string, offset: number): string => text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);

/** `a: b: c`: the second mapping starts on the line of the first one. */
const isNested = (text: string, offset: number): boolean => /:\s+\S/.test(lineBefore(text, offset));

/** The bracket that was still open at an offset. */
function openFlow(text: string, offset: number): [number, number] {
  const open: number[] = [];
  for (let at = 0; at < offset; at++) {
    if (text[at] === '[' || text[at] === '{') open.push(at);
    else if (text[at] === ']' || text[at] === '}') open.pop();
  }
  const last = open.at(-1) ?? offset;
  return [last, last + 1];
}

/** The quote that was still open at an offset: the last one that opens a value. */
function openQuote(text: string, offset: number): [number, number] {
  const opening = [...text.slice(0, offset).matchAll(/(?<=[:\-,[{]\s*)["']/g)].at(-1);
  const at = opening?.index ?? Math.max(0, offset - 1);
  return [at, at + 1];
}

function unknownAlias(source: Source, document: YamlDocument.Parsed): Finding | undefined {
  const anchors = new Set<string>();
  let unknown: Finding | undefined;
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) {
        if (anchors.has(node.source)) return undefined;
        const [from, to] = node.range ?? [0, 1];
        unknown = finding(syntax, 'unknownAlias', { path: source.path, from, to }, { alias: node.source });
        return visit.BREAK;
      }
      if ('anchor' in node && node.anchor) anchors.add(node.anchor);
      return undefined;
    },
  });
  return unknown;
}
