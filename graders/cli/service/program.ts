import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { transform } from 'sucrase';
import type { StartedFiles } from '../../checks/image/started.ts';
import { isModule, type ServiceSource } from '../../checks/service/source.ts';
import { own } from '../../core/own.ts';
import type { Source } from '../../core/source.ts';

/** A service as it is started, whatever it is written in. */
export interface Program {
  /** By absolute paths of the machine or of `files`. */
  readonly command: readonly string[];
  /** Absolute. */
  readonly folder: string;
  /** By absolute paths of the container. */
  readonly files: readonly Source[];
  /** Files and folders of the machine that it needs besides `/usr`. */
  readonly shown: readonly string[];
}

/**
 * The student's `servicio.ts` for Node, without its types.
 * @returns or why there is none: what our reader lets through, the compiler may still refuse
 */
export function nodeProgram(service: ServiceSource): Program | { readonly problem: string } {
  const { path, text } = service.source;
  const esm = isModule(service);
  const compiled = compile(path, text);
  if ('problem' in compiled) return compiled;
  const file = `/app/servicio.${esm ? 'mjs' : 'cjs'}`;
  const node = realpathSync(process.execPath);
  const flags = ['--max-old-space-size=128', '--disallow-code-generation-from-strings', '--no-warnings'];
  return {
    command: [node, ...flags, file],
    folder: '/app',
    files: [{ path: file, text: compiled.code }],
    shown: [node],
  };
}

function compile(filePath: string, text: string): { readonly code: string } | { readonly problem: string } {
  try {
    return transform(text, {
      transforms: ['typescript'],
      disableESTransforms: true,
      production: true,
      filePath,
    });
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return { problem: `SyntaxError: ${reason.replace(/^Error transforming [^:]*: /, '')}` };
  }
}

/** How a machine's own interpreter is found, by the name a container knows it by, and where the rest of it lies. */
const interpreters: Readonly<Record<string, { readonly names: readonly string[]; readonly home?: readonly string[] }>> =
  {
    node: { names: [process.execPath] },
    python: { names: ['python3', 'python'], home: ['-c', 'import sys; print(sys.executable); print(sys.base_prefix)'] },
    ruby: { names: ['ruby'], home: ['-e', 'puts RbConfig.ruby; puts RbConfig::CONFIG["prefix"]'] },
    perl: { names: ['perl'] },
    php: { names: ['php'] },
  };

/**
 * What the container of another language starts, with the interpreter of this machine.
 * @returns undefined where the machine has none, or the program is no script that the Dockerfile holds
 */
export function containerProgram({ argv, folder, files }: StartedFiles): Program | undefined {
  const [program = '', ...args] = argv;
  const name = program.slice(program.lastIndexOf('/') + 1).replace(/[\d.]+$/, '');
  const known = own(interpreters, name);
  const script = args.find((arg) => !arg.startsWith('-'));
  if (!known || script === undefined) return undefined;
  const absolute = script.startsWith('/') ? script : join(folder, script).replaceAll('\\', '/');
  if (!files.some(({ path }) => path === absolute)) return undefined;
  const found = installed(known);
  if (!found) return undefined;
  const words = args.map((arg) => (arg === script ? absolute : arg));
  // Nothing of the container may lie where the machine's own files are shown.
  const kept = files.filter(({ path }) => !/^\/(?:usr|bin|sbin|lib\d*|dev|proc|etc)\//.test(path));
  return { command: [found.program, ...words], folder, files: kept, shown: found.shown };
}

function installed({ names, home }: (typeof interpreters)[string]) {
  for (const name of names) {
    const asked = home && spawnSync(name, [...home], { encoding: 'utf8', timeout: 5_000, windowsHide: true });
    if (asked && asked.status !== 0) continue;
    const [file = '', prefix] = asked ? asked.stdout.trim().split('\n') : [which(name)];
    if (file === '') continue;
    const program = realpathSync(file);
    const shown =
      prefix === undefined || prefix === '/'
        ? [program]
        : [prefix, ...(program.startsWith(prefix + sep) ? [] : [dirname(program)])];
    return { program, shown };
  }
  return undefined;
}

function which(name: string): string {
  if (name.includes(sep)) return name;
  const found = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':').flatMap((folder) => {
    try {
      return [realpathSync(join(folder, name))];
    } catch {
      return [];
    }
  });
  return found[0] ?? '';
}
