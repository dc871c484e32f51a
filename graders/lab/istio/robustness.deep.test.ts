import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damaged, yamlPieces } from '../../authoring/damage.ts';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { settle } from '../cluster/index.ts';
import { openMesh, send } from './index.ts';
import { unreachableRoutes } from './route/reach.ts';
import { readTable } from './testing/table.ts';

const folder = 'graders/lab/istio/cases';
const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
const configs = readdirSync(folder)
  .filter((file) => /^(?:routing|mtls|authorization|waypoint)-/.test(file))
  .flatMap((file) => readTable(file, read(file), (world) => read(`worlds/${world}.yaml`)))
  .map(({ resources }) =>
    resources.filter(({ origin }) => origin === 'answer').map(({ data }) => JSON.stringify(data, null, 2)),
  )
  .filter((texts) => texts.length > 0)
  .map((texts) => texts.join('\n---\n'));
const world = readManifests(parseYaml({ path: 'w.yaml', text: read('worlds/shop.yaml') }), 'given').resources;
const urls = ['http://reviews:9080/v1/x?a=1', 'http://ratings/admin', 'tcp://db:5432', 'https://a.example.com/'];
const froms = ['shop/web', 'other/mobile', 'legacy/old', 'outside'];

describe('a damaged configuration', () => {
  it('gets an outcome whose shares add up, and the same one each time', () => {
    fc.assert(
      fc.property(
        damaged(configs, yamlPieces),
        fc.constantFrom(...urls),
        fc.constantFrom(...froms),
        (text, url, from) => {
          const { resources } = readManifests(parseYaml({ path: 'x.yaml', text }), 'answer');
          const { state } = settle([...world, ...resources]);
          const { outcome, hops } = send(openMesh(state), { from, url });
          const { destinations, failures, redirect, status } = outcome;
          const sum = [...destinations, ...failures].reduce((total, { share }) => total + share, 0);
          expect(redirect !== undefined || status !== undefined || outcome.refusal !== undefined || sum > 0).toBe(true);
          if (destinations.length + failures.length > 0) expect(sum).toBeCloseTo(1, 6);
          expect(send(openMesh(state), { from, url })).toEqual({ outcome, hops });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never makes the search for dead routes throw', () => {
    fc.assert(
      fc.property(damaged(configs, yamlPieces), (text) => {
        const { resources } = readManifests(parseYaml({ path: 'x.yaml', text }), 'answer');
        for (const virtual of openMesh(settle(resources).state).virtualServices) unreachableRoutes(virtual.routes());
      }),
      { numRuns: 200 },
    );
  });
});
