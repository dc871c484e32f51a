import { expect, it } from 'vitest';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { linkerdControl, linkerdCrds, linkerdViz, printedObjects, stdin } from './printed.ts';

it.each([
  ['linkerd install --crds', linkerdCrds],
  ['linkerd install', linkerdControl],
  ['linkerd viz install', linkerdViz],
])('knows of what %s prints all that a reader finds in it', (_, printed) => {
  const { text } = printed();
  const { resources, findings } = readManifests(parseYaml({ path: stdin, text }), 'answer');
  expect(findings).toEqual([]);
  expect(printedObjects(text)).toEqual(resources);
});

it('knows nothing of a text that somebody has changed', () => {
  expect(printedObjects(`${linkerdCrds().text}\n`)).toBeUndefined();
  expect(printedObjects('')).toBeUndefined();
});
