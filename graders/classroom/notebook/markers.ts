import { plainLetters } from '../../core/plain-letters.ts';

/** The head of an answer: `4.`, `**4)**`, `### Ejercicio 4: el pod`. */
export interface Marker {
  readonly number: number;
  /** How plain it is: 3 says the word exercise, 2 is a heading or bold, 1 is a number as any list has them. */
  readonly level: 1 | 2 | 3;
  /** Columns before it. */
  readonly indent: number;
  /** What follows it on the line. */
  readonly rest: string;
  /** It asks, as the statement does. */
  readonly isQuestion: boolean;
}

const word =
  /^[\s#>*_/-]*(?:soluci[oó]n|respuesta|answer|solution)?\s*(?:al?|del?|a la|para el|to|of)?\s*(?:ejercicio|exercise|ej\.?|pregunta|question|respuesta|answer|soluci[oó]n|solution|actividad)\s*(?:n[.ºo°]*|n[uú]m\.?|#)?\s*[_-]?(\d{1,3})(?:\.\d+)?(?![\d%])(.*)$/i;
const number = /^\s{0,3}([#>/\s]*)([*_]{0,3})(\d{1,3})\s*(?:\.[-)]|[.):º°]|-(?=\s))(?!\d)\s*(.*)$/;
const alone = /^\s{0,3}(?:#+\s*|[*_]{2,3})(\d{1,3})[*_]{0,3}\s*$/;

/** A head is short; how it looks is asked of no more than this. */
const longestHead = 200;

/** The marker that a line is; undefined for a line of an answer. */
export function markerOf(line: string): Marker | undefined {
  const found = markerIn(line.slice(0, longestHead));
  if (!found || line.length <= longestHead) return found;
  const rest = found.rest + line.slice(longestHead);
  return { ...found, rest, isQuestion: isQuestion(rest) };
}

function markerIn(line: string): Marker | undefined {
  const named = word.exec(line);
  if (named && isHead(line, named[2] ?? '')) return marker(line, named[1] ?? '', 3, named[2] ?? '');
  const only = alone.exec(line);
  if (only) return marker(line, only[1] ?? '', 2, '');
  const [, before = '', bold = '', digits, rest = ''] = number.exec(line) ?? [];
  if (digits === undefined) return undefined;
  // «**4. El pod.** Agrupa…»: the marks that close the head are no part of what follows.
  const bare = bold === '' ? rest : rest.replace(bold, '');
  return marker(line, digits, before.trim() !== '' || bold.length > 1 ? 2 : 1, bare);
}

/** «Respuesta 200 OK» is no head: after the number comes a sign, the end, or the title of a heading. */
const isHead = (line: string, rest: string): boolean =>
  /^\s*(?:[.:)\-–—*_(=]|$)/.test(rest) || /^\s*(?:#|\*\*|__)/.test(line);

function marker(line: string, digits: string, level: Marker['level'], after: string): Marker {
  const rest = after.replace(/^[\s.:)\-–—*_=]+/, '').replace(/[*_]{2,3}\s*$/, '');
  return { number: Number(digits), level, indent: line.search(/\S/), rest, isQuestion: isQuestion(rest) };
}

const longestQuestion = 600;
const orders =
  /^(?:explica|da|dibuja|cita|menciona|identifica|senala|argumenta|razona|describe|define|compara|discute|disena|proporciona|propon|crea|despliega|implementa|configura|analiza|indica|enumera|escribe|desarrolla|justifica|resume|explain|discuss|design|provide|propose|create|deploy|implement|configure|write|list|what|how|why|which|compare)\b/;

/** Whether a sentence asks for something, in place of answering. */
export function isQuestion(text: string): boolean {
  const plain = plainLetters(text.replace(/^[\s*_>#-]+/, ''));
  return plain.length <= longestQuestion && (plain.startsWith('¿') || orders.test(plain));
}

/** What stands behind the last question of a line: an answer that goes on where the question ends. */
export function afterQuestion(text: string): string {
  const end = text.lastIndexOf('?');
  const rest = end < 0 ? '' : text.slice(end + 1).replace(/^[\s*_:.-]+/, '');
  return rest.length >= 20 && !isQuestion(rest) ? rest : '';
}

/** A step of the statement, below «Pasos:». */
export const isStep = (line: string): boolean =>
  /^[ \t]*[*+-][ \t]+(?:ejecuta|comprueba|prueba|crea|anade|añade|define|habilita|accede|expon|expón|usa|elige|analiza|run|test|create|add|enable|use|choose|desarrolla|escribe|construye|aplica|instala|despliega|configura|genera|verifica|build|write|apply|install|deploy|configure|generate|verify|develop)\b/i.test(
    line,
  );
export const isSteps = (line: string): boolean => /^\W*(?:pasos|steps)\W*$/i.test(line);

/** The head of the cells for answers in the course's notebook. */
export const isHeader = (line: string): boolean =>
  /^[\s#*_>]*(?:(?:tus?|mis?|your|my)\s+)?(?:respuestas?|answers?)[\s:.*_]*$/i.test(line);
