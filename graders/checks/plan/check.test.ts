import { expect, test } from 'vitest';
import { readLiteral } from '../../model/literal/read.ts';
import { sayFinding } from '../../render/words.ts';
import type { Submission } from '../submission.ts';
import check from './check.ts';
import type { Params } from './params.ts';

const same = (text: string) => ({ es: text, en: text });
const params: Params = {
  commands: [
    { id: 'construir', text: same('build'), does: { do: 'build', image: 'web:1' } },
    { id: 'crear', text: same('create'), does: { do: 'create', image: 'web:1', name: 'a' } },
    { id: 'arrancar', text: same('start'), does: { do: 'start', name: 'a' } },
    { id: 'anotar', text: same('exec'), does: { do: 'write', name: 'a', file: '/nota', text: 'hola' } },
    { id: 'borrar', text: same('rmi'), does: { do: 'rmi', image: 'web:1' } },
  ],
  goals: [{ text: same('meta.'), container: 'a', state: 'exited', file: '/nota', reads: 'hola' }],
};

function told(plan: readonly string[], goals: Params['goals'] = params.goals): readonly string[] {
  const text = `export default { plan: ${JSON.stringify(plan)} };`;
  const { literal } = readLiteral({ path: 'respuesta.ts', text });
  const submission = { literal: () => literal } as unknown as Submission;
  return check.check({ ...params, goals }, submission).findings.map((found) => sayFinding(found, 'en'));
}

test.each<[readonly string[], string]>([
  [['construir'], 'there is no container `a`.'],
  [['construir', 'crear'], '`a` was created and not started and has no `/nota`.'],
  [['construir', 'crear', 'arrancar'], '`a` is running and has no `/nota`.'],
  [['construir', 'crear', 'arrancar', 'anotar'], '`a` is running and its `/nota` says "hola".'],
])('%j misses the goal, and what there is instead is told', (plan, found) => {
  expect(told(plan)).toEqual([`The commands run, but in the end this does not hold: meta. In the end ${found}`]);
});

test.each<[readonly string[], boolean, string]>([
  [['construir', 'borrar'], true, 'there is no image `web:1`.'],
  [['construir'], false, 'the image `web:1` is there.'],
])('%j leaves an image as it should not', (plan, present, found) => {
  expect(told(plan, [{ text: same('meta.'), image: 'web:1', present }])[0]).toContain(`In the end ${found}`);
});

test('an empty plan is one thing left out', () => {
  expect(told([])).toEqual([expect.stringContaining('which commands, and in which order')]);
});
