import { expect, it } from 'vitest';
import { freshShell, openDesk, programsOf, runScript, tools } from '../../lab/terminal/index.ts';
import { missedBy } from './goals.ts';
import type { Goal } from './params.ts';
import type { Played } from './play.ts';

const text = { es: 'x', en: 'x' };

/** What is found after a script where a goal does not hold. */
function found(goal: Omit<Goal, 'text'>, script: string): string | undefined {
  const begun = { desk: openDesk([]), shell: freshShell };
  const { session } = runScript(begun, script, programsOf(tools), { lang: 'es' });
  const missed = missedBy({ text, ...goal } as Goal, { session, context: undefined } as unknown as Played);
  return missed && 'found' in missed ? missed.found.es : missed?.why;
}

it.each([
  ['docker run -d --name web -p 9000:80 nginx:1.29', undefined],
  [
    'docker run -d --name web -p 80:9000 nginx:1.29',
    '`localhost:9000` no contesta: nadie escucha en ese puerto. `web` publica en el puerto 80 de tu máquina su puerto 9000.',
  ],
  [
    'docker run -d --name web nginx:1.29',
    '`localhost:9000` no contesta: nadie escucha en ese puerto. `web` no publica ningún puerto.',
  ],
  [
    'docker run -d --name web -p 9000:8080 nginx:1.29',
    '`localhost:9000` no contesta: el puerto lleva a otro en el que nadie escucha. `web` publica en el puerto 9000 de tu máquina su puerto 8080.',
  ],
  ['true', '`localhost:9000` no contesta: nadie escucha en ese puerto.'],
  ['docker run -d --name otra -p 9000:80 nginx:1.29', 'Contesta `docker:otra`.'],
])('says where one gets to a container that was to answer: %s', (script, expected) => {
  expect(found({ answers: { url: 'localhost:9000', by: 'docker:web' } }, script)).toBe(expected);
});
