import type { AnyNode, Node, Program } from 'acorn';
import { type Finding, finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import type { Span } from '../../core/span.ts';
import { parseJavaScript, parseTypeScript, TooMuch } from '../../parse/typescript/parser.ts';
import { forbidden, syntax } from './findings.ts';

/** A service cannot be this long: what is longer is no answer to the exercise. */
const longest = 200_000;

/**
 * What a service may load, without `node:`: HTTP and what goes with it. Nothing that reaches files, processes or the
 * inside of Node.
 */
export const modules: readonly string[] =
  'http url crypto events buffer querystring string_decoder util timers timers/promises stream stream/promises assert assert/strict process path'.split(
    ' ',
  );

/** `servicio.ts`, read and not run. */
export interface ServiceSource {
  readonly source: Source;
  /** Undefined for what is no TypeScript, or a program of another language. */
  readonly program: Program | undefined;
  /** There is something besides comments. */
  readonly hasCode: boolean;
  /** Why it cannot be run: one finding for what is no TypeScript, one for each module it may not load. */
  readonly findings: readonly Finding[];
}

export function readService(source: Source): ServiceSource {
  const program = parse(source);
  if ('id' in program) return { source, program: undefined, hasCode: true, findings: [program] };
  return { source, program, hasCode: program.body.length > 0, findings: forbiddenIn(source, program) };
}

function parse(source: Source): Program | Finding {
  const { path, text } = source;
  if (text.length > longest) {
    return finding(syntax, 'tooLong', { path, from: 0, to: 1 }, { size: text.length, limit: longest });
  }
  try {
    return parseTypeScript(text);
  } catch (thrown) {
    return plain(text) ?? unreadable(source, thrown);
  }
}

/** JavaScript is TypeScript, but its reader trips over some of it: `a ? (b) : c => d`. */
function plain(text: string): Program | undefined {
  try {
    return parseJavaScript(text);
  } catch {
    return undefined;
  }
}

/** @throws whatever is no fault of the source */
function unreadable({ path, text }: Source, thrown: unknown): Finding {
  if (thrown instanceof TooMuch) {
    const from = Math.max(0, Math.min(thrown.offset, text.length) - 1);
    return finding(syntax, 'tooDeep', { path, from, to: from + 1 }, {});
  }
  if (!(thrown instanceof SyntaxError)) throw thrown;
  const from = Math.min((thrown as SyntaxError & { pos?: number }).pos ?? 0, text.length);
  const found = /^(?:[\p{L}\p{N}_$]+|\S)/u.exec(text.slice(from, from + 60))?.[0] ?? '';
  if (found === '')
    return finding(
      syntax,
      'unfinished',
      { path, from: Math.max(0, text.trimEnd().length - 1), to: text.trimEnd().length },
      {},
    );
  return finding(syntax, 'unexpected', { path, from, to: from + found.length }, { found });
}

/** Whether Node would take the file for an ES module: it has `import` or `export`. */
export function isModule({ program }: ServiceSource): boolean {
  const statements = program?.body ?? [];
  if (statements.some(({ type }) => /^(?:Import|Export)/.test(type))) return true;
  return !someNode(program, (node) => isRequire(node));
}

function forbiddenIn({ path }: Source, program: Program): readonly Finding[] {
  const findings: Finding[] = [];
  eachNode(program, (node) => {
    const loaded = loadedBy(node);
    if (!loaded) return;
    const at = { path, from: loaded.start, to: loaded.end };
    const name = nameIn(loaded);
    if (name === undefined) findings.push(finding(forbidden, 'computed', at, {}));
    else if (name.startsWith('.') || name.startsWith('/')) findings.push(finding(forbidden, 'file', at, { name }));
    else if (!modules.includes(name.replace(/^node:/, ''))) {
      findings.push(
        finding(forbidden, 'module', at, { name, allowed: modules.slice(0, 7).map((one) => `\`node:${one}\``) }),
      );
    }
  });
  return findings;
}

/** The expression that names what a node loads at run time; types are no load. */
function loadedBy(node: AnyNode): Node | undefined {
  const { importKind, specifiers } = node as unknown as { importKind?: string; specifiers?: { importKind?: string }[] };
  switch (node.type) {
    case 'ImportDeclaration': {
      const typesOnly =
        importKind === 'type' || (!!specifiers?.length && specifiers.every((one) => one.importKind === 'type'));
      return typesOnly ? undefined : node.source;
    }
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node.source ?? undefined;
    case 'ImportExpression':
      return node.source;
    case 'TSImportEqualsDeclaration' as AnyNode['type']:
      return importEquals(node);
    case 'CallExpression':
      return isRequire(node) ? node.arguments[0] : undefined;
    default:
      return undefined;
  }
}

/** `import http = require('node:http')`. */
function importEquals(node: AnyNode): Node | undefined {
  const { importKind, moduleReference } = node as unknown as {
    importKind?: string;
    moduleReference?: { expression?: Node };
  };
  return importKind === 'type' ? undefined : moduleReference?.expression;
}

function isRequire(node: AnyNode): boolean {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require';
}

function nameIn(node: Node): string | undefined {
  const { type, value } = node as { type: string; value?: unknown };
  return type === 'Literal' && typeof value === 'string' ? value : undefined;
}

/** Where the source says exactly this as a text, or else the first text that contains it. */
export function textOf(service: ServiceSource, words: string): Span | undefined {
  return placeOf(service, (text) => text === words) ?? textWith(service, words);
}

/** The first string, template, number or regular expression of the source that contains some words. */
export function textWith(service: ServiceSource, words: string | number): Span | undefined {
  return placeOf(service, (text) => text.includes(String(words)));
}

function placeOf({ source, program }: ServiceSource, matches: (text: string) => boolean): Span | undefined {
  if (!program) return placeInText(source, matches);
  let found: Span | undefined;
  eachNode(program, (node) => {
    if (found) return;
    const text = literalText(node);
    if (text !== undefined && matches(text)) found = { path: source.path, from: node.start, to: node.end };
  });
  return found;
}

/** In a language nobody reads here, the texts in quotes and the numbers of the lines that are no comments. */
function placeInText({ path, text }: Source, matches: (text: string) => boolean): Span | undefined {
  for (const { 0: written, index } of text.matchAll(/(["'`])(?:(?!\1)[^\\\n]){0,200}\1|\b\d{2,5}\b/g)) {
    const isComment = /^\s*(?:#|\/\/)/.test(text.slice(text.lastIndexOf('\n', index) + 1, index));
    if (!isComment && matches(written.replace(/^(["'`])(.*)\1$/, '$2'))) {
      return { path, from: index, to: index + written.length };
    }
  }
  return undefined;
}

function literalText(node: AnyNode): string | undefined {
  if (node.type === 'Literal') return 'regex' in node ? node.regex?.pattern.replaceAll('\\/', '/') : String(node.value);
  return node.type === 'TemplateElement' ? node.value.raw : undefined;
}

/**
 * The first piece of TypeScript that has to be compiled: removing the types is not enough, and Node does no more.
 * @see https://nodejs.org/api/typescript.html#typescript-features
 */
export function notErasable({
  source,
  program,
}: ServiceSource): { readonly at: Span; readonly name: string } | undefined {
  let found: { readonly at: Span; readonly name: string } | undefined;
  eachNode(program, (node) => {
    const name = compiled(node);
    if (!found && name !== undefined) found = { at: { path: source.path, from: node.start, to: node.end }, name };
    return !isDeclared(node);
  });
  return found;
}

function compiled(node: AnyNode): string | undefined {
  if (isDeclared(node)) return undefined;
  const { importKind, body } = node as unknown as { importKind?: string; body?: { body?: readonly Node[] } };
  switch (node.type as string) {
    case 'TSEnumDeclaration':
      return 'enum';
    case 'TSParameterProperty':
      return 'constructor(readonly …)';
    case 'TSImportEqualsDeclaration':
      return importKind === 'type' ? undefined : 'import … = …';
    case 'TSExportAssignment':
      return 'export = …';
    case 'TSModuleDeclaration':
      return (body?.body ?? []).every(isOnlyType) ? undefined : 'namespace';
    default:
      return undefined;
  }
}

const isDeclared = (node: AnyNode): boolean => (node as unknown as { declare?: boolean }).declare === true;

function isOnlyType(statement: Node): boolean {
  const { type, declaration } = statement as { type: string; declaration?: Node | null };
  if (type === 'ExportNamedDeclaration' && declaration) return isOnlyType(declaration);
  return /^TS(?:TypeAlias|Interface)Declaration$/.test(type);
}

function someNode(root: Node | undefined, matches: (node: AnyNode) => boolean): boolean {
  let found = false;
  eachNode(root, (node) => {
    found ||= matches(node);
  });
  return found;
}

/**
 * Visits every node in reading order, without recursion: the source may be hostile.
 * @param visit answers `false` to leave out what is inside of the node
 */
function eachNode(root: Node | undefined, visit: (node: AnyNode) => unknown): void {
  const open: Node[] = root ? [root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (visit(node as AnyNode) === false) continue;
    const children: Node[] = [];
    for (const value of Object.values(node)) {
      if (isNode(value)) children.push(value);
      else if (Array.isArray(value)) children.push(...value.filter(isNode));
    }
    open.push(...(children.length > 1 ? children.sort((a, b) => b.start - a.start) : children));
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;
}
