import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestCourse } from './testing/course.ts';
import { stackTrace, timonel } from './testing/run.ts';

let course: TestCourse;
beforeEach(() => {
  course = new TestCourse();
});
afterEach(() => course.remove());

const cluster = (...args: readonly string[]) => timonel(['cluster', ...args], { cwd: course.root });

const web = (rest = '', replicas = 1) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: tienda }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: c, image: "nginx:1.29", ${rest} }]
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: tienda }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
`;
const failing = 'readinessProbe: { httpGet: { path: /vivo, port: 80 } }';
const namespace = (annotations: string) => `---
apiVersion: v1
kind: Namespace
metadata: { name: tienda, ${annotations} }
`;

describe('timonel cluster', () => {
  it('shows a world that is well', async () => {
    course.write('k8s/web.yaml', web('', 2));
    const { code, out, err } = await cluster('k8s');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^tienda\n {2}✓ Deployment web {2}2 de 2 listos\n( {6}✓ web-\S+ {2}1\/1 {2}Running {2}node-\d\n){2}/,
    );
    expect(out).toContain('  ✓ Service web  ClusterIP  80  2 endpoints\n');
    expect(out).toMatch(/1 de 1 carga lista · 1 de 1 Service con endpoints que responden\n$/);
  });

  it('says once why pods are not ready, with the line', async () => {
    course.write('web.yaml', web(failing, 3));
    const { code, out } = await cluster('web.yaml');
    expect(code).toBe(1);
    expect(out.split('pide `/vivo` en el puerto 80 y recibe un').length).toBe(2);
    expect(out).toContain('web.yaml:10:');
    expect(out).toContain('El selector de `web` elige 3 pods, pero ninguno está listo.');
  });

  it('counts the pods beyond the first', async () => {
    course.write('web.yaml', web('', 9));
    expect((await cluster('web.yaml')).out).toContain('… y 3 más');
  });

  it.each([
    ['labels: { istio-injection: enabled }', '2/2'],
    ['annotations: { linkerd.io/inject: enabled }', '2/2'],
    ['labels: { a: b }', '1/1'],
  ])('counts the proxy that a mesh adds: %s', async (asks, ready) => {
    course.write('web.yaml', web() + namespace(asks));
    expect((await cluster('web.yaml')).out).toContain(`  ${ready}  Running`);
  });

  it('counts a proxy that is written only once', async () => {
    const proxied = web().replace('containers: [', 'containers: [{ name: istio-proxy, image: istio/proxyv2:1.31.0 }, ');
    course.write('web.yaml', proxied + namespace('labels: { istio-injection: enabled }'));
    expect((await cluster('web.yaml')).out).toContain('  2/2  Running');
  });

  it('tells what nobody admits, and goes on with the rest', async () => {
    const quota =
      '---\napiVersion: v1\nkind: ResourceQuota\nmetadata: { name: q, namespace: tienda }\nspec: { hard: { pods: "1" } }\n';
    const typo = '---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: m, namespace: tienda }\ndta: {}\n';
    const route =
      '---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: v, namespace: tienda }\nspec: { hosts: [web], http: [{ fault: { abort: { httpStatus: 500, percentage: { value: 150 } } }, route: [{ destination: { host: web } }] }] }\n';
    course.write('web.yaml', web('', 3) + quota + typo + route);
    const { code, out } = await cluster('web.yaml');
    expect(code).toBe(1);
    expect(out).toContain('No se admitieron 2 de sus pods: el porqué está al final.');
    expect(out).toMatch(/✗ ConfigMap tienda\/m {2}API\n/);
    expect(out).toMatch(/✗ Pod tienda\/web-\S+ {2}ResourceQuota {2}y 1 más por lo mismo\n/);
    expect(out).toMatch(/✗ VirtualService tienda\/v {2}istiod\n/);
    expect(out).toContain('✓ Service web');
  });

  it('says that nobody listens where a Service leads', async () => {
    course.write('web.yaml', web().replace('port: 80 }', 'port: 80, targetPort: 8080 }'));
    const { code, out } = await cluster('web.yaml');
    expect(code).toBe(1);
    expect(out).toMatch(/✗ Service web {2}ClusterIP {2}80→8080 {2}1 endpoint\n[^✓]*nadie escucha en el puerto 8080/);
  });

  it('says what is only assumed', async () => {
    course.write('web.yaml', web().replace('nginx:1.29', 'ejemplo/web:1'));
    expect((await cluster('web.yaml')).out).toMatch(/Running {2}node-\d {2}supuesto/);
  });

  it('says what pods need and no file shows, each once, and where it is asked for', async () => {
    const needs = [
      'nodeName: nodo-7',
      'serviceAccountName: tienda',
      'volumes: [{ name: c, configMap: { name: kube-root-ca.crt } }, { name: s, secret: { secretName: claves } }]',
    ];
    course.write(
      'web.yaml',
      web().replace('    spec:\n', `    spec:\n${needs.map((line) => `      ${line}\n`).join('')}`),
    );
    const { out } = await cluster('web.yaml');
    const [, absent = ''] = out.split('Se da por hecho que existe, porque no está en estos ficheros:\n');
    expect(absent.split('\n\n')[0]?.replace(/ {2}web\.yaml:\d+:\d+/g, '')).toBe(
      ['  Node nodo-7', '  Secret tienda/claves', '  ServiceAccount tienda/tienda'].join('\n'),
    );
    expect(out).toContain('Running  nodo-7');
    const { absent: told } = JSON.parse((await cluster('web.yaml', '--format', 'json')).out);
    expect(told.map(({ kind, namespace, name }: Record<string, string>) => [kind, namespace, name])).toEqual([
      ['Node', undefined, 'nodo-7'],
      ['Secret', 'tienda', 'claves'],
      ['ServiceAccount', 'tienda', 'tienda'],
    ]);
  });

  it('takes all paths as one world', async () => {
    const [deployment = '', service = ''] = web().split('---\n');
    course.write('a.yaml', deployment);
    course.write('b/b.yaml', service);
    expect((await cluster('a.yaml', 'b')).out).toContain('1 endpoint');
  });

  it('prints the documented JSON', async () => {
    course.write('web.yaml', web(failing));
    const { code, out } = await cluster('web.yaml', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      workloads: [
        {
          kind: 'Deployment',
          namespace: 'tienda',
          name: 'web',
          wanted: 1,
          ready: 0,
          pods: [
            {
              node: 'node-1',
              phase: 'Running',
              ready: false,
              path: 'web.yaml',
              range: { start: { line: 10, column: 87 } },
            },
          ],
        },
      ],
      services: [{ namespace: 'tienda', name: 'web', type: 'ClusterIP', endpoints: [{ port: 80, ready: false }] }],
      refused: [],
    });
  });

  it.each([
    ['a file that cannot be read as YAML', 'a: [\n', 'mal.yaml'],
    ['a file that is not there', '', 'nada.yaml'],
    ['no manifest at all', 'a: 1\n', 'mal.yaml'],
  ])('ends with 2 for %s', async (_name, text, path) => {
    course.write('mal.yaml', text);
    const { code, out, err } = await cluster(path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
    expect(err).not.toMatch(stackTrace);
  });

  it('builds the kustomizations of the world', async () => {
    course.write(
      'k8s/base/kustomization.yaml',
      'resources: [web.yaml]\nlabels: [{ pairs: { app: web }, includeSelectors: true }]\n',
    );
    course.write(
      'k8s/base/web.yaml',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { containers: [{ name: c, image: "nginx:1.29" }] } } }\n',
    );
    course.write('k8s/prod/kustomization.yaml', 'namespace: prod\nnamePrefix: p-\nresources: [../base]\n');
    const { code, out, err } = await cluster('k8s');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^prod\n {2}✓ Deployment p-web {2}1 de 1 listo/);
    expect(out).not.toContain('default');
  });
});
