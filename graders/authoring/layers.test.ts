import { describe, expect, it } from 'vitest';
import { type Import, importsOf } from './imports.ts';

/** From the core outwards. A file may import its own layer and those before it. */
const layers: readonly (readonly RegExp[])[] = [
  [/^core\//],
  [/^parse\//],
  [/^model\//],
  [/^(?:schema|rules|lab|theory(?!\/answer-form\.ts))\//, /^generated\/(?!kinds|specs|messages|scenario)/],
  // The form of an answer is read off the checks that ask for it.
  [/^checks\//, /^theory\/answer-form\.ts$/, /^generated\/(?:kinds|specs|scenarios|scenario-specs)\.ts$/],
  [/^(?:grade|check|submission)\.ts$/],
  [/^render\//, /^generated\/messages\.ts$/],
  [/^(?:index|lab)\.ts$/],
  [/^(?:cli|vitest|classroom|authoring)\//, /^\.\.\/(?:site|schemas)\//],
];
const shells = layers.length - 1;

const layerOf = (file: string): number => layers.findIndex((files) => files.some((pattern) => pattern.test(file)));
const isPure = ({ from }: Import): boolean => layerOf(from) < shells;
const say = ({ from, to }: Import): string => `${from} → ${to}`;

/** What the pure part may use at run time: it all works in a page. */
const packages =
  /^(?:yaml|acorn|@sveltejs\/acorn-typescript|dockerfile-ast|just-bash|@orama\/stemmers|@prometheus-io\/lezer-promql|@lezer\/\w+)(?:\/|$)/;

describe('the layers of the graders', () => {
  const imports = importsOf('graders');

  it('has a place for every file', () => {
    const files = new Set(imports.flatMap(({ from, to, own }) => (own ? [from, to] : [from])));
    expect([...files].filter((file) => layerOf(file) === -1)).toEqual([]);
  });

  it('points one way', () => {
    const upwards = imports.filter(({ from, to, own }) => own && layerOf(to) > layerOf(from));
    expect(upwards.map(say)).toEqual([]);
  });

  it('keeps Node out of the pure part', () => {
    expect(imports.filter((one) => isPure(one) && one.to.startsWith('node:')).map(say)).toEqual([]);
  });

  it('imports only what works in a page, and the models of Kubernetes only as types', () => {
    const foreign = imports.filter((one) => isPure(one) && !one.own && !one.typeOnly && !packages.test(one.to));
    expect(foreign.map(say)).toEqual([]);
  });
});
