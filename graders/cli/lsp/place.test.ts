import { describe, expect, it } from 'vitest';
import { placeAt } from './place.ts';

/** The place of the mark `|`. */
const at = (text: string) => placeAt(text.replace('|', ''), text.indexOf('|'));

describe('placeAt', () => {
  it.each([
    ['host: re|', ['host'], 're', true],
    ['spec:\n  host: |', ['spec', 'host'], '', true],
    ['spec:\n  hosts:\n    - re|', ['spec', 'hosts'], 're', true],
    ['spec:\n  hosts:\n  - re|', ['spec', 'hosts'], 're', true],
    ['spec:\n  hosts: [a, re|', ['spec', 'hosts'], 're', true],
    ['spec:\n  destination: { host: re|', ['spec', 'host'], 're', true],
    ['spec:\n  selector:\n    ap|', ['spec', 'selector'], 'ap', false],
    [
      'spec:\n  http:\n    - route:\n        - destination:\n            host: a\n            port:\n              number: |',
      ['spec', 'http', 'route', 'destination', 'port', 'number'],
      '',
      true,
    ],
    ['spec:\n  a:\n    b: 1\n  c: "x|', ['spec', 'c'], 'x', true],
    ['---\nspec:\n  a: 1\n---\nmetadata:\n  name: |', ['metadata', 'name'], '', true],
    [
      'containers:\n- name: a\n  env:\n  - name: X\n    valueFrom:\n      secretKeyRef:\n        name: |',
      ['containers', 'env', 'valueFrom', 'secretKeyRef', 'name'],
      '',
      true,
    ],
  ])('of %j', (text, path, typed, isValue) => {
    expect(at(text)).toMatchObject({ path, typed, isValue });
  });

  it('knows the fields beside and around, the nearest first, and not those of other items', () => {
    const text = 'route:\n  - destination:\n      host: lejos\n  - destination:\n      host: cerca\n      subset: |';
    expect(at(text)?.near.get('host')).toBe('cerca');
    const port = 'destination:\n  host: reviews\n  port:\n    number: |';
    expect(at(port)?.near.get('host')).toBe('reviews');
  });

  it('knows the namespace of the document, written before or after, and of no other', () => {
    const text =
      'metadata:\n  namespace: una\n---\nspec:\n  host: |\nmetadata:\n  labels: { a: b }\n  namespace: otra\n---\nmetadata: { namespace: tres }\n';
    expect(at(text)?.namespace).toBe('otra');
    expect(at('spec:\n  host: |')?.namespace).toBeUndefined();
    expect(at('metadata: { name: a, namespace: tres }\nspec:\n  host: |')?.namespace).toBe('tres');
  });

  it('is none in a comment, and never fails on what is half written', () => {
    expect(at('# host: |')).toBeUndefined();
    expect(at('host: a # de |')).toBeUndefined();
    for (const text of ['', ':', '- - -', '\n\n', '{', '"', 'a:b', '\t', 'a: [', 'é: ñ', '---', '---\n']) {
      for (let offset = 0; offset <= text.length; offset++) placeAt(text, offset);
    }
  });
});
