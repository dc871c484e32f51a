import { own } from '../../../core/own.ts';
import type { Command, Copy, Env, From, Instruction } from '../../../model/dockerfile/dockerfile.ts';
import type { StageState } from './stage.ts';
import { expanded, valuesIn } from './words.ts';

/**
 * An instruction as BuildKit writes it into the history of an image.
 * @param before what the stage was, which is what its variables stand for
 * @see https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go (`commitToHistory`)
 */
export function written(
  instruction: Exclude<Instruction, From>,
  before: StageState,
  after: StageState,
  escapeChar: string,
): string | undefined {
  const { keyword } = instruction;
  switch (keyword) {
    case 'RUN':
      return `RUN ${[...buildArgs(before), ...argv(instruction.command, before.shell)].join(' ')} # buildkit`;
    case 'COPY':
    case 'ADD':
      return `${keyword} ${copied(instruction, before, escapeChar)} # buildkit`;
    case 'WORKDIR':
      return `WORKDIR ${after.workdir}`;
    case 'USER':
      return `USER ${after.user}`;
    case 'ENV':
    case 'LABEL':
      return `${keyword} ${pairs(instruction, before, escapeChar)}`;
    case 'ARG':
      return `ARG ${instruction.declares.map(({ name }) => declared(name, own(after.args, name))).join(' ')}`;
    case 'CMD':
    case 'ENTRYPOINT':
      return `${keyword} ${quoted(argv(instruction.command, before.shell))}`;
    case 'EXPOSE':
      return `EXPOSE [${after.exposes.slice(before.exposes.length).join(' ')}]`;
    case 'VOLUME':
      return `VOLUME [${instruction.words.map((word) => expanded(word, valuesIn(before), escapeChar)).join(' ')}]`;
    case 'SHELL':
      return `SHELL [${after.shell.join(' ')}]`;
    case 'STOPSIGNAL':
      return `STOPSIGNAL ${after.stopSignal}`;
    case 'MAINTAINER':
      return `MAINTAINER ${instruction.value.text}`;
    case 'HEALTHCHECK':
      return `HEALTHCHECK ${instruction.command ? quoted(['CMD', ...argv(instruction.command, before.shell)]) : quoted(['NONE'])}`;
    default:
      return undefined;
  }
}

const declared = (name: string, value: string | undefined): string => (value === undefined ? name : `${name}=${value}`);

/** Arguments that are in scope stand before a command, with how many there are. */
function buildArgs({ args }: StageState): readonly string[] {
  const all = Object.entries(args).map(([name, value]) => `${name}=${value}`);
  return all.length === 0 ? [] : [`|${all.length}`, ...all];
}

const argv = (command: Command, shell: readonly string[]): readonly string[] =>
  command.form === 'exec' ? command.words.map(({ text }) => text) : [...shell, command.text];

/** As Go prints a list of texts with `%q`. */
const quoted = (words: readonly string[]): string => `[${words.map((word) => JSON.stringify(word)).join(' ')}]`;

function copied({ flags, sources, destination }: Copy, before: StageState, escapeChar: string): string {
  const shown = flags
    .filter(({ name }) => name === 'chown' || name === 'chmod')
    .map(({ name, value }) => `--${name}=${value ?? ''}`);
  const words = [...sources, destination].map((word) => expanded(word, valuesIn(before), escapeChar));
  return [...shown, ...words].join(' ');
}

function pairs({ sets }: Env, before: StageState, escapeChar: string): string {
  const values = valuesIn(before);
  return sets
    .map(({ name, nameAt, value }) => {
      const key = expanded({ text: name, at: nameAt }, values, escapeChar);
      return `${key}=${value ? expanded(value, values, escapeChar) : ''}`;
    })
    .join(' ');
}
