import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readExercise } from '../../../course/solutions.ts';
import type { Submission } from '../../submission.ts';
import type { Params } from './params.ts';
import scenario from './scenario.ts';

const folder = '23-observar-hadoop';
const exercise = readExercise(process.cwd(), folder)?.spec;
const given = ['given/hadoop.yaml', 'given/volcados/lunes.prom', 'given/volcados/miercoles.prom'].map((path) => ({
  path,
  text: readFileSync(`exercises/${folder}/${path}`, 'utf8'),
}));
const submission = { exercise, given, answers: [] } as unknown as Submission;
const run = (dump: string, seed: number, fault: Params['fault']) =>
  scenario.run({ files: ['given/hadoop.yaml'], dump: `given/volcados/${dump}.prom`, seed, fault }, submission);

it('finds a fault inside a process, of which the mesh shows nothing', () => {
  expect(run('lunes', 11, 'skew').outcome).toEqual({ fault: 'skew', culprit: 'r_000005', mesh: 'nothing' });
});

it('tells of the mesh and of the fault apart', () => {
  const { hops, outcome } = run('miercoles', 37, 'shuffle');
  expect(outcome).toEqual({ fault: 'shuffle', culprit: 'nodemanager-1', mesh: 'symptom' });
  const told = (path: string) => scenario.bearingOn?.(path, hops).map(({ message }) => message);
  expect(told('mesh')).toEqual(['hadoop-metrics/meshDiffers']);
  expect(told('fault')).toEqual(['hadoop-metrics/shuffling']);
});

it('refuses a dump that says something else than the lab', () => {
  expect(() => run('lunes', 12, 'skew')).toThrow('lunes.prom is not what the lab measures');
});
