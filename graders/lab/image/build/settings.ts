import { own } from '../../../core/own.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { isSignal } from '../../../model/dockerfile/arguments.ts';
import type { Command, Env, Instruction, Single, Start, Word, Words } from '../../../model/dockerfile/dockerfile.ts';
import { find, resolvePath, resolveUser, write } from '../../machine/index.ts';
import { hops } from '../hops.ts';
import { readPorts } from '../ports.ts';
import { BuildStop } from './refusal.ts';
import type { StageState, StartCommand } from './stage.ts';
import { besides, expanded, valuesIn } from './words.ts';

export interface Settled {
  readonly state: StageState;
  readonly hop?: Hop;
}

/** Instructions that change the configuration of the image, and at most make a directory. */
export function settle(
  instruction: Instruction,
  state: StageState,
  globals: Readonly<Record<string, string>>,
  escapeChar: string,
): Settled {
  switch (instruction.keyword) {
    case 'ENV':
    case 'LABEL':
      return { state: assigned(instruction, state, escapeChar) };
    case 'ARG':
      return { state: { ...state, args: { ...state.args, ...argsOf(instruction, state, globals, escapeChar) } } };
    case 'WORKDIR':
      return workdir(instruction, state, escapeChar);
    case 'USER':
      return user(instruction, state, escapeChar);
    case 'CMD':
      return cmd(instruction, state);
    case 'ENTRYPOINT':
      return entrypoint(instruction, state);
    case 'SHELL':
      return { state: shelled(state, instruction) };
    case 'EXPOSE':
      return {
        state: { ...state, exposes: [...new Set([...state.exposes, ...ports(instruction, state, escapeChar)])] },
      };
    case 'VOLUME':
      return {
        state: {
          ...state,
          volumes: [
            ...new Set([
              ...state.volumes,
              ...instruction.words.map((word) => filled('VOLUME', word, state, escapeChar)),
            ]),
          ],
        },
      };
    case 'STOPSIGNAL':
      return { state: { ...state, stopSignal: stopSignal(instruction, state, escapeChar) } };
    case 'HEALTHCHECK':
      return {
        state: {
          ...state,
          healthcheck: instruction.command ? argv(instruction.command, state.shell) : 'none',
          healthcheckAt: instruction.at,
          healthcheckText: instruction.command?.form === 'shell' ? instruction.command.text : undefined,
        },
      };
    case 'ONBUILD':
      return { state: { ...state, onbuild: [...state.onbuild, instruction.trigger] } };
    default:
      return { state };
  }
}

/**
 * The image keeps the text of a check in shell form, and its last shell reads it; `CMD` and `ENTRYPOINT` keep theirs.
 * @see https://github.com/moby/moby/blob/master/daemon/health.go
 */
function shelled(state: StageState, { words }: { readonly words: readonly Word[] }): StageState {
  const shell = words.map(({ text }) => text);
  const { healthcheckText: text } = state;
  return { ...state, shell, ...(text !== undefined && { healthcheck: [...shell, text] }) };
}

/** A word that Docker refuses when its variables leave nothing of it. @throws BuildStop */
function filled(keyword: string, word: Word, state: StageState, escapeChar: string): string {
  const text = expanded(word, valuesIn(state), escapeChar);
  if (text === '') throw new BuildStop({ kind: 'empty', keyword }, word.at);
  return text;
}

/** @throws BuildStop */
function stopSignal({ value }: Single, state: StageState, escapeChar: string): string {
  const signal = filled('STOPSIGNAL', value, state, escapeChar);
  if (!isSignal(signal)) throw new BuildStop({ kind: 'bad-signal', signal }, value.at);
  return signal;
}

/** All values of one instruction see the variables as they were before it. */
function assigned({ keyword, sets }: Env, state: StageState, escapeChar: string): StageState {
  const values = valuesIn(state);
  const pairs = Object.fromEntries(
    sets.map(({ name, nameAt, value }) => [
      expanded({ text: name, at: nameAt }, values, escapeChar),
      value ? expanded(value, values, escapeChar) : '',
    ]),
  );
  if (keyword === 'LABEL') return { ...state, labels: { ...state.labels, ...pairs } };
  // The later of two assignments counts, also against the documentation, which lets `ENV` always win.
  return { ...state, env: { ...state.env, ...pairs }, args: besides(state.args, pairs) };
}

function argsOf(
  { declares }: Instruction & { keyword: 'ARG' },
  state: StageState,
  globals: Readonly<Record<string, string>>,
  escapeChar: string,
) {
  const args: Record<string, string> = {};
  for (const { name, value } of declares) {
    const given = value ? expanded(value, { ...valuesIn(state), ...args }, escapeChar) : own(globals, name);
    if (given !== undefined) args[name] = given;
  }
  return args;
}

function workdir({ value, at }: Single, state: StageState, escapeChar: string): Settled {
  const written = expanded(value, valuesIn(state), escapeChar);
  const directory = resolvePath(state.workdir, written);
  const made = hop(hops, 'workdir', 'workdir', { directory }, { at });
  if (find(state.files, directory).state === 'present') return { state: { ...state, workdir: directory }, hop: made };
  const who = resolveUser(state.users, state.user);
  const { uid, gid } = who.state === 'known' ? who.identity : { uid: 0, gid: 0 };
  const entry = { kind: 'directory', mode: 0o755, uid, gid, layer: state.layers.length } as const;
  return { state: { ...state, workdir: directory, files: write(state.files, [[directory, entry]]) }, hop: made };
}

function user({ value, at }: Single, state: StageState, escapeChar: string): Settled {
  const known = expanded(value, valuesIn(state), escapeChar);
  // A variable that nobody here knows may be set by the image of somebody else.
  const isForeign = known === '' && value.text.includes('$') && state.base?.certainty === 'opaque';
  const name = isForeign ? value.text : known;
  return {
    state: { ...state, user: name, userAt: at },
    hop: hop(hops, 'user', 'user', { user: name === '' ? 'root' : name }, { at }),
  };
}

function argv(command: Command, shell: readonly string[]): readonly string[] {
  return command.form === 'exec' ? command.words.map(({ text }) => text) : [...shell, command.text];
}

function startCommand({ command }: Start, { shell }: StageState): StartCommand {
  const brokenJson = command.form === 'shell' && command.brokenJson;
  return { argv: argv(command, shell), form: command.form, at: command.at, brokenJson };
}

function cmd(instruction: Start, state: StageState): Settled {
  const own = startCommand(instruction, state);
  return { state: { ...state, cmd: own, ownCmd: true }, hop: startHop('cmd', own, instruction) };
}

function entrypoint(instruction: Start, state: StageState): Settled {
  const own = startCommand(instruction, state);
  const kept = state.ownCmd ? state.cmd : undefined;
  return { state: { ...state, entrypoint: own, cmd: kept }, hop: startHop('entrypoint', own, instruction) };
}

function startHop(message: 'cmd' | 'entrypoint', { argv: words, brokenJson }: StartCommand, { at }: Start): Hop {
  if (brokenJson) return hop(hops, 'start', 'brokenJson', { shell: words.slice(0, -1).join(' ') }, { at });
  return hop(hops, 'start', message, { argv: quoted(words) }, { at });
}

/** The words of a command as a JSON array in backticks. */
export function quoted(words: readonly string[]): string {
  return `\`${JSON.stringify(words).replaceAll('","', '", "')}\``;
}

/** A variable may hold several ports. @throws BuildStop */
function ports({ words }: Words, state: StageState, escapeChar: string): readonly string[] {
  return words.flatMap((word) => {
    const text = expanded(word, valuesIn(state), escapeChar);
    const several = /["']/.test(word.text) ? [text] : text.split(/\s+/);
    return several.flatMap((port) => (port === '' ? [] : portsOf(port, word)));
  });
}

function portsOf(text: string, { at }: Word): readonly string[] {
  const read = readPorts(text);
  if (typeof read === 'string') throw new BuildStop({ kind: 'bad-port', port: text }, at);
  const count = Math.min(read.to - read.from + 1, 100);
  return Array.from({ length: count }, (_, index) => `${read.from + index}/${read.protocol}`);
}
