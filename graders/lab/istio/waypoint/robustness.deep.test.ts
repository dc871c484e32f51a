import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damaged, yamlPieces } from '../../../authoring/damage.ts';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { settle } from '../../cluster/index.ts';
import { openMesh, send } from '../index.ts';
import { readTable } from '../testing/table.ts';

const folder = 'graders/lab/istio/cases';
const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
const world = readManifests(parseYaml({ path: 'w.yaml', text: read('worlds/tea.yaml') }), 'given').resources;
const configs = readdirSync(folder)
  .filter((file) => file.startsWith('waypoint-'))
  .flatMap((file) => readTable(file, read(file), () => read('worlds/tea.yaml')))
  .map(({ resources }) => resources.filter(({ origin }) => origin === 'answer'))
  .filter((resources) => resources.length > 0)
  .map((resources) => resources.map(({ data }) => JSON.stringify(data, null, 2)).join('\n---\n'));
const requests = [
  ['calm/cup', 'http://tea/leaf'],
  ['calm/cup', 'http://leaves/'],
  ['calm/cup', 'tcp://tea:7000'],
  ['calm/cup', 'http://bin.example.com/get'],
  ['shop/web', 'http://milk.calm/'],
  ['legacy/old', 'http://milk.calm/'],
  ['outside', 'http://tea.example/milk'],
] as const;

describe('a damaged world with waypoints', () => {
  it('gets an outcome whose shares add up, and the same one each time', () => {
    fc.assert(
      fc.property(damaged(configs, yamlPieces), fc.constantFrom(...requests), (text, [from, url]) => {
        const { resources } = readManifests(parseYaml({ path: 'x.yaml', text }), 'answer');
        const { state } = settle([...world, ...resources]);
        const first = send(openMesh(state), { from, url });
        const { destinations, failures, redirect, status, refusal } = first.outcome;
        const sum = [...destinations, ...failures].reduce((total, { share }) => total + share, 0);
        expect(redirect !== undefined || status !== undefined || refusal !== undefined || sum > 0).toBe(true);
        if (destinations.length + failures.length > 0) expect(sum).toBeCloseTo(1, 6);
        expect(send(openMesh(state), { from, url })).toEqual(first);
      }),
      { numRuns: 400 },
    );
  });
});
