import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestCourse } from './testing/course.ts';
import { stackTrace, timonel } from './testing/run.ts';

let course: TestCourse;
beforeEach(() => {
  course = new TestCourse();
  course.write('mundo/web.yaml', `${pods('web')}---\n${service('web')}`);
  course.write('mundo/cliente.yaml', pods('cliente'));
});
afterEach(() => course.remove());

const pods = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers: [{ name: web, image: "nginx:1.29", ports: [{ containerPort: 80 }] }]
`;

const service = (name: string) => `apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { app: ${name} }, ports: [{ name: http, port: 80 }] }
`;

const mesh = `apiVersion: v1
kind: Namespace
metadata: { name: default, labels: { istio-injection: enabled } }
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: jwt, namespace: default }
spec: { jwtRules: [{ issuer: "https://id.example", audiences: [web], jwksUri: "https://id.example/keys" }] }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: group, namespace: default }
spec:
  selector: { matchLabels: { app: web } }
  rules: [{ when: [{ key: "request.auth.claims[group]", values: [a] }] }]
`;

const gateway = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: default }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: MUTUAL, credentialName: web }
      hosts: [web.example]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: default }
spec:
  hosts: [web.example]
  gateways: [edge]
  http: [{ directResponse: { status: 418 } }]
`;

const routes = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: default }
spec:
  hosts: [web]
  http:
    - corsPolicy: { allowOrigins: [{ exact: "https://a.example" }] }
      headers: { response: { set: { x-shop: one } } }
      route: [{ destination: { host: web } }]
`;

const request = (...args: readonly string[]) => timonel(['request', ...args], { cwd: course.root });
const from = ['--from', 'default/cliente'] as const;

describe('timonel request', () => {
  it('tells every decision with its line, and where the traffic ends', async () => {
    const { code, out, err } = await request('http://web/', '--world', 'mundo', ...from);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/^GET http:\/\/web\/ {2}desde default\/cliente\n/);
    expect(out).toMatch(/mundo\/web\.yaml:\d+:\d+/);
    expect(out).toMatch(/Resultado\n {2}100 % {2}`default\/web`/);
  });

  it('prints the documented JSON, whose hops carry the lines that decided them', async () => {
    const { code, out } = await request('http://web/', '--world', 'mundo', ...from, '--format', 'json');
    expect(code).toBe(0);
    const { version, outcome, hops } = JSON.parse(out);
    expect({ version, outcome }).toMatchObject({
      version: 1,
      outcome: {
        status: 200,
        destinations: [{ workload: 'web', namespace: 'default', port: 80, share: 1 }],
        tls: 'plaintext',
        authorization: { decision: 'allow' },
      },
    });
    expect(hops.some(({ path, range }: { path?: string; range?: object }) => path === 'mundo/web.yaml' && range)).toBe(
      true,
    );
    for (const hop of hops) expect(hop).toMatchObject({ stage: expect.any(String), detail: expect.any(String) });
  });

  // https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings-TLSmode
  it('shows a client certificate to a gateway', async () => {
    course.write('mundo/malla.yaml', `${mesh}---\n${gateway}`);
    const args = ['https://web.example/', '--world', 'mundo', '--format', 'json'];
    expect((await request(...args)).code).toBe(1);
    const { out } = await request(...args, '--client-cert');
    expect(JSON.parse(out).outcome.status).toBe(418);
  });

  // https://istio.io/latest/docs/reference/config/networking/virtual-service/#CorsPolicy
  it('tells what the answer carries', async () => {
    course.write('mundo/malla.yaml', `${mesh}---\n${routes}`);
    const args = ['http://web/', '--world', 'mundo', ...from, '-H', 'Origin: https://a.example'];
    const { out } = await request(...args);
    expect(out).toMatch(/CORS admite el origen `https:\/\/a\.example`/);
    expect(out).toMatch(/La respuesta lleva `x-shop: one`/);
    const preflight = ['-X', 'OPTIONS', '-H', 'Access-Control-Request-Method: GET', '--format', 'json'];
    expect(JSON.parse((await request(...args, ...preflight)).out).outcome).toMatchObject({
      status: 200,
      destinations: [],
      cors: { allowed: true, preflight: true, headers: { 'access-control-allow-origin': 'https://a.example' } },
    });
  });

  // https://istio.io/latest/docs/tasks/security/authentication/jwt-route/
  it.each([
    ['no token', [], 403],
    ['the token that is wanted', ['--token', '{"iss":"https://id.example","sub":"ana","aud":"web","group":"a"}'], 200],
    ['another group', ['--token', '{"iss":"https://id.example","sub":"ana","aud":["web"],"group":"b"}'], 403],
    ['another audience', ['--token', '{"iss":"https://id.example","group":"a"}'], 401],
    ['an invalid token', ['--token', '{"iss":"https://id.example","aud":"web","group":"a"}', '--token-invalid'], 401],
  ])('carries a token: %s', async (_name, args, status) => {
    course.write('mundo/malla.yaml', mesh);
    const { out } = await request('http://web/', '--world', 'mundo', ...from, ...args, '--format', 'json');
    expect(JSON.parse(out).outcome.status).toBe(status);
  });

  it('asks the world that a kustomization comes to', async () => {
    course.write(
      'mundo/kustomization.yaml',
      'namespace: tienda\nnamePrefix: p-\nresources: [web.yaml, cliente.yaml]\n',
    );
    const { code, out } = await timonel(
      ['request', 'http://p-web/', '--from', 'tienda/p-cliente', '--world', 'mundo'],
      { cwd: course.root },
    );
    expect(code).toBe(0);
    expect(out).toContain('p-web.tienda.svc.cluster.local');
  });

  it('finds the URL after the files of --world', async () => {
    const files = ['mundo/web.yaml', 'mundo/cliente.yaml'];
    expect((await request(...from, '--world', ...files, 'http://web/')).code).toBe(0);
  });

  it('ends with 1 when nobody answers', async () => {
    const { code, out } = await request('http://otro/', '--world', 'mundo', ...from, '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out).outcome.refusal).toEqual(expect.any(String));
  });

  it.each([
    ['http://web/', 'es una dirección interna del clúster'],
    ['http://otro/', 'Desde fuera del clúster nadie conoce `otro`'],
  ])('says what somebody outside sees of %s', async (url, said) => {
    const { code, out } = await request(url, '--world', 'mundo');
    expect(code).toBe(1);
    expect(out).toContain('desde fuera del clúster');
    expect(out).toContain(said);
    expect(out).not.toMatch(/outside|``/);
  });

  it('names who could call, for a caller that is not there', async () => {
    const { code, err } = await request('http://web/', '--world', 'mundo', '--from', 'default/clinte');
    expect({ code, err }).toEqual({
      code: 1,
      err: 'Con `--from` puedes decir `default/cliente`, `default/web` y `outside`.\n',
    });
  });

  it.each([
    ['without a URL', ['--world', 'mundo'], 'Falta la dirección'],
    ['with a world that is not there', ['http://web/', '--world', 'nada'], 'file/missing'],
    [
      'with a world without manifests',
      ['http://web/', '--world', 'exercises/04-pod/enunciado.md'],
      'No hay nada que revisar',
    ],
    ['with a world the cluster would refuse', ['http://web/', '--world', 'mal.yaml'], 'schema/unknown-field'],
    ['with a token that is no JSON', ['http://web/', '--world', 'mundo', '--token', 'ana'], 'los claims en JSON'],
    ['with a token of nobody', ['http://web/', '--world', 'mundo', '--token', '{"sub":"ana"}'], 'los claims en JSON'],
    ['with an invalid token that is not there', ['http://web/', '--world', 'mundo', '--token-invalid'], '`--token`'],
    ['with an address of another kind', ['ftp://a/', '--world', 'mundo'], '`ftp://a/` no es una dirección'],
    ['with an address without a scheme', ['web', '--world', 'mundo'], 'no es una dirección'],
    ['with a port that does not exist', ['http://web:70000/', '--world', 'mundo'], 'no es una dirección'],
    ['with a connection without a port', ['tcp://web', '--world', 'mundo'], 'no es una dirección'],
    ['with a method of two words', ['http://web/', '--world', 'mundo', '-X', 'G ET'], 'no es un método HTTP'],
    ['with a query that is none', ['http://nadie/', '--world', 'mundo', '--query', 'sum('], '`sum(`'],
    [
      'with a query that nobody answers',
      ['http://web/', '--world', 'mundo', ...from, '--query', 'up'],
      'miden los proxies de Istio',
    ],
    ['with a header that is none', ['http://web/', '--world', 'mundo', '-H', 'x'], 'no es una cabecera'],
  ])('ends with 2 %s', async (_name, args, said) => {
    course.write('mal.yaml', pods('mal').replace('template:', 'plantilla:'));
    const { code, out, err } = await request(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(said);
    expect(err).not.toMatch(stackTrace);
  });
});
