import { plainLetters } from '../../core/plain-letters.ts';
import type { Text } from '../../core/text.ts';
import { readCells } from './cells.ts';
import { isHeader, isQuestion, type Marker, markerOf } from './markers.ts';

/** What an exercise is answered with, as far as its statement lets guess. */
export type Guess = 'manifests' | 'dockerfile' | 'literal';

/** An exercise as a numbered list has it. */
export interface OutlineItem {
  /** As it stands in the list. */
  readonly number: number;
  readonly title: string;
  /** A few words of the title that can name a folder. */
  readonly words: readonly string[];
  /** In Markdown, with its steps. */
  readonly statement: string;
  readonly format: Guess;
}

/** Nobody lists more exercises than these. */
const mostItems = 500;

/**
 * The exercises of a numbered list in a notebook or a text in Markdown. Where a heading announces exercises, they are what is
 * numbered below it; otherwise, the numbered questions, and where nothing asks, every numbered item.
 * @param text of the file
 * @returns none where nothing is numbered, or in one sentence why it cannot be read
 */
export function outlineOf(text: string, path: string): readonly OutlineItem[] | { readonly problem: Text } {
  const lines = /\.ipynb$/i.test(path) ? linesOfNotebook(text) : text.replace(/\r\n?/g, '\n').split('\n');
  if ('problem' in lines) return lines;
  const all = itemsIn(lines);
  const announced = all.filter(({ isAnnounced }) => isAnnounced);
  const asked = all.filter(({ statement }) => isQuestion(statement));
  const chosen = announced.length > 0 ? announced : asked.length > 0 ? asked : all;
  return chosen.slice(0, mostItems);
}

/** Statements are in cells of text; a cell of code is where the answer goes. */
function linesOfNotebook(text: string): readonly string[] | { readonly problem: Text } {
  const read = readCells(text);
  if ('problem' in read) return read;
  // A mark that ends an item: what follows a cell for answers is no part of the question before it.
  return read.cells.flatMap(({ kind, text }) => (kind === 'code' ? [endOfItem] : [...text.split('\n'), '']));
}

const endOfItem = '\u0000';

interface Found extends OutlineItem {
  readonly isAnnounced: boolean;
}

function itemsIn(lines: readonly string[]): readonly Found[] {
  const found: Found[] = [];
  let isAnnounced = false;
  let open: { readonly marker: Marker; readonly heading: boolean; readonly lines: string[] } | undefined;
  let fence = '';
  const close = () => {
    const item = open && itemOf(open.marker.number, open.lines, open.heading);
    if (item) found.push({ ...item, isAnnounced: isAnnounced || open?.marker.level === 3 });
    open = undefined;
  };
  for (const line of lines) {
    const marks = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    const isCode = fence !== '' || marks !== '';
    if (marks !== '') fence = fence === '' ? marks : marks.startsWith(fence) ? '' : fence;
    const marker = isCode || /^\s{2,}/.test(line) ? undefined : markerOf(line);
    const heading = isCode ? null : /^(#{1,6})\s+(.*)$/.exec(line);
    if (line === endOfItem || isPrompt.test(line) || (heading && isHeader(line))) {
      close();
      fence = '';
    } else if (marker) {
      close();
      open = { marker, heading: heading !== null, lines: [marker.rest] };
    } else if (heading) {
      close();
      isAnnounced = announces.test(plainLetters(heading[2] ?? ''));
    } else if (open && !isHeader(line)) open.lines.push(line);
  }
  close();
  return found;
}

/** A cell of code in a notebook that was printed as Markdown. */
const isPrompt = /^In \[.{0,6}\]:?\s*$/;

const announces =
  /ejercicio|exercise|practica|practice|actividad|activit|problema|problem|pregunta|question|tarea|task/;

function itemOf(number: number, lines: readonly string[], isHeading: boolean): OutlineItem | undefined {
  const [first = '', ...rest] = lines;
  const statement = [isHeading ? '' : first, ...rest].join('\n').trim();
  const title = titleOf(first.trim() === '' ? statement : first);
  if (title === '') return undefined;
  return {
    number,
    title,
    words: wordsOf(title),
    statement: statement === '' ? title : statement,
    format: guess(lines.join('\n')),
  };
}

const longestTitle = 70;

/** What is in bold at the beginning, or the first sentence as far as a title goes. */
function titleOf(all: string): string {
  const text = all.slice(0, 1_000);
  const bold = /^\s*(?:\*\*|__)(.+?)(?:\*\*|__)/.exec(text)?.[1];
  const plain = (bold ?? text).replace(/[`*_]|!?\[([^\]]*)\]\([^)]*\)/g, '$1').trim();
  const sentence = /^[^.?!:\n]*[^.?!:\n\s]\??/.exec(plain)?.[0] ?? plain.split('\n')[0] ?? '';
  if (sentence.length <= longestTitle) return sentence;
  return `${sentence.slice(0, longestTitle).replace(/[\s,;]+\S*$/, '')}…`;
}

const small = new Set(
  (
    'a al ante bajo como con cual cuales cuando de del donde e el ella en entre es esta estas este estos explica describe define compara ' +
    'discute disena proporciona propon crea despliega implementa configura analiza indica escribe la las lo los mas o para permita por que ' +
    'quien se segun ser si sobre son su sus te tu un una unas unos y ya the an and are as by explain for from how in into is it of on or that ' +
    'this to what which why with you your design maneja manera podria pueden puede utilizar utiliza utilizan ofrece conceptos ejemplo configuracion integran'
  ).split(' '),
);
const mostWords = 4;

function wordsOf(title: string): readonly string[] {
  const words = plainLetters(title).match(/[a-z0-9]+/g) ?? [];
  const telling = words.filter((word) => word.length > 1 && !small.has(word));
  return (telling.length > 0 ? telling : words).slice(0, mostWords);
}

const signs: readonly (readonly [RegExp, Guess])[] = [
  [
    /yaml|manifiest|manifest|virtual ?service|destination ?rule|politica|policy|despliega|deploy|namespace|kubernetes.*(?:configura|crea)/,
    'manifests',
  ],
  [/dockerfile|imagen docker|docker image|contenedor docker/, 'dockerfile'],
];

/** What only asks to explain is answered with questions; what asks for a file, with that file. */
function guess(text: string): Guess {
  const plain = plainLetters(text.slice(0, 4_000));
  const makes =
    /\b(?:disena|proporciona|crea|escribe|despliega|implementa|configura|ejemplo de|design|provide|create|write|deploy|implement|configure|example of)\b/;
  if (!makes.test(plain)) return 'literal';
  const dockerfile = plain.search(/dockerfile/);
  const yaml = plain.search(/yaml|manifiest|manifest/);
  if (dockerfile >= 0 && (yaml < 0 || dockerfile < yaml)) return 'dockerfile';
  return signs.find(([sign]) => sign.test(plain))?.[1] ?? 'literal';
}
