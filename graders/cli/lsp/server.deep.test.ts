import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestEditor } from '../testing/editor.ts';

const home = process.cwd();
const folder = '13-despliegue-canario';
let root: string;
let editor: TestEditor;
const path = (...parts: readonly string[]) => join(root, ...parts);
const answer = () => path('exercises', folder, 'respuesta.yaml');

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'timonel-editor-'));
  cpSync(join(home, 'exercises', folder), path('exercises', folder), { recursive: true });
  for (const file of ['respuesta.yaml', 'respuesta.ts'])
    cpSync(path('exercises', folder, 'starter', file), path('exercises', folder, file));
  mkdirSync(path('k8s'));
  writeFileSync(path('k8s', 'service.yaml'), service);
  editor = new TestEditor(root);
  expect((await editor.begin()).capabilities).toMatchObject({ hoverProvider: true });
}, 60_000);
afterAll(async () => {
  expect(await editor.close()).toEqual({ code: 0, err: '' });
  rmSync(root, { recursive: true, force: true });
});

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: tienda
spec:
  selector: { app: web }
  ports:
    - port: 8080
      targetPort: 80
`;

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: tienda
spec:
  replcas: 2
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: nginx:1.29
          ports:
            - containerPort: 80
`;

const codes = (diagnostics: readonly { readonly code?: unknown }[]) => diagnostics.map(({ code }) => code);

describe('the language server', () => {
  it('tells of a manifest while it is typed, and takes it back', async () => {
    const file = path('k8s', 'web.yaml');
    const found = await editor.open(file, deployment);
    const typo = found.find(({ code }) => code === 'schema/unknown-field');
    expect(typo).toMatchObject({
      source: 'timonel',
      severity: 1,
      range: { start: { line: 6, character: 2 }, end: { line: 6, character: 9 } },
      message: expect.stringContaining('«replicas»'),
      codeDescription: { href: expect.stringMatching(/^file:.*unknown-field\.md$/) },
    });
    expect(codes(await editor.type(file, 'replcas', 'replicas'))).not.toContain('schema/unknown-field');
    // The Service beside it, on the disk, is part of its world.
    expect(codes(await editor.type(file, 'labels: { app: web }', 'labels: { app: wob }'))).toContain(
      'kubernetes/selector-template-mismatch',
    );
  });

  it('grades an answer against its exercise, with the decisions that led there beside', async () => {
    const reference = readFileSync(join(home, 'solutions', folder, 'respuesta.yaml'), 'utf8');
    expect(await editor.open(answer(), reference)).toEqual([]);
    const found = await editor.type(answer(), 'subset: v2', 'subset: v3');
    const wrong = found.find(({ relatedInformation }) => (relatedInformation ?? []).length > 0);
    expect(wrong?.relatedInformation?.some(({ location }) => location.uri.endsWith('given/tienda.yaml'))).toBe(true);
    expect(found.every(({ range }) => range.end.line <= reference.split('\n').length)).toBe(true);
    expect(await editor.type(answer(), 'subset: v3', 'subset: v2')).toEqual([]);
  });

  it('says nothing of an answer that was not begun, of what is given, and of YAML that is no manifest', async () => {
    const starter = readFileSync(path('exercises', folder, 'starter', 'respuesta.ts'), 'utf8');
    expect(await editor.open(path('exercises', folder, 'respuesta.ts'), starter, 'typescript')).toEqual([]);
    const given = path('exercises', folder, 'given', 'tienda.yaml');
    expect(await editor.open(given, readFileSync(given, 'utf8'))).toEqual([]);
    expect(await editor.open(path('compose.yaml'), 'services:\n  web: { image: nginx }\n')).toEqual([]);
  });

  it('tells of a Dockerfile, and of one that was never saved', async () => {
    const text = 'FROM nginx:1.29\nCOPPY . /app\n';
    expect(codes(await editor.open(path('Dockerfile'), text, 'dockerfile'))).toContain(
      'dockerfile/unknown-instruction',
    );
  });

  it('shows the page of what is found, in the language that was asked for', async () => {
    const file = path('k8s', 'hover.yaml');
    await editor.open(file, deployment);
    const hover = await editor.hover(file, 'replcas');
    expect(hover?.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('El campo no existe') });
    expect(await editor.hover(file, 'nginx')).toBe(null);
  });

  it('mends what a message names', async () => {
    const file = path('k8s', 'fix.yaml');
    await editor.open(file, deployment);
    const [fix] = await editor.fixes(file, 'replcas');
    expect(fix).toEqual({ title: 'Cambiar por «replicas»', text: deployment.replace('replcas', 'replicas') });
  });

  it('offers the names of the world, while the file cannot even be parsed', async () => {
    const text = `${readFileSync(join(home, 'solutions', folder, 'respuesta.yaml'), 'utf8')}---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: otra
  namespace: tienda
spec:
  hosts:
    - opi
  http:
    - route:
        - destination:
            host: opiniones
            subset: 
            port:
              number: 
`;
    const file = path('exercises', folder, 'respuesta.yaml');
    await editor.type(file, readFileSync(join(home, 'solutions', folder, 'respuesta.yaml'), 'utf8'), text);
    expect(await editor.offers(file, 'hosts:\n    - opi')).toContain('opiniones');
    expect(await editor.offers(file, 'host: opiniones\n            subset: ')).toEqual(['v1', 'v2']);
    expect(await editor.offers(file, 'number: ')).toEqual(['9080']);
  });
});
