import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../exercise.ts';
import { grade } from '../../grade.ts';
import { sayFinding } from '../../render/words.ts';
import type { ExerciseSpec } from '../kinds.ts';
import type { Params, ReachCall } from './params.ts';

const text = { es: 'x', en: 'x' };

/** Grades an answer by one `reach` check and gives its status and findings. */
function reach(answer: string, ...calls: readonly ReachCall[]) {
  const check = { id: 'reach', kind: 'reach', points: 1, calls } as unknown as Params & { id: string; kind: 'reach' };
  const spec: ExerciseSpec = {
    id: 'x',
    number: 99,
    title: text,
    lesson: 'x',
    concepts: [],
    answers: [{ file: 'respuesta.yaml', format: 'manifests' }],
    checks: [check],
    hints: [text],
  };
  const exercise: Exercise = { spec, folder: '99-x', starter: [{ path: 'respuesta.yaml', text: '' }], given: [] };
  const [result] = grade(exercise, [{ path: 'respuesta.yaml', text: answer }]).checks;
  const underlined = result?.findings.map(({ at }) => answer.slice(at.from, at.to).split('\n')[0]);
  return { status: result?.status, ids: result?.findings.map(({ id }) => id), underlined, findings: result?.findings };
}

const pod = (name: string, image = 'nginx:1.29') => `apiVersion: v1
kind: Pod
metadata: { name: ${name}, labels: { app: ${name} } }
spec: { containers: [{ name: c, image: "${image}" }] }
---
`;
const service = (ports: string, selector = '{ app: web }') => `apiVersion: v1
kind: Service
metadata: { name: tienda }
spec:
  selector: ${selector}
  ports: ${ports}
---
`;
const shop = pod('web') + service('[{ port: 80 }]');
const url = 'http://tienda/';

describe('a call that must be answered', () => {
  it('passes when it is', () => {
    expect(reach(shop, { to: url, expect: { status: 200, by: 'nginx', destination: 'web', pods: 1 } })).toMatchObject({
      status: 'pass',
      ids: [],
    });
  });

  it.each<[string, string, ReachCall['expect'], string, string]>([
    ['a name nobody has', pod('web'), { status: 200 }, 'reach/unknown-host', 'apiVersion: v1'],
    [
      'a selector that fits no pod',
      pod('web') + service('[{ port: 80 }]', '{ app: tienda }'),
      {},
      'reach/no-endpoints',
      '{ app: tienda }',
    ],
    [
      'a target nobody listens on',
      pod('web') + service('[{ port: 80, targetPort: 8080 }]'),
      {},
      'reach/wrong-port',
      '8080',
    ],
    ['a port the Service lacks', pod('web') + service('[{ port: 8080 }]'), {}, 'reach/wrong-port', '[{ port: 8080 }]'],
    ['another status', shop, { status: 404 }, 'reach/status', '{ name: c, image: "nginx:1.29" }'],
    [
      'another program',
      pod('web', 'httpd:2.4') + service('[{ port: 80 }]'),
      { by: 'nginx' },
      'reach/other-server',
      '{ name: c, image: "httpd:2.4" }',
    ],
    [
      'another destination',
      shop,
      { destination: 'otro' },
      'reach/other-destination',
      '{ name: c, image: "nginx:1.29" }',
    ],
    ['too few pods', shop, { pods: 2 }, 'reach/other-destination', '{ name: c, image: "nginx:1.29" }'],
  ])('fails at %s', (_, answer, expect_, id, line) => {
    expect(reach(answer, { to: url, expect: expect_ })).toMatchObject({
      status: 'fail',
      ids: [id],
      underlined: [line],
    });
  });

  it('abstains when nobody can know which program answers', () => {
    const result = reach(pod('web', 'ejemplo/cosa:1') + service('[{ port: 80 }]'), {
      to: url,
      expect: { by: 'nginx' },
    });
    expect(result).toMatchObject({ status: 'review', ids: ['reach/other-server'] });
  });

  it('says one cause once', () => {
    const call: ReachCall = { to: url, expect: {} };
    expect(reach(pod('web') + service('[{ port: 80 }]', '{ app: nadie }'), call, { ...call, from: 'web' }).ids).toEqual(
      ['reach/no-endpoints'],
    );
  });

  it('may go to any of several pods', () => {
    const to = { kind: 'Pod', port: 80 };
    expect(reach(pod('otro', 'busybox:1') + pod('web'), { to, expect: { by: 'nginx' } }).status).toBe('pass');
    expect(reach(pod('web', 'ngnix:1'), { to: { kind: 'Deployment', port: 80 }, expect: {} }).ids).toEqual([
      'reach/no-target',
    ]);
  });
});

describe('a Service that is another name', () => {
  const alias = (name: string) =>
    `apiVersion: v1\nkind: Service\nmetadata: { name: tienda }\nspec: { type: ExternalName, externalName: ${name} }\n---\n`;

  it.each([
    ['for the world outside', 'tienda.ejemplo.com', 'reach/other-destination alias'],
    ['for itself', 'tienda.default.svc.cluster.local', 'reach/unknown-host aliasOfItself'],
    ['for nobody', 'tiendas.default.svc.cluster.local', 'reach/unknown-host aliasLost'],
  ])('says so: %s', (_, name, said) => {
    const { findings, underlined } = reach(pod('web') + alias(name), { to: url, expect: { destination: 'web' } });
    expect(findings?.map(({ id, message }) => `${id} ${message}`)).toEqual([said]);
    expect(findings?.map((one) => sayFinding(one, 'es')).join()).toContain(`\`${name}\``);
    expect(underlined).toEqual([name]);
  });
});

describe('a call that must be refused', () => {
  const deny =
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p }\nspec: { podSelector: {} }\n';

  it('passes when a policy stops it', () => {
    expect(reach(shop + deny, { to: url, expect: { refusal: 'blocked-by-network-policy' } }).status).toBe('pass');
  });

  it('fails when it gets through', () => {
    expect(reach(shop, { to: url, expect: { refusal: true } }).ids).toEqual(['reach/not-refused']);
  });

  it('fails when something else stops it', () => {
    const broken = pod('web') + service('[{ port: 80 }]', '{ app: nadie }');
    const { findings } = reach(broken, { to: url, expect: { refusal: 'blocked-by-network-policy' } });
    expect(findings?.map(({ id, message }) => `${id} ${message}`)).toEqual(['reach/not-refused otherReason']);
    expect(findings?.map((one) => sayFinding(one, 'es')).join()).toContain(
      'porque una NetworkPolicy la corta, y es porque no hay ningún pod detrás del Service',
    );
  });

  it('is a finding when a policy stops what should pass', () => {
    expect(reach(shop + deny, { to: url, expect: {} }).ids).toEqual(['reach/blocked']);
  });
});

describe('an answer that only works if an unknown process does', () => {
  const unknown = pod('web', 'ejemplo/web:1') + service('[{ port: 80 }]');

  it.each<[string, string, ReachCall['expect']]>([
    ['is not approved', unknown, { status: 200 }],
    ['is not failed for what it may answer', unknown, { status: 404 }],
    [
      'is not approved for an init container that may never end',
      shop.replace('containers:', 'initContainers: [{ name: i, image: "ejemplo/espera:1" }], containers:'),
      { status: 200 },
    ],
  ])('%s', (_, answer, expect_) => {
    expect(reach(answer, { to: url, expect: expect_ })).toMatchObject({ status: 'review', ids: ['cluster/assumed'] });
  });

  it('fails for what does not depend on it', () => {
    expect(reach(unknown, { to: url, expect: { destination: 'otro' } })).toMatchObject({
      status: 'fail',
      ids: ['reach/other-destination'],
    });
  });
});
