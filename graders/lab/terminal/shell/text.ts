import type { Text } from '../../../core/text.ts';

/** What a program that only transforms text needs to see. */
export interface TextInput {
  readonly args: readonly string[];
  readonly stdin: string;
  /** A file of the learner; undefined where there is none. */
  read(path: string): string | undefined;
}

export interface TextOutput {
  readonly out: string;
  /** Files of the learner that it writes anew. */
  readonly writes?: readonly { readonly path: string; readonly text: string }[];
  readonly err?: string;
  readonly exit?: number;
  /** What the real program would print is not known. */
  readonly beyond?: Text;
}

export type TextProgram = (input: TextInput) => TextOutput;

/** Words of a call: switches, options with a value, operands. @param valued letters of options that take a value */
export function optionsOf(args: readonly string[], valued: string) {
  const switches = new Set<string>();
  const values = new Map<string, string>();
  const operands: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? '';
    if (word === '--') {
      operands.push(...args.slice(index + 1));
      break;
    }
    if (word.startsWith('--')) {
      const [name = '', value] = word.slice(2).split('=', 2);
      if (value === undefined) switches.add(name);
      else values.set(name, value);
      continue;
    }
    if (!/^-./.test(word)) {
      operands.push(word);
      continue;
    }
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at);
      if (!valued.includes(letter)) {
        switches.add(letter);
        continue;
      }
      const attached = word.slice(at + 1);
      values.set(letter, attached === '' ? (args[++index] ?? '') : attached);
      break;
    }
  }
  return { switches, values, operands };
}

export const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
export const ended = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** The files a program was given, or its input, as one text. */
export function gathered(name: string, files: readonly string[], { stdin, read }: TextInput): TextOutput {
  if (files.length === 0) return { out: stdin };
  let out = '';
  let err = '';
  for (const file of files) {
    const text = file === '-' ? stdin : read(file);
    if (text === undefined) err += `${name}: ${file}: No such file or directory\n`;
    else out += text;
  }
  return { out, err, exit: err === '' ? 0 : 1 };
}
