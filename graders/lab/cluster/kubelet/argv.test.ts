import type { IContainer, IEnvVarSource } from 'kubernetes-models/v1';
import { describe, expect, it } from 'vitest';
import type { Resource } from '../../../model/manifests/manifests.ts';
import type { ImageProfile } from '../images.ts';
import { world } from '../testing/world.ts';
import { commandLine, environment } from './argv.ts';

const image = { entrypoint: ['run'], cmd: ['$(HOME)'], env: { HOME: '/root', LANG: 'es' } } as unknown as ImageProfile;
const told = (container: Partial<IContainer>, resources: readonly Resource[] = []) => ({
  container: { name: 'c', ...container },
  image,
  resources,
  closed: false,
  namespace: 'default',
});
const env = (...pairs: readonly (readonly [string, string])[]) => pairs.map(([name, value]) => ({ name, value }));

/** https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/ */
describe('a command line', () => {
  const variables = env(['A', 'uno'], ['B', '$(A)-dos'], ['HOST', 'api']);

  it.each([
    ['$(A)', 'uno'],
    ['$(B)$(B)', 'uno-dosuno-dos'],
    ['$$(A)', '$(A)'],
    ['$$$(A)', '$uno'],
    ['$A', '$A'],
    ['$(A', '$(A'],
    ['$($(A))', '$($(A))'],
    ['$(LANG)', '$(LANG)'],
    ['$(NADA)', '$(NADA)'],
    ['http://$(HOST):80/$', 'http://api:80/$'],
  ])('%s is %s', (word, expected) => {
    expect(commandLine(told({ args: [word], env: variables }))).toEqual(['run', expected]);
    expect(commandLine(told({ command: [word], env: variables }))).toEqual([expected]);
  });

  it('leaves the words of the image alone', () => {
    expect(commandLine(told({ env: variables }))).toEqual(['run', '$(HOME)']);
  });
});

/** https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/ */
describe('a variable', () => {
  it.each<[string, string | undefined]>([
    ['$(BEFORE)', 'antes'],
    ['$(AFTER)', '$(AFTER)'],
    ['$(HOME)', '$(HOME)'],
    ['$$(BEFORE)', '$(BEFORE)'],
    ['$(SECRET)', undefined],
    ['$(WEB_SERVICE_HOST)', undefined],
  ])('%s is %s', (value, expected) => {
    const secret = { name: 'SECRET', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } };
    const variables = [...env(['BEFORE', 'antes']), secret, ...env(['X', value], ['AFTER', 'luego'])];
    expect(environment(told({ env: variables })).get('X')).toBe(expected);
  });

  it('may come from a ConfigMap that nobody has read', () => {
    const envFrom = [{ configMapRef: { name: 'm' } }];
    expect(environment(told({ envFrom, env: env(['X', '$(Y)']) })).get('X')).toBeUndefined();
  });

  it.each<[string, Partial<IContainer>, Readonly<Record<string, string | undefined>>]>([
    ['a ConfigMap', { env: [from({ configMapKeyRef: { name: 'm', key: 'A' } })] }, { X: 'uno' }],
    ['a Secret', { env: [from({ secretKeyRef: { name: 's', key: 'CLAVE' } })] }, { X: 'contraseña' }],
    ['what a Secret says in plain', { env: [from({ secretKeyRef: { name: 's', key: 'OTRA' } })] }, { X: 'dos' }],
    ['a key that is not there', { env: [from({ configMapKeyRef: { name: 'm', key: 'NO', optional: true } })] }, {}],
    ['the namespace', { env: [from({ fieldRef: { fieldPath: 'metadata.namespace' } })] }, { X: 'default' }],
    ['a pod that nobody knows yet', { env: [from({ fieldRef: { fieldPath: 'metadata.name' } })] }, { X: undefined }],
    ['all of a ConfigMap', { envFrom: [{ configMapRef: { name: 'm' } }] }, { A: 'uno', B: 'dos' }],
    [
      'all of it, by another name',
      { envFrom: [{ prefix: 'P_', configMapRef: { name: 'm' } }] },
      { P_A: 'uno', P_B: 'dos' },
    ],
    [
      'the later of two, and a value that names it',
      { envFrom: [{ configMapRef: { name: 'm' } }, { configMapRef: { name: 'mas' } }], env: env(['X', '$(A)-$(B)']) },
      { A: 'otro', B: 'dos', X: 'otro-dos' },
    ],
  ])('takes its value from %s', (_, container, expected) => {
    const { HOME: __, LANG: ___, ...variables } = Object.fromEntries(environment(told(container, stock)));
    expect(variables).toEqual(expected);
  });
});

const from = (valueFrom: IEnvVarSource) => ({ name: 'X', valueFrom });

const stock = world(`apiVersion: v1
kind: ConfigMap
metadata: { name: m }
data: { A: uno, B: dos }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: mas }
data: { A: otro }
---
apiVersion: v1
kind: Secret
metadata: { name: s }
data: { CLAVE: Y29udHJhc2XDsWE=, OTRA: dW5v }
stringData: { OTRA: dos }
`);
