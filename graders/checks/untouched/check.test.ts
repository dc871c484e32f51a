import { expect, test } from 'vitest';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import type { Submission } from '../submission.ts';
import check from './check.ts';
import type { Params } from './params.ts';

const quota = (hard: string, where = 'namespace: taller, ') =>
  `{ apiVersion: v1, kind: ResourceQuota, metadata: { ${where}name: cuota }, spec: { hard: { ${hard} } } }`;
const given = quota('pods: 1, cpu: 2');

function found(text: string, params: Params = {}): readonly string[] {
  const read = (path: string, source: string, origin: 'given' | 'answer') =>
    readManifests(parseYaml({ path, text: source }), origin).resources;
  const answered = read('respuesta.yaml', text, 'answer');
  const submission = {
    answered: () => ({ resources: answered }),
    manifests: () => ({ resources: [...read('given/mundo.yaml', given, 'given'), ...answered] }),
  } as unknown as Submission;
  return check.check(params, submission).findings.map(({ at }) => text.slice(at.from, at.to));
}

test.each<[string, string, Params, readonly string[]]>([
  ['another amount', quota('pods: 9, cpu: 2'), {}, ['cuota']],
  ['an amount left out', quota('pods: 1'), { kinds: ['ResourceQuota'] }, ['cuota']],
  ['the same in another order', quota('cpu: 2, pods: 1'), {}, []],
  ['another namespace', quota('pods: 9', ''), {}, []],
  ['another kind is not looked at', quota('pods: 9'), { kinds: ['LimitRange'] }, []],
  ['something new', '{ apiVersion: v1, kind: Namespace, metadata: { name: taller } }', {}, []],
])('%s', (_, text, params, expected) => {
  expect(found(text, params)).toEqual(expected);
});
