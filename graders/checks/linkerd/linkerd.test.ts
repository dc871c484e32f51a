import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../exercise.ts';
import { grade } from '../../grade.ts';
import type { ExerciseSpec } from '../kinds.ts';
import type { Params } from './params.ts';

const text = { es: 'x', en: 'x' };
const enabled = 'linkerd.io/inject: enabled';

const namespace = (annotations = '', labels = '') =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: a, annotations: { ${annotations} }, labels: { ${labels} } }\n---\n`;
const app = (name: string, annotations = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: a }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} }, annotations: { ${annotations} } }
    spec: { containers: [{ name: c, image: "nginx:1.29" }] }
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: a }
spec: { selector: { app: ${name} }, ports: [{ port: 80 }] }
---
`;

/** Grades an answer by one `linkerd` check; `given` is the world it is applied to. */
function mesh(answer: string, params: Params, given = '') {
  const check = { id: 'malla', kind: 'linkerd', points: 1, ...params } as Params & { id: string; kind: 'linkerd' };
  const spec: ExerciseSpec = {
    id: 'x',
    number: 99,
    title: text,
    lesson: 'x',
    concepts: [],
    answers: [{ file: 'respuesta.yaml', format: 'manifests' }],
    world: ['given/a.yaml'],
    checks: [check],
    hints: [text],
  };
  const world = { path: 'given/a.yaml', text: given === '' ? namespace() : given };
  const exercise: Exercise = { spec, folder: '99-x', starter: [{ path: 'respuesta.yaml', text: '' }], given: [world] };
  const [result] = grade(exercise, [{ path: 'respuesta.yaml', text: answer }]).checks;
  const told = result?.findings.map(
    ({ id, message, at }) => `${id}/${message} ${answer.slice(at.from, at.to).split('\n')[0]}`,
  );
  return told?.join('; ') || result?.status;
}

describe('pods that must have a proxy', () => {
  const pods = [{ workload: 'a/web', meshed: true }];

  it.each<[string, string, string]>([
    ['annotated namespace', namespace(enabled) + app('web'), 'pass'],
    ['annotated template', app('web', enabled), 'pass'],
    ['nothing', app('web'), 'linkerd/not-injected/nothing-asks { labels: { app: web }, annotations: {  } }'],
    ['label on the namespace', namespace('', enabled) + app('web'), 'linkerd/not-injected/label enabled'],
    [
      'annotation above the template',
      app('web').replace('namespace: a }', `namespace: a, annotations: { ${enabled} } }`),
      'linkerd/not-injected/workload enabled',
    ],
    ['another value', app('web', 'linkerd.io/inject: "true"'), 'linkerd/not-injected/bad-pod-value "true"'],
    ['no workload', app('otro'), 'linkerd/no-workload/none apiVersion: apps/v1'],
  ])('%s', (_name, answer, told) => {
    expect(mesh(answer, { pods })).toBe(told);
  });

  it('keeps the pods that were running before, unless their template changes', () => {
    const given = namespace() + app('web');
    expect(mesh(namespace(enabled), { pods, running: true }, given)).toMatch(/^linkerd\/not-injected\/notRecreated/);
    expect(mesh(namespace(enabled), { pods }, given)).toBe('pass');
    expect(mesh(namespace(enabled) + app('web', 'x: z'), { pods, running: true }, given)).toBe('pass');
  });

  it('tells one cause once, with the names of all it left without a proxy', () => {
    const two = [...pods, { workload: 'a/api', meshed: true }];
    expect(mesh(namespace('', enabled) + app('web') + app('api'), { pods: two })).toBe(
      'linkerd/not-injected/label enabled',
    );
    const wrong = 'linkerd.io/inject: "true"';
    expect(mesh(app('web', wrong) + app('api', wrong), { pods: two })).toBe(
      'linkerd/not-injected/bad-pod-value "true"; linkerd/not-injected/bad-pod-value "true"',
    );
  });

  it('finds what the API does not let change in a running world', () => {
    const given = namespace() + app('web');
    const other = app('web', enabled).replace(/\{ app: web \}/g, '{ app: web, v: "2" }');
    expect(mesh(other, { pods, running: true }, given)).toBe(
      'linkerd/immutable/selector { matchLabels: { app: web, v: "2" } }',
    );
    expect(mesh(other, { pods }, given)).toBe('pass');
    const same = app('web', enabled).replace('{ app: web }', '{ "app": web }');
    expect(mesh(same, { pods, running: true }, given)).toBe('pass');
  });

  it('refuses a proxy that must not be there', () => {
    expect(mesh(app('web', enabled), { pods: [{ workload: 'a/web', meshed: false }] })).toBe(
      'linkerd/injected/has enabled',
    );
  });
});

describe('calls', () => {
  const call = (expect_: object) => ({ calls: [{ from: 'a/web', to: 'http://api/', expect: expect_ }] }) as Params;
  const skip = 'config.linkerd.io/skip-inbound-ports: "80"';
  const deny = 'config.linkerd.io/default-inbound-policy: deny';
  const opaque = 'config.linkerd.io/opaque-ports: "80"';
  const meshed = namespace(enabled);
  const isolated =
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: a }\nspec: { podSelector: {} }\n';

  it('breaks off what is declared to be requests and is not', () => {
    const server =
      'apiVersion: policy.linkerd.io/v1beta3\nkind: Server\nmetadata: { name: s, namespace: a }\nspec: { podSelector: {}, port: 80, accessPolicy: all-unauthenticated, proxyProtocol: HTTP/1 }\n';
    const calls = [{ from: 'a/web', to: 'tcp://api:80', expect: { allowed: true } }] as const;
    const answer = meshed + app('web') + app('api');
    expect(mesh(answer + server, { calls })).toBe('linkerd/shut-out/misread HTTP/1');
    expect(mesh(answer + server.replace('HTTP/1', 'unknown'), { calls })).toBe('pass');
  });

  it.each<[string, string, object, string]>([
    ['secured', meshed + app('web') + app('api'), { secured: true, layer: 'http', allowed: true }, 'pass'],
    ['skipped', meshed + app('web') + app('api', skip), { secured: true }, 'linkerd/not-secured/skip-inbound "80"'],
    [
      'unmeshed',
      app('web', enabled) + app('api'),
      { secured: true },
      'linkerd/not-secured/server-not-meshed { labels: { app: api }, annotations: {  } }',
    ],
    ['must stay out', app('web', enabled) + app('api', enabled), { secured: false }, 'linkerd/secured/is enabled'],
    ['opaque', meshed + app('web') + app('api', opaque), { layer: 'http' }, 'linkerd/other-layer/lost "80"'],
    [
      'opaque by the Service',
      meshed + app('web') + app('api').replace('{ port: 80 }', '{ port: 80, appProtocol: linkerd.io/opaque }'),
      { layer: 'http' },
      'linkerd/other-layer/lost linkerd.io/opaque',
    ],
    ['not opaque', meshed + app('web') + app('api'), { layer: 'tcp' }, 'linkerd/other-layer/looked enabled'],
    [
      'unseen',
      namespace() + app('web') + app('api'),
      { layer: 'http' },
      'linkerd/other-layer/unseen { labels: { app: api }, annotations: {  } }',
    ],
    ['denied', meshed + app('web') + app('api', deny), { allowed: true }, 'linkerd/shut-out/deniedByDefault deny'],
    ['let in', meshed + app('web') + app('api'), { allowed: false }, 'linkerd/let-in/allowed enabled'],
    [
      'let in, whatever a Server says of a port that nobody listens on',
      `${meshed + app('web') + app('api')}apiVersion: policy.linkerd.io/v1beta3\nkind: Server\nmetadata: { name: s, namespace: a }\nspec: { podSelector: {}, port: 8080 }\n`,
      { allowed: false },
      'linkerd/let-in/allowed 8080',
    ],
    [
      'let in by a policy nobody knows',
      meshed + app('web') + app('api', 'config.linkerd.io/default-inbound-policy: authenticated'),
      { allowed: false },
      'linkerd/let-in/allowed authenticated',
    ],
    ['kept out', meshed + app('web') + app('api') + isolated, { allowed: false }, 'pass'],
    ['nobody', meshed + app('web'), {}, 'linkerd/unreachable/refused apiVersion: v1'],
  ])('%s', (_name, answer, wanted, told) => {
    expect(mesh(answer, call(wanted))).toBe(told);
  });
});
