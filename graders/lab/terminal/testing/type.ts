import { openDesk } from '../desk/open.ts';
import { type Ran, runScript } from '../shell/interpret.ts';
import { programsOf } from '../shell/programs.ts';
import { freshShell } from '../shell/state.ts';
import { tools } from '../tools.ts';

/** A project with a small service, for tests that type commands. */
export const project = {
  Dockerfile:
    'FROM node:24-slim\nWORKDIR /app\nCOPY servidor.js ./\nUSER 1000\nEXPOSE 8080\nCMD ["node", "servidor.js"]\n',
  'servidor.js': "require('node:http').createServer((q, r) => r.end('hola')).listen(process.env.PORT ?? 8080);\n",
};

/** Types a script at a fresh desk. */
export function typed(script: string, files: Readonly<Record<string, string>> = project): Ran {
  const desk = openDesk(Object.entries(files).map(([path, text]) => ({ path, text })));
  return runScript({ desk, shell: freshShell }, script, programsOf(tools), { lang: 'en', name: 'script.sh' });
}

/** What the terminal showed. */
export function shown(script: string, files?: Readonly<Record<string, string>>): string {
  return typed(script, files)
    .steps.map(({ command, output }) => `$ ${command}\n${output}`)
    .join('');
}

/** What the last command printed. */
export const last = (script: string): string => typed(script).steps.at(-1)?.output ?? '';
