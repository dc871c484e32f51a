import { describe, expect, it } from 'vitest';
import { check } from '../../check.ts';
import { spanOf } from '../../parse/yaml/located.ts';
import { build } from './build.ts';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - { name: web, image: "nginx:1.27", envFrom: [{ configMapRef: { name: ajustes } }] }
`;
const service = `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
`;

function built(files: Readonly<Record<string, string>>, folder = '') {
  const sources = new Map(Object.entries(files).map(([path, text]) => [path, { path, text }]));
  const { objects, complete } = build(folder, sources);
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what is tested
  const all = objects.map(({ data }) => JSON.parse(JSON.stringify(data)) as any);
  return { objects, complete, all, of: (kind: string) => all.find((one) => one.kind === kind) };
}
const base = (k: string) =>
  built({ 'web.yaml': deployment, 'svc.yaml': service, 'kustomization.yaml': `resources: [web.yaml, svc.yaml]\n${k}` });

// https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
describe('a kustomization', () => {
  it('puts labels where its fields say', () => {
    const common = base('commonLabels: { equipo: a }\n');
    expect(common.of('Service').spec.selector).toEqual({ app: 'web', equipo: 'a' });
    expect(common.of('Deployment').spec.selector.matchLabels).toEqual({ app: 'web', equipo: 'a' });
    const labels = base('labels: [{ pairs: { equipo: a }, includeTemplates: true }]\n').of('Deployment');
    expect(labels.spec.selector.matchLabels).toEqual({ app: 'web' });
    expect([labels.metadata.labels, labels.spec.template.metadata.labels]).toEqual([
      { equipo: 'a' },
      { app: 'web', equipo: 'a' },
    ]);
    expect(base('labels: [{ pairs: { equipo: a } }]\n').of('Deployment').spec.template.metadata.labels).toEqual({
      app: 'web',
    });
  });

  it('names, places, counts and renames images', () => {
    const k =
      'namespace: tienda\nnamePrefix: a-\nnameSuffix: -z\nreplicas: [{ name: web, count: 3 }]\nimages: [{ name: nginx, newName: r:5000/n, newTag: "2" }]\ncommonAnnotations: { nota: x }\n';
    const { metadata, spec } = base(k).of('Deployment');
    expect(metadata).toEqual({ name: 'a-web-z', namespace: 'tienda', annotations: { nota: 'x' } });
    expect([spec.replicas, spec.template.spec.containers[0].image, spec.template.metadata.annotations]).toEqual([
      3,
      'r:5000/n:2',
      { nota: 'x' },
    ]);
  });

  // The ends of the names are those that kubectl gives them.
  it('generates ConfigMaps and Secrets, and has others name them by their hash', () => {
    const { all, of } = base(
      'configMapGenerator: [{ name: ajustes, literals: [A=1] }]\nsecretGenerator: [{ name: clave, literals: ["B=<&>"] }]\n',
    );
    const map = of('ConfigMap');
    expect(map.data).toEqual({ A: '1' });
    expect(of('Secret')).toMatchObject({ type: 'Opaque', data: { B: 'PCY+' } });
    expect(map.metadata.name).toMatch(/^ajustes-[2456789bcdfghkmt]{10}$/);
    expect(of('Deployment').spec.template.spec.containers[0].envFrom[0].configMapRef.name).toBe(map.metadata.name);
    expect(all).toHaveLength(4);
    const plain = base(
      'configMapGenerator: [{ name: ajustes, literals: [A=1] }]\ngeneratorOptions: { disableNameSuffixHash: true }\n',
    );
    expect(plain.of('ConfigMap').metadata.name).toBe('ajustes');
  });

  it.each([
    [
      'a strategic merge',
      'patches: [{ patch: "apiVersion: apps/v1\\nkind: Deployment\\nmetadata: { name: web }\\nspec: { replicas: 2, template: { spec: { containers: [{ name: web, image: otra }, { name: b, image: b }] } } }" }]',
    ],
    [
      'a target',
      'patches: [{ target: { kind: Deployment, name: "w.*" }, patch: "- { op: add, path: /spec/replicas, value: 2 }\\n- { op: replace, path: /spec/template/spec/containers/0/image, value: otra }\\n- { op: add, path: /spec/template/spec/containers/-, value: { name: b, image: b } }" }]',
    ],
    [
      'patchesJson6902',
      'patchesJson6902: [{ target: { version: v1, kind: Deployment, name: web }, patch: "- { op: add, path: /spec/replicas, value: 2 }\\n- { op: replace, path: /spec/template/spec/containers/0/image, value: otra }\\n- { op: add, path: /spec/template/spec/containers/1, value: { name: b, image: b } }" }]',
    ],
  ])('patches by %s', (_, k) => {
    const { spec } = base(k).of('Deployment');
    const containers = spec.template.spec.containers as { name: string; image: string; envFrom?: unknown }[];
    expect(spec.replicas).toBe(2);
    expect(containers.map(({ name, image }) => `${name}=${image}`).sort()).toEqual(['b=b', 'web=otra']);
    expect(containers.find(({ name }) => name === 'web')?.envFrom).toBeDefined();
  });

  it('takes away what a patch deletes', () => {
    const gone = base(
      'patches: [{ patch: "apiVersion: v1\\nkind: Service\\nmetadata: { name: web }\\n$patch: delete" }]',
    );
    expect(gone.of('Service')).toBeUndefined();
  });

  it('stands on bases and components, which keep their own names', () => {
    const files = {
      'base/kustomization.yaml': 'resources: [web.yaml]\nnamePrefix: b-\n',
      'base/web.yaml': deployment,
      'extra/kustomization.yaml': 'kind: Component\npatches: [{ path: p.yaml }]\n',
      'extra/p.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 4 }\n',
      'prod/kustomization.yaml': 'resources: [../base]\ncomponents: [../extra]\nnamePrefix: p-\n',
    };
    const { of, objects } = built(files, 'prod');
    expect(of('Deployment')).toMatchObject({ metadata: { name: 'p-b-web' }, spec: { replicas: 4 } });
    const [deployed] = objects;
    expect(spanOf(deployed?.data.spec, 'replicas')?.path).toBe('extra/p.yaml');
    expect(spanOf(deployed?.data.spec, 'template')?.path).toBe('base/web.yaml');
  });

  it('is incomplete without what it names, and ends where it includes itself', () => {
    expect(base('helmCharts: [{ name: x }]\n').complete).toBe(false);
    expect(built({ 'kustomization.yaml': 'resources: [nada.yaml, "https://example.com/x"]\n' }).complete).toBe(false);
    expect(built({ 'a/kustomization.yaml': 'resources: [../a]\n' }, 'a')).toMatchObject({ complete: false, all: [] });
    const twice = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`k${n}/kustomization.yaml`, `resources: [../k${n + 1}, ../k${n + 1}]\n`]),
    );
    expect(built(twice, 'k0').complete).toBe(false);
  });
});

describe('check', () => {
  const idsOf = (files: Readonly<Record<string, string>>) =>
    check(Object.entries(files).map(([path, text]) => ({ path, text }))).flatMap(({ path, findings }) =>
      findings.filter(({ severity }) => severity === 'error').map(({ id }) => `${path} ${id}`),
    );
  const bare =
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  template:\n    spec: { containers: [{ name: web, image: "nginx:1.27" }] }\n';

  it('judges what a kustomization comes to, and not its pieces', () => {
    expect(idsOf({ 'd.yaml': bare })).toContain('d.yaml schema/missing-field');
    expect(
      idsOf({ 'd.yaml': bare, 'kustomization.yaml': 'resources: [d.yaml]\ncommonLabels: { app: web }\n' }),
    ).toEqual([]);
    const builtin = 'apiVersion: builtin\nkind: LabelTransformer\nmetadata: { name: l }\nlabels: { a: b }\n';
    expect(idsOf({ 'l.yaml': builtin })).toEqual([]);
  });

  it('tells what is wrong where it was written: in the base, once, or in the patch', () => {
    const overlay = (patch: string) => ({
      'base/d.yaml': deployment.replace('port: 80', 'port: 80'),
      'base/kustomization.yaml': 'resources: [d.yaml]\n',
      'a/kustomization.yaml': 'resources: [../base]\npatches: [{ path: p.yaml }]\n',
      'a/p.yaml': patch,
      'b/kustomization.yaml': 'resources: [../base]\n',
    });
    const patch = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: "dos" }\n';
    expect(idsOf(overlay(patch))).toEqual(['a/p.yaml schema/wrong-type']);
    const broken = {
      ...overlay(patch.replace('"dos"', '2')),
      'base/d.yaml': deployment.replace('name: web,', 'name: web, imagen: x,'),
    };
    expect(idsOf(broken)).toEqual(['base/d.yaml schema/unknown-field']);
  });
});
