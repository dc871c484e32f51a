import { NotModelled, type Token } from './tokens.ts';
import type { PyFunction } from './values.ts';

/** One name that a statement imports. */
interface Imported {
  /** Empty for `import path`. */
  readonly module: string;
  readonly path: string;
  readonly alias: string | undefined;
}

/** `import sys`, `import os, sys`, `from os import environ as e`. @throws NotModelled */
export function importsIn(tokens: readonly Token[]): readonly Imported[] {
  const words = tokens.map(({ text }) => text);
  const from = words[0] === 'from' ? words.indexOf('import') : 0;
  if (from === -1) throw new NotModelled();
  const module = from === 0 ? '' : words.slice(1, from).join('');
  const listed = words
    .slice(from + 1)
    .join(' ')
    .replace(/[()]/g, '');
  return listed.split(',').map((part) => {
    const [path = '', , alias] = part.trim().replaceAll(' . ', '.').split(' ');
    return { module, path, alias };
  });
}

/** `nombre: str`, without a value. */
export function isBareAnnotation([name, colon, ...rest]: readonly Token[]): boolean {
  return (
    name?.kind === 'name' &&
    name.text !== 'lambda' &&
    colon?.kind === 'op' &&
    colon.text === ':' &&
    assignmentAt(rest) === -1
  );
}

/** The index of the sign of an assignment, outside brackets; -1 for an expression. */
export function assignmentAt(tokens: readonly Token[]): number {
  let depth = 0;
  return tokens.findIndex(({ kind, text }) => {
    if (kind !== 'op') return false;
    if ('([{'.includes(text)) depth++;
    else if (')]}'.includes(text)) depth--;
    return depth === 0 && /^(?:[-+*/%&|^@]|\*\*|\/\/|>>|<<)?=$/.test(text);
  });
}

/** `name(a, b: str = "x") -> None`. */
export function parametersOf(header: readonly Token[]): PyFunction['parameters'] {
  const open = header.findIndex(({ text }) => text === '(');
  const close = header.findLastIndex(({ text }) => text === ')');
  if (open !== 1 || close === -1) throw new NotModelled();
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of header.slice(open + 1, close)) {
    if (token.kind === 'op' && '([{'.includes(token.text)) depth++;
    if (token.kind === 'op' && ')]}'.includes(token.text)) depth--;
    if (token.kind === 'op' && token.text === ',' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter(({ length }) => length > 0).map(parameter);
}

function parameter(tokens: readonly Token[]): PyFunction['parameters'][number] {
  const [name] = tokens;
  if (name?.kind !== 'name') throw new NotModelled();
  const equals = assignmentAt(tokens);
  return equals === -1 ? { name: name.text } : { name: name.text, fallback: tokens.slice(equals + 1) };
}
