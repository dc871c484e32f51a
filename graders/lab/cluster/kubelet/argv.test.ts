import { describe, expect, it } from 'vitest';
import type { ImageProfile } from '../images.ts';
import { commandLine, environment } from './argv.ts';

const image = { entrypoint: ['run'], cmd: ['$(HOME)'], env: { HOME: '/root', LANG: 'es' } } as unknown as ImageProfile;
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
    expect(commandLine({ name: 'c', args: [word], env: variables }, image)).toEqual(['run', expected]);
    expect(commandLine({ name: 'c', command: [word], env: variables }, image)).toEqual([expected]);
  });

  it('leaves the words of the image alone', () => {
    expect(commandLine({ name: 'c', env: variables }, image)).toEqual(['run', '$(HOME)']);
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
    expect(environment({ name: 'c', env: variables }, image).get('X')).toBe(expected);
  });

  it('may come from a ConfigMap that nobody has read', () => {
    const envFrom = [{ configMapRef: { name: 'm' } }];
    expect(environment({ name: 'c', envFrom, env: env(['X', '$(Y)']) }, image).get('X')).toBeUndefined();
  });
});
