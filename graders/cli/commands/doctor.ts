import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fill } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import { listFolders } from '../../course/folders.ts';
import { safe } from '../../render/terminal/safe.ts';
import { indent } from '../../render/terminal/screen.ts';
import { padEnd, widthOf } from '../../render/terminal/width.ts';
import { wrap } from '../../render/terminal/wrap.ts';
import type { Context, ExitCode } from '../io.ts';
import { printJson, printLines } from '../print.ts';
import { screenFor } from '../screen.ts';
import { usualPort } from '../session/server.ts';
import { counting } from '../which.ts';

/** Something that Timonel looks for on a machine. */
export interface Found {
  readonly name: string;
  /** Without it nothing works; everything else is optional. */
  readonly required: boolean;
  readonly ok: boolean;
  /** What was found, in the words of the program itself. */
  readonly version?: string;
  /** What it is for, or what to do without it. */
  readonly use: Text;
}

/** Programs that nobody needs here, and what they are good for. */
const optional: readonly {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  readonly use: Text;
}[] = [
  { name: 'git', commands: [['git', '--version']], use: { es: 'guardar tu avance', en: 'keep your progress' } },
  {
    name: 'Chromium',
    commands: [
      ['chromium', '--version'],
      ['chromium-browser', '--version'],
      ['google-chrome', '--version'],
    ],
    use: { es: 'las pruebas del sitio (`npm run test:site`)', en: 'the tests of the site (`npm run test:site`)' },
  },
  {
    name: 'bubblewrap',
    commands: [['bwrap', '--version']],
    use: { es: 'aislar mejor tu servicio del ejercicio 26', en: 'hold your service of exercise 26 better' },
  },
  {
    name: 'Python',
    commands: [['python3', '--version']],
    use: { es: 'escribir en Python el servicio del ejercicio 26', en: 'write the service of exercise 26 in Python' },
  },
  {
    name: 'Docker',
    commands: [['docker', '--version']],
    use: { es: 'probar después con contenedores de verdad', en: 'try it later with real containers' },
  },
  {
    name: 'Podman',
    commands: [['podman', '--version']],
    use: { es: 'lo mismo, sin servicio ni root', en: 'the same, without a daemon or root' },
  },
  {
    name: 'kubectl',
    commands: [['kubectl', 'version', '--client']],
    use: { es: 'probar después en un clúster de verdad', en: 'try it later in a real cluster' },
  },
  {
    name: 'Go',
    commands: [['go', 'version']],
    use: {
      es: 'comparar el laboratorio con el código original (`npm run upstream`)',
      en: 'compare the lab with upstream (`npm run upstream`)',
    },
  },
];

/** Tells what is installed, what is missing and what is only optional. Exit code 1: something that is needed is not there. */
export async function doctor({ format }: { readonly format: 'human' | 'json' }, context: Context): Promise<ExitCode> {
  const found = [...(await needed(context)), ...optional.map(lookFor)];
  if (format === 'json') {
    const tools = found.map(({ use, ...one }) => ({ ...one, use: use[context.lang] }));
    printJson(context.out, { version: 1, tools });
  } else printLines(context.out, linesOf(found, context));
  return found.every(({ ok, required }) => ok || !required) ? 0 : 1;
}

async function needed(context: Context): Promise<readonly Found[]> {
  const { root } = context;
  const exercises = counting(listFolders(root), context).length;
  const notes = join(root, '.timonel');
  return [
    {
      name: 'Node.js',
      required: true,
      ok: isRecent(process.versions.node),
      version: process.versions.node,
      use: { es: 'ejecutar Timonel: 20.19 o posterior', en: 'run Timonel: 20.19 or later' },
    },
    {
      name: 'exercises/',
      required: true,
      ok: exercises > 0,
      ...(exercises > 0 && { version: String(exercises) }),
      use: { es: `los ejercicios, en ${root}`, en: `the exercises, in ${root}` },
    },
    {
      name: '.timonel/',
      required: false,
      ok: canWrite(notes),
      use: { es: 'recordar tu progreso y guardar copias', en: 'remember your progress and keep copies' },
    },
    {
      name: `127.0.0.1:${usualPort}`,
      required: false,
      ok: await isFree(usualPort),
      use: {
        es: 'las páginas de `npm start`; si está ocupado, se usa otro puerto',
        en: 'the pages of `npm start`; when it is taken, another port is used',
      },
    },
  ];
}

/** @param version as Node.js says it: `20.19.4` */
export function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return statfsSync(folder).bavail > 0;
  } catch {
    return false;
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

const patience = 3000;

function lookFor({ name, commands, use }: (typeof optional)[number]): Found {
  for (const [program = '', ...args] of commands) {
    const { status, stdout } = spawnSync(program, args, {
      encoding: 'utf8',
      timeout: patience,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (status !== 0) continue;
    const version = /\d+(?:\.\d+)+/.exec(stdout)?.[0];
    return { name, required: false, ok: true, ...(version !== undefined && { version }), use };
  }
  return { name, required: false, ok: false, use };
}

function linesOf(found: readonly Found[], context: Context): readonly string[] {
  const { palette, width } = screenFor(context);
  const { lang } = context;
  const nameWidth = Math.max(...found.map(({ name }) => widthOf(name)));
  const versionWidth = Math.max(...found.map(({ version = '' }) => widthOf(version)), widthOf(absent[lang]));
  const margin = nameWidth + versionWidth + 6;
  const rows = found.map((one) => {
    const mark = one.ok ? palette.good('✓') : one.required ? palette.error('✗') : palette.faint('○');
    const version = one.version ?? (one.ok ? '' : absent[lang]);
    const [first = '', ...rest] = wrap(one.use[lang], Math.max(24, width - margin), palette);
    return [
      `${mark} ${padEnd(one.name, nameWidth)}  ${padEnd(safe(version), versionWidth)}  ${first}`,
      ...indent(rest, margin),
    ].join('\n');
  });
  const missing = found.filter(({ ok, required }) => required && !ok).map(({ name }) => name);
  const verdict = missing.length === 0 ? palette.good(allThere[lang]) : palette.error(fill(lacking, { missing }, lang));
  return [...rows, '', verdict];
}

const absent: Text = { es: 'no está', en: 'not there' };
const allThere: Text = {
  es: 'Todo lo necesario está. Lo que lleva ○ es opcional: Timonel no lo usa para corregir.',
  en: 'All that is needed is there. What has ○ is optional: Timonel does not use it to grade.',
};
const lacking: Text = { es: 'Falta lo necesario: {missing}.', en: 'Something that is needed is missing: {missing}.' };
