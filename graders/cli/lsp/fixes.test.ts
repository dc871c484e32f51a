import { describe, expect, it } from 'vitest';
import { check } from '../../check.ts';
import type { Source } from '../../core/source.ts';
import { type Edit, fixesFor } from './fixes.ts';

const applied = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((done, { from, to, text: by }) => done.slice(0, from) + by + done.slice(to), text);

const found = (source: Source, beside: readonly Source[] = []) => check([source, ...beside])[0]?.findings ?? [];

/** The text that the first fix of a finding leaves. */
function mended(text: string, id: string, beside: readonly Source[] = []): string | undefined {
  const finding = found({ path: 'a.yaml', text }, beside).find((one) => one.id === id);
  expect(finding, `${id} is found`).toBeDefined();
  const [fix] = finding ? fixesFor(finding, text) : [];
  return fix && applied(text, fix.edits);
}

const deployment = (spec: string, head = ''): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n${head}spec:\n${spec}  selector:\n    matchLabels: { app: web }\n  template:\n    metadata:\n      labels: { app: web }\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n`;

const errors = (text: string) => found({ path: 'a.yaml', text }).filter(({ severity }) => severity === 'error');

describe('a fix', () => {
  it.each([
    [
      'a name that is nearly right',
      'schema/unknown-field',
      deployment('  replcas: 3\n'),
      deployment('  replicas: 3\n'),
    ],
    [
      'a value that is nearly right',
      'schema/wrong-value',
      deployment('').replace('          image', '          imagePullPolicy: always\n          image'),
      deployment('').replace('          image', '          imagePullPolicy: Always\n          image'),
    ],
    [
      'a value in quotes',
      'schema/wrong-value',
      deployment('').replace('          image', '          imagePullPolicy: "always"\n          image'),
      deployment('').replace('          image', '          imagePullPolicy: "Always"\n          image'),
    ],
    ['a kind', 'schema/unknown-kind', deployment('').replace('kind: Deployment', 'kind: Deploymnet'), deployment('')],
    [
      'a quantity',
      'schema/wrong-format',
      deployment('').replace('nginx:1.29\n', 'nginx:1.29\n          resources: { limits: { memory: 128MB } }\n'),
      deployment('').replace('nginx:1.29\n', 'nginx:1.29\n          resources: { limits: { memory: 128M } }\n'),
    ],
    [
      'a number that must be a string',
      'schema/wrong-type',
      deployment('').replace('labels: { app: web }\n    spec', 'labels: { app: web, v: 1 }\n    spec'),
      deployment('').replace('labels: { app: web }\n    spec', 'labels: { app: web, v: "1" }\n    spec'),
    ],
    [
      'a string that must be a number',
      'schema/wrong-type',
      deployment('  replicas: "3"\n'),
      deployment('  replicas: 3\n'),
    ],
    [
      'a field one level too high',
      'schema/unknown-field',
      deployment('', 'replicas: 3\n'),
      deployment('').replace(/$/, '  replicas: 3\n'),
    ],
    [
      'a block one level too high',
      'schema/unknown-field',
      deployment('', 'strategy:\n  type: Recreate\n'),
      deployment('').replace(/$/, '  strategy:\n    type: Recreate\n'),
    ],
    [
      'a container without a name',
      'schema/missing-field',
      deployment('').replace('- name: web\n          image', '- image'),
      deployment('').replace('- name: web', '- name: nginx'),
    ],
    [
      'an object without a name',
      'schema/missing-field',
      deployment('').replace('  name: web\n', '  labels: { a: b }\n'),
      deployment('').replace('  name: web\n', '  name: mi-objeto\n  labels: { a: b }\n'),
    ],
    ['an old version', 'schema/unknown-kind', deployment('').replace('apps/v1', 'extensions/v1beta1'), deployment('')],
  ])('mends %s, and nothing else', (_, id, before, after) => {
    expect(mended(before, id)).toBe(after);
    expect(errors(after)).toEqual([]);
  });

  it('mends an instruction of a Dockerfile and the name of a stage', () => {
    const text = 'FROM alpine:3.20 AS base\nRUM true\nFROM alpine:3.20\nCOPY --from=bsae /etc/os-release /\n';
    const mend = (before: string) => {
      const [finding] = check([{ path: 'Dockerfile', text: before }])[0]?.findings ?? [];
      const [fix] = finding ? fixesFor(finding, before) : [];
      return fix ? applied(before, fix.edits) : before;
    };
    expect(mend(text)).toBe(text.replace('RUM', 'RUN'));
    expect(mend(mend(text))).toBe(text.replace('RUM', 'RUN').replace('bsae', 'base'));
  });

  it('is not offered where it is not plain what to do', () => {
    const inBraces = 'apiVersion: v1\nkind: Service\nmetadata: {}\nspec: { ports: [{ port: 80 }] }\n';
    for (const finding of found({ path: 'a.yaml', text: inBraces })) expect(fixesFor(finding, inBraces)).toEqual([]);
  });
});
