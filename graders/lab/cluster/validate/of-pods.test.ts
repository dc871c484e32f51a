import { expect, it } from 'vitest';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import { world } from '../testing/world.ts';
import { laws } from './laws.ts';

const spec = `{ containers: [{}, { name: A, image: ' a', ports: [{ name: X }], env: [{}], volumeMounts: [{ name: no }], livenessProbe: {} }], restartPolicy: Never, volumes: [{}], tolerations: [{ operator: no }], hostNetwork: true }`;
const template = `{ metadata: { labels: { a: b } }, spec: ${spec} }`;

/** The same content in a kind that makes pods, and in kinds that only look like one. */
const kinds = [
  ['apps/v1', 'Deployment'],
  ['example.com/v1', 'Deployment'],
  ['apps/v1', 'Despliegue'],
  ['v1', 'Service'],
] as const;
const all = kinds.map(
  ([apiVersion, kind]) =>
    world(
      `{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: a }, spec: { selector: { matchLabels: { a: c } }, template: ${template} } }`,
    )[0],
);

it('asks the laws of pods where there are pods, and nowhere else would they say anything', () => {
  const ofPods = laws.filter(({ of }) => of === 'pods');
  const said = all.flatMap((one) => (one ? [ofPods.flatMap((law) => law.reasons({ resources: [one] })).length] : []));
  expect(all.map((one) => one && podTemplateOf(one) !== undefined)).toEqual([true, false, false, false]);
  expect(said[0]).toBeGreaterThan(5);
  expect(said.slice(1)).toEqual([0, 0, 0]);
});
