import { lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, YAMLSeq } from 'yaml';
import type { Decision } from '../checks/observed.ts';
import type { Finding } from '../core/finding.ts';
import { own } from '../core/own.ts';
import { rangeOf, type Span } from '../core/span.ts';
import type { Text } from '../core/text.ts';
import { spanAt } from '../parse/yaml/located.ts';
import { parseYaml } from '../parse/yaml/yaml.ts';
import { readRegular } from './regular.ts';

/** What people decided about the explanations of one submission, and the text of its file as it was read. */
export interface DecisionFile {
  readonly file: string;
  /** Undefined where there is no file yet. */
  readonly text: string | undefined;
  readonly decisions: readonly Decision[];
}

/** Why a file of decisions cannot be used, and where. */
export class BadDecisions extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly column: number,
    readonly why: { readonly text: Text; readonly data: Readonly<Record<string, string>> } | Finding,
  ) {
    super(`${file}:${line}:${column}`);
  }
}

const largest = 4 * 1024 * 1024;

/** Fields of a decision as they stand in the file, with those of `Decision`. */
const fields = {
  ejercicio: 'exercise',
  apartado: 'section',
  pregunta: 'slot',
  idea: 'idea',
  texto: 'text',
} as const;
const keys = [...Object.keys(fields), 'vale'];

/**
 * Reads the decisions about a submission.
 * @throws {BadDecisions} located, for a file that is no list of decisions
 * @throws what the operating system says of a file that cannot be read, and `NotRegular` for what is no file
 */
export function readDecisions(file: string): DecisionFile {
  let text: string;
  try {
    text = readRegular(file, { most: largest }).toString('utf8');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return { file, text: undefined, decisions: [] };
    throw problem;
  }
  return { file, text, decisions: decisionsIn(file, text) };
}

/** Where the decisions about the answers in a course are. */
export const courseDecisionFile = (root: string): string => join(root, '.timonel', 'revision.yaml');

/** Those decisions, where they can be used; `grade` tells what is wrong with a file that cannot. */
export function courseDecisions(root: string): readonly Decision[] {
  try {
    return readDecisions(courseDecisionFile(root)).decisions;
  } catch {
    return [];
  }
}

/** @throws {BadDecisions} */
export function decisionsIn(path: string, text: string): readonly Decision[] {
  const source = { path, text };
  const bad = (at: Span | undefined, why: BadDecisions['why']): BadDecisions => {
    const { line, column } = rangeOf(text, at ?? { path, from: 0, to: 0 }).start;
    return new BadDecisions(path, line, column, why);
  };
  const { documents, findings } = parseYaml(source);
  const [broken] = findings;
  if (broken) throw bad(broken.at, broken);
  const [root, another] = documents.map(({ value }) => value);
  if (root === undefined || root === null) return [];
  if (another !== undefined) throw bad(spanAt(another, []), say(oneDocument));
  const list = isTable(root) ? own(root, 'decisiones') : undefined;
  const extra = isTable(root) ? Object.keys(root).find((key) => key !== 'decisiones') : undefined;
  if (extra !== undefined) throw bad(spanAt(root, [extra]), say(unknownField, { field: extra, fields: 'decisiones' }));
  if (!Array.isArray(list)) throw bad(spanAt(root, ['decisiones']), say(noList));
  return list.map((entry: unknown, index): Decision => {
    const at = (...path: readonly (string | number)[]) => spanAt(root, ['decisiones', index, ...path]);
    if (!isTable(entry)) throw bad(at(), say(noTable));
    const strange = Object.keys(entry).find((key) => !keys.includes(key));
    if (strange !== undefined) throw bad(at(strange), say(unknownField, { field: strange, fields: keys.join(', ') }));
    const read = Object.entries(fields).map(([key, name]) => {
      const value = own(entry, key);
      if (typeof value !== 'string') throw bad(at(key), say(noText, { field: key }));
      return [name, value] as const;
    });
    const counts = own(entry, 'vale');
    if (typeof counts !== 'boolean') throw bad(at('vale'), say(noBoolean));
    return { ...(Object.fromEntries(read) as unknown as Omit<Decision, 'counts'>), counts };
  });
}

/** Somebody else wrote the file, or what was written cannot be read back: nothing was changed. */
export class NotWritten extends Error {}

/**
 * Adds decisions to a file, comments and all that was there kept. A file that is not as it was read is left alone.
 * @throws {NotWritten}
 */
export function addDecisions(before: DecisionFile, added: readonly Decision[]): void {
  const { file, text } = before;
  if (readDecisions(file).text !== text) throw new NotWritten(file);
  const next = withDecisions(text, added);
  const expected = [...before.decisions, ...added];
  if (JSON.stringify(decisionsIn(file, next)) !== JSON.stringify(expected)) throw new NotWritten(file);
  if (text === undefined) {
    writeFileSync(file, next, { flag: 'wx' });
    return;
  }
  if (!lstatSync(file).isFile()) throw new NotWritten(file);
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, next, { flag: 'wx' });
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** The text of a file with decisions added at the end of its list. */
export function withDecisions(text: string | undefined, added: readonly Decision[]): string {
  const document = parseDocument(text === undefined || text.trim() === '' ? head : text);
  const list = document.get('decisiones');
  const seq = list instanceof YAMLSeq ? list : new YAMLSeq();
  if (seq !== list) document.set('decisiones', seq);
  seq.flow = false;
  for (const decision of added) {
    const entry = Object.fromEntries(Object.entries(fields).map(([key, name]) => [key, decision[name]]));
    seq.add(document.createNode({ ...entry, vale: decision.counts }));
  }
  return document.toString({ lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
}

const head = `# Decisiones de quien corrige, donde Timonel se abstiene. Valen mientras el texto sea el mismo.
decisiones: []
`;

const say = (text: Text, data: Readonly<Record<string, string>> = {}) => ({ text, data });
const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const oneDocument: Text = { es: 'Solo puede haber un documento.', en: 'There may be one document only.' };
const noList: Text = { es: 'Falta `decisiones`, que es una lista.', en: '`decisiones` is missing, which is a list.' };
const noTable: Text = {
  es: 'Cada decisión es un objeto con `ejercicio`, `apartado`, `pregunta`, `idea`, `texto` y `vale`.',
  en: 'Each decision is an object with `ejercicio`, `apartado`, `pregunta`, `idea`, `texto` and `vale`.',
};
const unknownField: Text = {
  es: '`{field}` no se espera aquí: {fields}.',
  en: '`{field}` is not expected here: {fields}.',
};
const noText: Text = {
  es: '`{field}` es un texto, y aquí falta o no lo es.',
  en: '`{field}` is a text, and here it is missing or none.',
};
const noBoolean: Text = { es: '`vale` es `true` o `false`.', en: '`vale` is `true` or `false`.' };
