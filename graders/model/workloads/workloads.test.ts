import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { readManifests } from '../manifests/read.ts';
import { canonicalAddress, isAddress, isPlainAddress, isStrictlyInside, parseCidr } from './cidr.ts';
import { containersOf, runningContainersOf } from './containers.ts';
import { parseIntOrPercent, podsOutOf } from './int-or-percent.ts';
import { isDnsSubdomain, isPortName, isQualifiedName } from './names.ts';
import { milliValue, parseQuantity, wholeValue } from './quantities.ts';
import { matchesSelector } from './selectors.ts';
import { lookalike } from './similar.ts';
import { podTemplatesOf } from './templates.ts';

const world = (text: string) => readManifests(parseYaml({ path: 'w.yaml', text }), 'answer');

describe('quantities', () => {
  test.each([
    ['500m', 500],
    ['1', 1000],
    [0.1, 100],
    ['1.5', 1500],
    ['2e3', 2_000_000],
    ['1E2', 100_000],
    ['1Ki', 1_024_000],
    ['.5Gi', 536_870_912_000],
    ['1.', 1000],
    ['+1', 1000],
    ['100u', 1],
    ['1n', 1],
    ['0', 0],
    ['.', 0],
    ['Gi', 0],
    ['e56', 0],
    ['+', 0],
  ])('%s is %d thousandths', (quantity, thousandths) => {
    expect(milliValue(quantity)).toBe(thousandths);
  });

  test.each([
    '',
    '1K',
    '1 Gi',
    '1Mi ',
    ' 1',
    '500 m',
    '1gi',
    '1Mb',
    'uno',
    '1e',
    'Pi',
    'e-20',
    '.Pi',
    '1..2',
    null,
    {},
    [],
    '--1',
    '0x10',
  ])('%j is no quantity', (quantity) => {
    expect(parseQuantity(quantity)).toBeUndefined();
  });

  test('holds no more than the API server does with a binary suffix, and any power of ten', () => {
    const largest = (2n ** 63n - 1n) * 10n ** 9n;
    expect(parseQuantity('5545Ei')).toBe(largest);
    expect(parseQuantity('-5545Ei')).toBe(-largest);
    expect(parseQuantity('517E')).toBe(517n * 10n ** 27n);
    expect(parseQuantity('1e-99')).toBe(1n);
    expect(parseQuantity(`1e${'9'.repeat(50)}`)).toBe(10n ** 409n);
  });

  test('compares exactly', () => {
    expect(parseQuantity('0.1')).toBe(parseQuantity('100m'));
    expect(parseQuantity('1Gi')).toBeGreaterThan(parseQuantity('1G') ?? 0n);
    expect(wholeValue('1.5')).toBe(2);
    expect(wholeValue('-1.5')).toBe(-1);
  });
});

describe('selectors', () => {
  const labels = { app: 'tienda', tier: 'web' };
  test.each([
    [{}, true],
    [{ matchLabels: { app: 'tienda' } }, true],
    [{ matchLabels: { app: 'tienda', zone: 'a' } }, false],
    [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['a', 'tienda'] }] }, true],
    [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] }, false],
    [{ matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['a'] }] }, true],
    [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['tienda'] }] }, false],
    [{ matchExpressions: [{ key: 'tier', operator: 'Exists' }] }, true],
    [{ matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] }, false],
    [{ matchLabels: { app: 'tienda' }, matchExpressions: [{ key: 'zone', operator: 'DoesNotExist' }] }, true],
  ])('%j', (selector, matches) => {
    expect(matchesSelector(selector, labels)).toBe(matches);
  });
});

test('finds the pods of every kind that makes them', () => {
  const kinds = ['apps/v1 Deployment', 'apps/v1 StatefulSet', 'batch/v1 Job', 'v1 ReplicationController'];
  const template = 'spec: { template: { metadata: { labels: { app: a } }, spec: { containers: [{ name: c }] } } }';
  const text = [
    ...kinds.map((kind) => `apiVersion: ${kind.split(' ')[0]}\nkind: ${kind.split(' ')[1]}\n${template}`),
    `apiVersion: batch/v1\nkind: CronJob\nspec: { jobTemplate: { ${template} } }`,
    'apiVersion: v1\nkind: Pod\nmetadata: { labels: { app: a } }\nspec: { containers: [null, { name: c }] }',
    'apiVersion: serving.knative.dev/v1\nkind: Deployment\nspec: {}',
    'apiVersion: apps/v1\nkind: Deployment\nspec: { template: null }',
  ].join('\n---\n');
  const templates = podTemplatesOf(world(text));
  expect(templates.map(({ owner }) => owner.kind)).toEqual([
    'Deployment',
    'StatefulSet',
    'Job',
    'ReplicationController',
    'CronJob',
    'Pod',
  ]);
  expect(templates.every(({ labels }) => labels.app === 'a')).toBe(true);
  expect(templates.flatMap(containersOf).map(({ container }) => container.name)).toEqual(Array(6).fill('c'));
  expect(containersOf(templates[5] as never)[0]?.path).toEqual(['spec', 'containers', 1]);
});

test('tells sidecars from init containers', () => {
  const text = `apiVersion: v1
kind: Pod
spec:
  initContainers: [{ name: once }, { name: proxy, restartPolicy: Always }]
  containers: [{ name: app }]`;
  const [pod] = podTemplatesOf(world(text));
  expect(containersOf(pod as never).map(({ role }) => role)).toEqual(['init', 'sidecar', 'main']);
  expect(runningContainersOf(pod as never).map(({ container }) => container.name)).toEqual(['proxy', 'app']);
});

describe('blocks of addresses', () => {
  test.each(['10.0.0.0/8', '0.0.0.0/0', 'fd00::/8', '::/0', '::ffff:10.0.0.0/104', '1:2:3:4:5:6:7:8/128'])(
    '%s',
    (text) => {
      expect(parseCidr(text)).toBeDefined();
    },
  );
  test.each([
    '10.0.0.0',
    '10.0.0.0/33',
    '256.0.0.0/8',
    '10.0.0/8',
    'fd00:::/8',
    '1:2:3/64',
    '::1::/8',
    '/8',
    'x/8',
    '::1.2.3/8',
  ])('%s is none', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });
  test.each([
    ['10.1.0.0/16', '10.0.0.0/8', true],
    ['10.0.0.0/8', '10.0.0.0/8', false],
    ['11.0.0.0/16', '10.0.0.0/8', false],
    ['fd00:1::/32', 'fd00::/8', true],
    ['10.0.0.0/8', '::/0', false],
  ])('%s inside %s: %s', (inner, outer, expected) => {
    const [a, b] = [parseCidr(inner), parseCidr(outer)];
    expect(a && b && isStrictlyInside(a, b)).toBe(expected);
  });
  test('addresses', () => {
    expect(['10.0.0.1', '::1', 'fe80::1:2'].every(isAddress)).toBe(true);
    expect(['None', '10.0.0.1/8', '', '10.0.0'].some(isAddress)).toBe(false);
    expect(isAddress('::ffff:10.0.0.1')).toBe(true);
    expect(isPlainAddress('::ffff:10.0.0.1')).toBe(false);
  });
  test.each([
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['1:0:0:0:0:0:0:0', '1::'],
    ['::1', '::1'],
    ['1:2:3:4:5:6:0:8', '1:2:3:4:5:6:0:8'],
    ['10.0.0.1', '10.0.0.1'],
    ['nadie', undefined],
  ])('%s is written %s', (address, canonical) => {
    expect(canonicalAddress(address)).toBe(canonical);
  });
});

describe('numbers of pods', () => {
  test.each([1.5, -1, '1', '10 %', '-5%', null, {}])('%j is neither a number nor a share', (value) => {
    expect(parseIntOrPercent(value)).toBeUndefined();
  });
  test('shares round as asked', () => {
    expect(podsOutOf(3, { percent: 25 }, 'up')).toBe(1);
    expect(podsOutOf(3, { percent: 25 }, 'down')).toBe(0);
    expect(podsOutOf(3, { pods: 5 }, 'down')).toBe(5);
  });
});

test('names', () => {
  expect(['a', '3scale', 'a.b-c.d'].every(isDnsSubdomain)).toBe(true);
  expect(['', 'A', 'a..b', '-a', 'a-', 'a'.repeat(254)].some(isDnsSubdomain)).toBe(false);
  expect(['http', 'a-1', '1a', 'x'.repeat(15)].every(isPortName)).toBe(true);
  expect(['8080', 'a--b', '-a', 'x'.repeat(16), 'HTTP', ''].some(isPortName)).toBe(false);
  expect(['app', 'a.b/c_D.e', 'x'.repeat(63)].every(isQualifiedName)).toBe(true);
  expect(['a/b/c', '/a', 'a/', 'A.com/x', 'á', 'x'.repeat(64)].some(isQualifiedName)).toBe(false);
});

describe('lookalikes', () => {
  test.each([
    ['configuracon', 'configuracion'],
    ['Tienda', 'tienda'],
    ['tienda_web', 'tienda-web'],
    ['tienad', 'tienda'],
  ])('%s is a slip of %s', (text, meant) => {
    expect(lookalike(text, ['otro', meant])).toBe(meant);
  });
  test.each([
    ['v1', 'v2'],
    ['web', 'wed'],
    ['redis-0', 'redis-1'],
    ['tienda', 'pagos'],
  ])('%s is another name than %s', (text, other) => {
    expect(lookalike(text, [other])).toBeUndefined();
  });
});
