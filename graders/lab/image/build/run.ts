import { hop } from '../../../core/trace.ts';
import type { Run } from '../../../model/dockerfile/dockerfile.ts';
import {
  type Budget,
  type Catalogue,
  execute,
  type Host,
  type Machine,
  type Ran,
  resolveUser,
} from '../../machine/index.ts';
import { catalogueOf } from '../catalog/lacking.ts';
import { hops } from '../hops.ts';
import { type MountSource, mount } from './mounts.ts';
import { BuildStop } from './refusal.ts';
import { spentHop } from './spent.ts';
import type { StageState } from './stage.ts';
import { valuesIn } from './words.ts';

/** Carries out a `RUN` as far as its effects are modelled. @throws BuildStop when it certainly fails */
export function run(instruction: Run, state: StageState, mounted: MountSource, budget: Budget) {
  const before = machineOf(state, budget);
  const mounts = mount(instruction, before, mounted);
  const ran = execute({ ...before, files: mounts.files }, argvOf(instruction, state.shell));
  if (typeof ran.exit === 'number' && ran.exit !== 0) {
    const refusal = { kind: 'run-failed', exit: ran.exit } as const;
    throw new BuildStop(ran.complaint ? { ...refusal, complaint: ran.complaint } : refusal, instruction.command.at);
  }
  if (servesForEver(ran, instruction)) throw new BuildStop({ kind: 'run-endless' }, instruction.command.at);
  const files = mounts.unmounted(ran.machine.files);
  const { users, installed } = ran.machine;
  const { inputs } = mounts;
  const { at, keyword } = instruction;
  if (ran.spent) return { state: { ...state, files, users, installed }, inputs, hop: spentHop(ran.spent, keyword, at) };
  const message = ran.output === undefined || ran.exit === 'unknown' ? 'ranUnknown' : 'ran';
  return { state: { ...state, files, users, installed }, inputs, hop: hop(hops, 'run', message, {}, { at }) };
}

/**
 * Whether it is certain that a build waits for ever: for a server in the foreground, which no other command of the same
 * step can stop, and whose source, where that is known, ends it only when a signal asks for it.
 */
function servesForEver({ exit, server, runs }: Ran, { command, heredocs }: Run): boolean {
  if (exit !== 'running' || !server || heredocs.length > 0) return false;
  if (command.form === 'shell' && /(?<!&)&(?!&)|\b(?:kill|timeout|trap)\b/.test(command.text)) return false;
  const source = (runs?.content ?? '').replace(
    /process\.on\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)/g,
    '',
  );
  return !/\bexit\b|\bclose(?:All\w*)?\s*\(|\bshutdown\b|\bkill\b/.test(source);
}

/** The inside of the container of a build step. @throws BuildStop when its user does not exist */
export function machineOf(state: StageState, budget: Budget): Machine {
  const who = resolveUser(state.users, state.user);
  if (who.state === 'missing') {
    throw new BuildStop({ kind: 'unknown-user', user: who.name }, state.userAt ?? { path: '', from: 0, to: 0 });
  }
  const { uid, gid } = who.state === 'known' ? who.identity : { uid: -1, gid: -1 };
  return {
    files: state.files,
    users: state.users,
    env: environmentOf(state, uid),
    cwd: state.workdir,
    uid,
    gid,
    layer: state.layers.length,
    host: hostOf(state),
    budget,
    installed: state.installed,
    nested: 0,
    clock: 0,
    horizon: Number.POSITIVE_INFINITY,
    daemons: [],
  };
}

/** What a container of an image stands on when nobody says more: a network that nobody knows, and root's usual rights. */
export function hostOf({ base }: Pick<StageState, 'base'>): Host {
  const isOpaque = base?.certainty === 'opaque' || base?.programs === 'any';
  return {
    catalogue: base ? catalogueOf(base) : nothingListed,
    interactive: false,
    readOnly: false,
    mounts: [],
    has: () => true,
    resolves: () => undefined,
    asks: () => 'unknown',
    mayHave: (name) => isOpaque || (base !== undefined && ofImages.test(name)),
  };
}

/** Variables that images set and the catalogue does not list. */
const ofImages =
  /VERSION|_HOME$|_SHA|SHA256|_KEY|GPG|RELEASE|^(?:LANG|LC_|TERM$|HOSTNAME$|JAVA|GO|NPM_|YARN_|PHP|RUBY|GEM|BUNDLE|CARGO|RUST|NGINX|NJS|PKG_|DYNPKG|PYTHON|PGDATA|MYSQL|HTTPD|CATALINA|TOMCAT)/;

/** The variables that the command of a build step sees. */
export function environmentOf(state: StageState, uid: number): Readonly<Record<string, string>> {
  return { HOME: state.env.HOME ?? (uid === 0 ? '/root' : '/'), ...valuesIn(state) };
}

/** `scratch`: what nobody put there is not there. */
const nothingListed: Catalogue = { lacks: 'every', aptNeedsUpdate: false };

/** The words the process gets. A lone heredoc is the script itself; any other stays in the text for the shell. */
export function argvOf({ command, heredocs }: Run, shell: readonly string[]): readonly string[] {
  if (command.form === 'exec') return command.words.map(({ text }) => text);
  const [heredoc] = heredocs;
  if (!heredoc) return [...shell, command.text];
  if (heredocs.length === 1 && /^\d*<<-?\s*\S+$/.test(command.text)) {
    const interpreter = /^#!\s*(.+)/.exec(heredoc.content)?.[1];
    if (interpreter !== undefined && !/\bsh$|\bbash$/.test(interpreter))
      return [...interpreter.split(/\s+/), '-c', heredoc.content];
    return [...shell, heredoc.content];
  }
  const bodies = heredocs.map(({ content, name }) => `\n${content}${name}`);
  return [...shell, `${command.text}${bodies.join('')}`];
}
