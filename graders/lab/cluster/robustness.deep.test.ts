import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damaged, wrongValues, yamlPieces } from '../../authoring/damage.ts';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { autoscaleNodes, canI, plainRequest, rollout, settle } from './index.ts';

const rules = 'graders/rules/kubernetes';
const sound = readdirSync(rules, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.yaml$/.test(file))
  .sort()
  .map((file) => readFileSync(join(rules, file), 'utf8'));

/** No schema stands before the lab here: whatever can be read as objects goes in. */
describe('the cluster with manifests that fit no schema', () => {
  it.each(['open', 'closed'] as const)('settles, connects, decides and rolls out without an exception (%s)', (kind) => {
    fc.assert(
      fc.property(damaged(sound, [...yamlPieces, ...wrongValues]), (text) => {
        const { resources } = readManifests(parseYaml({ path: 'world.yaml', text }), 'given');
        const { state } = settle(resources, { world: kind });
        for (const { kind: what, name, namespace } of resources.slice(0, 5)) {
          plainRequest(state, {
            url: `http://${name || 'x'}.${namespace ?? 'default'}/`,
            from: state.pods[0]?.name ?? 'outside',
          });
          canI(state, {
            serviceAccount: `${namespace}/default`,
            verb: 'get',
            resource: what,
            namespace: namespace ?? 'default',
          });
        }
        for (const pod of state.pods.slice(0, 3)) plainRequest(state, { url: `http://${pod.ip}:8080/` });
        const workload = resources.find((one) => one.kind === 'Deployment' || one.kind === 'StatefulSet');
        if (workload) rollout(state, workload, { world: kind });
        const group = { name: 'g', min: 0, max: 3, template: { allocatable: { cpu: 4 } } };
        const { trace } = autoscaleNodes(state, [group], { world: kind });
        expect(trace.outcome.added.length).toBeLessThanOrEqual(3);
        expect(settle(resources, { world: kind }).state.pods.map(({ name, ip }) => [name, ip])).toEqual(
          state.pods.map(({ name, ip }) => [name, ip]),
        );
      }),
      { numRuns: 300 },
    );
  });
});
