import { finding } from '../../core/finding.ts';
import { type Expansion, expand } from '../../parse/dockerfile/expand.ts';
import { syntax } from '../../parse/dockerfile/findings.ts';
import type { Instruction, Word } from './dockerfile.ts';
import { Refusal } from './reading.ts';

/**
 * The words of an instruction in which Docker itself expands variables. What `RUN`, `CMD` and `ENTRYPOINT` execute is
 * not among them: there the shell does, or nobody.
 * @see https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export function expandableWords(instruction: Instruction): readonly Word[] {
  switch (instruction.keyword) {
    case 'FROM':
      return [instruction.image, ...flagWords(instruction)];
    case 'ARG':
      return instruction.declares.flatMap(({ value }) => (value ? [value] : []));
    case 'ENV':
    case 'LABEL':
      return instruction.sets.flatMap(({ value }) => (value ? [value] : []));
    case 'COPY':
    case 'ADD':
      return [...flagWords(instruction), ...instruction.sources, instruction.destination].filter(
        ({ text }) => !text.startsWith('<<'),
      );
    case 'RUN':
      return flagWords(instruction);
    case 'EXPOSE':
    case 'VOLUME':
      return instruction.words;
    case 'WORKDIR':
    case 'USER':
    case 'STOPSIGNAL':
      return [instruction.value];
    case 'ONBUILD':
      return expandableWords(instruction.trigger);
    default:
      return [];
  }
}

function flagWords({ flags }: Instruction): readonly Word[] {
  return flags.flatMap(({ value, valueAt }) => (value === undefined ? [] : [{ text: value, at: valueAt }]));
}

/** @throws Refusal where a quote or a brace is never closed, or Docker does not know the form of a substitution */
export function checkExpansions(instruction: Instruction, escapeChar: string): void {
  checkWords(expandableWords(instruction), (text) => expand(text, unset, escapeChar));
  checkWords(namesOf(instruction), (text) => expand(text, unset, escapeChar));
  checkWords(bodiesOf(instruction), (text) => expand(text, unset, '\\', 'literal'));
}

const unset = () => undefined;

/** Docker expands the names that `ENV` and `LABEL` set, too. */
function namesOf(instruction: Instruction): readonly Word[] {
  const { keyword } = instruction;
  if (keyword !== 'ENV' && keyword !== 'LABEL') return [];
  return instruction.sets.map(({ name, nameAt }) => ({ text: name, at: nameAt }));
}

/** Heredocs that the builder writes to files. Those of `RUN` are the shell's. */
function bodiesOf(instruction: Instruction): readonly Word[] {
  const { keyword, heredocs } = instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
  if (keyword !== 'COPY' && keyword !== 'ADD') return [];
  return heredocs.flatMap(({ expand: expands, content, bodyAt }) => (expands ? [{ text: content, at: bodyAt }] : []));
}

function checkWords(words: readonly Word[], expandWord: (text: string) => Expansion): void {
  for (const { text, at } of words) {
    const { problem } = expandWord(text);
    if (!problem || problem.kind === 'required') continue;
    const place = at.to - at.from === text.replace(/\n$/, '').length ? { ...at, from: at.from + problem.from } : at;
    if (problem.kind === 'quote' || problem.kind === 'brace')
      throw new Refusal(finding(syntax, problem.kind, place, {}));
    throw new Refusal(finding(syntax, 'variable', place, { forms }));
  }
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: the variables are Docker's
const forms: readonly string[] = ['`${x}`', '`${x:-y}`', '`${x:+y}`', '`${x#y}`', '`${x%y}`'];
