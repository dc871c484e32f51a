import { describe, expect, it } from 'vitest';
import { readCases } from '../../authoring/cases.ts';
import { compareStrictly } from '../../authoring/expectations.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { sayFinding } from '../../render/words.ts';
import { fieldSpan, ofKind, refOf } from './manifests.ts';
import { readManifests } from './read.ts';

const read = (text: string) => readManifests(parseYaml({ path: 'respuesta.yaml', text }), 'answer');

describe('cases', () => {
  it.each(readCases('graders/model/manifests/cases').map(({ name, sources }) => [name, sources] as const))(
    '%s',
    (_, sources) => {
      const findings = sources.flatMap((source) => readManifests(parseYaml(source), 'answer').findings);
      expect(compareStrictly(sources, findings)).toEqual([]);
      for (const finding of findings) {
        for (const lang of ['es', 'en'] as const) expect(sayFinding(finding, lang)).not.toMatch(/\{(?:found|field)\}/);
      }
    },
  );
});

describe('objects', () => {
  const [several] = readCases('graders/model/manifests/cases').filter(({ name }) => name === 'several.yaml');
  const { resources } = readManifests(parseYaml(several?.sources[0] ?? { path: '', text: '' }), 'given');

  it('come out of documents and lists in file order', () => {
    expect(resources.map(refOf)).toEqual([
      { kind: 'Namespace', name: 'tienda' },
      { kind: 'Service', name: 'web', namespace: 'tienda' },
      { kind: 'Deployment', name: 'web', namespace: 'tienda' },
    ]);
    expect(resources.map(({ group, origin }) => [group, origin])).toEqual([
      ['', 'given'],
      ['', 'given'],
      ['apps', 'given'],
    ]);
  });

  it('take version and kind from a typed list where they have none', () => {
    const text =
      'apiVersion: apps/v1\nkind: DeploymentList\nitems:\n  - metadata: { name: a }\n  - { kind: StatefulSet, metadata: { name: b } }\n';
    const { resources: listed, findings } = read(text);
    expect(findings).toEqual([]);
    expect(listed.map(({ apiVersion, kind, name }) => [apiVersion, kind, name])).toEqual([
      ['apps/v1', 'Deployment', 'a'],
      ['apps/v1', 'StatefulSet', 'b'],
    ]);
    const [deployment] = listed;
    const at = deployment && fieldSpan(deployment, 'metadata', 'name');
    expect(text.slice(at?.from, at?.to)).toBe('a');
  });

  it('are found by kind, and by group where two have the same name', () => {
    expect(ofKind({ resources }, 'Service')).toHaveLength(1);
    expect(ofKind({ resources }, 'Deployment', 'apps')).toHaveLength(1);
    expect(ofKind({ resources }, 'Deployment', 'otro')).toHaveLength(0);
  });

  it('know where their fields were written, and the nearest written ancestor of the others', () => {
    const text = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n';
    const [pod] = read(text).resources;
    const piece = (...path: string[]) => {
      const { from, to } = pod ? fieldSpan(pod, ...path) : { from: 0, to: 0 };
      return text.slice(from, to);
    };
    expect(piece('metadata', 'name')).toBe('web');
    expect(piece('metadata', 'labels', 'app').trim()).toBe('name: web');
    expect(piece('spec').trim()).toBe(text.trim());
  });

  it('are in the default namespace unless they say otherwise, or live outside namespaces', () => {
    const names = read('apiVersion: v1\nkind: Pod\n---\napiVersion: v1\nkind: Node\nmetadata: {namespace: x}\n');
    expect(names.resources.map(({ namespace }) => namespace)).toEqual(['default', undefined]);
  });
});
