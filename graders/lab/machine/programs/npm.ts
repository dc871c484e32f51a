import { find } from '../files/files.ts';
import { resolvePath } from '../files/paths.ts';
import { failed, type Machine, type Program, unforeseen } from '../machine.ts';
import { typescriptNode, watchingNode } from './node.ts';
import { operands } from './operands.ts';
import { npmInstaller } from './packages.ts';

/** `npm start` and `npm run` start what a script of `package.json` says; the rest of npm installs. */
export const npm: Program = (machine, argv, exec, stdin) => {
  const [command = '', name] = operands(argv.slice(1));
  const script = /^(?:start|test|stop|restart)$/.test(command)
    ? command
    : /^run(?:-script)?$/.test(command)
      ? name
      : undefined;
  const text = script === undefined ? undefined : packageText(machine);
  if (script === undefined || text === undefined) return npmInstaller(machine, argv, exec, stdin);
  const scripts = scriptsIn(text);
  if (!scripts) return unforeseen(machine);
  const line = scripts.get(script) ?? (script === 'start' ? 'node server.js' : undefined);
  if (typeof line !== 'string') return failed(machine, 1);
  const PATH = `${resolvePath(machine.cwd, 'node_modules/.bin')}:${machine.env.PATH ?? ''}`;
  return exec({ ...machine, env: { ...machine.env, PATH } }, ['sh', '-c', line]);
};

/** `npx tsx servicio.ts`: fetches the program where it has to, and starts it. */
export const npx: Program = (machine, [, ...args], exec, stdin) => {
  const at = args.findIndex((arg) => !arg.startsWith('-'));
  const [name = '', ...rest] = at === -1 ? [] : args.slice(at);
  const program = runners.get(name.replace(/@[^/]*$/, ''));
  return program ? program(machine, [name, ...rest], exec, stdin) : unforeseen(machine);
};

const runners: ReadonlyMap<string, Program> = new Map([
  ['tsx', typescriptNode],
  ['ts-node', typescriptNode],
  ['nodemon', watchingNode],
  ['ts-node-dev', watchingNode],
]);

function packageText({ files, cwd }: Machine): string | undefined {
  const found = find(files, resolvePath(cwd, 'package.json'));
  return found.state === 'present' ? found.entry.content : undefined;
}

function scriptsIn(text: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const { scripts = {} } = (JSON.parse(text) ?? {}) as { scripts?: Record<string, unknown> };
    return typeof scripts === 'object' && scripts !== null ? new Map(Object.entries(scripts)) : undefined;
  } catch {
    return undefined;
  }
}
