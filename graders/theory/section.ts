import { code } from '../core/code.ts';
import { type Finding, finding } from '../core/finding.ts';
import type { Json } from '../core/json.ts';
import { nearest } from '../core/nearest.ts';
import { own } from '../core/own.ts';
import type { Span } from '../core/span.ts';
import type { Text } from '../core/text.ts';
import type { Literal } from '../model/literal/literal.ts';
import { order, section as sectionFinding, unanswered } from './findings.ts';
import type { Graded } from './share.ts';

/** One thing asked in a section. */
export interface Asked {
  readonly id: string;
  readonly question: Text;
}

/** What the student wrote under one key of the answer: a table from item to value. */
export interface Section {
  readonly name: string;
  /** Problems of form: the section is missing, is no table, or names items that do not exist. */
  readonly findings: readonly Finding[];
  /** False where there is no table to look at: its absence is the whole story, and no item is asked for. */
  readonly isTable: boolean;
  valueOf(item: string): Json | undefined;
  at(item: string, ...path: readonly (string | number)[]): Span;
}

/** Reads a section whose keys are the ids of what is asked. */
export function tableSection(literal: Literal, name: string, asked: readonly Asked[]): Section {
  const value = fieldOf(literal.value, name);
  const table = isTable(value) ? value : {};
  return {
    name,
    isTable: isTable(value),
    findings: isTable(value) ? unknownItems(literal, name, table, asked) : [shapeProblem(literal, name, value)],
    valueOf: (item) => own(table, item),
    at: (item, ...path) => literal.at(name, item, ...path),
  };
}

/** Reads a section that is a list of ids. */
export function listSection(
  literal: Literal,
  name: string,
): { readonly items: readonly Json[]; readonly findings: readonly Finding[] } {
  const value = fieldOf(literal.value, name);
  if (Array.isArray(value)) return { items: value, findings: [] };
  return { items: [], findings: [shapeProblem(literal, name, value, listShape)] };
}

/** The grade of a section that is not there. */
export function withoutTable({ findings }: Section): Graded {
  return { findings, share: 0 };
}

/** The finding for an item that was left blank. */
export function notAnswered({ at }: Section, { id, question }: Asked): Finding {
  return finding(unanswered, 'item', at(id), { question });
}

/** Says that an item was left blank, or a whole list. */
export const isBlankItem = ({ id, message }: Finding): boolean =>
  id === unanswered.id || (id === order.id && message === 'none');

/** The finding for a value that is none of those on offer. */
export function notAnOption(
  where: Section,
  item: string,
  value: Json,
  options: readonly string[],
  ...path: string[]
): Finding {
  return finding(sectionFinding, 'value', where.at(item, ...path), {
    value: shown(value),
    item,
    options: options.map(code),
  });
}

/** The finding for a value that is not of the shape asked for: a text where a number is, or the other way round. */
export function notOfShape(where: Section, item: string, expected: Text): Finding {
  return finding(sectionFinding, 'shape', where.at(item), { section: item, expected });
}

/** A value as a message shows it, whatever the student wrote in its place. */
export function shown(value: Json): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 60);
}

/** Blank: absent, null, an empty text, or an honest «no-se». */
export function isBlank(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || value === 'no-se';
}

export function fieldOf(value: Json | undefined, key: string): Json | undefined {
  return isTable(value) ? own(value, key) : undefined;
}

function isTable(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const tableShape: Text = {
  es: 'un objeto `{ … }` con un valor por apartado',
  en: 'an object `{ … }` with one value per item',
};
const listShape: Text = { es: 'una lista `[ … ]` de pasos', en: 'a list `[ … ]` of steps' };

function shapeProblem(literal: Literal, name: string, value: Json | undefined, expected: Text = tableShape): Finding {
  return value === undefined
    ? finding(sectionFinding, 'missing', literal.at(), { section: name })
    : finding(sectionFinding, 'shape', literal.at(name), { section: name, expected });
}

function unknownItems(literal: Literal, name: string, table: object, asked: readonly Asked[]): Finding[] {
  const ids = asked.map(({ id }) => id);
  return Object.keys(table)
    .filter((item) => !ids.includes(item))
    .map((item) => {
      const meant = nearest(item, ids);
      const data = { item, section: name };
      const at = literal.at(name, item);
      return meant
        ? finding(sectionFinding, 'unknownItem', at, { ...data, nearest: meant })
        : finding(sectionFinding, 'noSuchItem', at, data);
    });
}
