import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../exercise.ts';
import { grade } from '../../grade.ts';
import { sayFinding, sayHop } from '../../render/words.ts';
import type { ExerciseSpec } from '../kinds.ts';
import { readAmount } from './amount.ts';
import type { Params, TrafficCall } from './params.ts';

const text = { es: 'x', en: 'x' };
const object = (kind: string, name: string, rest: string, apiVersion = 'networking.istio.io/v1') =>
  `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: ${name}, namespace: s}, ${rest}}\n---\n`;
const deployment = (name: string, labels: string) =>
  object(
    'Deployment',
    name,
    `spec: {replicas: 2, selector: {matchLabels: {${labels}}}, template: {metadata: {labels: {${labels}}}, spec: {serviceAccountName: ${name}, containers: [{name: c, image: "x.example/y:1"}]}}}`,
    'apps/v1',
  );

const account = (name: string) =>
  `{apiVersion: v1, kind: ServiceAccount, metadata: {name: ${name}, namespace: s}}\n---\n`;

const given = [
  '{apiVersion: v1, kind: Namespace, metadata: {name: s, labels: {istio-injection: enabled}}}\n---\n',
  ...['web', 'a-v1', 'a-v2'].map(account),
  deployment('web', 'app: web'),
  deployment('a-v1', 'app: a, version: v1'),
  deployment('a-v2', 'app: a, version: v2'),
  object('Service', 'a', 'spec: {selector: {app: a}, ports: [{name: http, port: 80}]}', 'v1'),
  object('Service', 'none', 'spec: {selector: {app: none}, ports: [{name: http, port: 80}]}', 'v1'),
].join('');

const later = [
  account('b'),
  deployment('b', 'app: b'),
  object('Service', 'b', 'spec: {selector: {app: b}, ports: [{name: http, port: 80}]}', 'v1'),
].join('');

const subsets = object(
  'DestinationRule',
  'a',
  'spec: {host: a, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]}',
);
const routes = (http: string) => object('VirtualService', 'a', `spec: {hosts: [a], http: [${http}]}`);
const to = (subset: string, weight = '') =>
  `{destination: {host: a, subset: ${subset}}${weight && `, weight: ${weight}`}}`;
const ninetyTen = routes(`{route: [${to('v1', '90')}, ${to('v2', '10')}]}`);

/** Grades an answer by one `traffic` check. */
function traffic(answer: string, call: Partial<TrafficCall>, more: Partial<Params> = {}) {
  const calls = [{ from: 's/web', to: 'http://a/', expect: {}, ...call }];
  const check = { id: 'traffic', kind: 'traffic', points: 1, ...more, calls } as unknown as Params & {
    id: string;
    kind: 'traffic';
  };
  const spec: ExerciseSpec = {
    id: 'x',
    number: 99,
    title: text,
    lesson: 'x',
    concepts: [],
    answers: [{ file: 'respuesta.yaml', format: 'manifests' }],
    world: ['given/w.yaml'],
    checks: [check],
    hints: [text],
  };
  const exercise: Exercise = {
    spec,
    folder: '99-x',
    starter: [{ path: 'respuesta.yaml', text: '' }],
    given: [
      { path: 'given/w.yaml', text: given },
      { path: 'given/later.yaml', text: later },
    ],
  };
  const [result] = grade(exercise, [{ path: 'respuesta.yaml', text: answer }]).checks;
  const findings = result?.findings ?? [];
  return {
    status: result?.status,
    trace: result?.trace,
    said: findings.map((one) => `${one.id} ${answer.slice(one.at.from, one.at.to)}`),
    findings,
  };
}

describe('a call that goes as expected', () => {
  it.each<[string, string, Partial<TrafficCall>]>([
    ['an even split', subsets, { expect: { status: 200, split: { v1: '50%', v2: '>=50% <=50%' } } }],
    ['weights', subsets + ninetyTen, { expect: { split: { v1: '>50%', v2: '1%..49%' } } }],
    ['a workload as key', subsets + ninetyTen, { expect: { split: { 'a-v1': '90%' } } }],
    ['nothing to compare', subsets, { to: 'http://nowhere/' }],
    [
      'a refusal',
      routes('{match: [{uri: {exact: /x}}], route: [{destination: {host: a}}]}'),
      { expect: { refusal: 'no-route' } },
    ],
    ['any refusal', routes('{route: [{destination: {host: none}}]}'), { expect: { refusal: true } }],
    ['the status of a refusal', routes('{route: [{destination: {host: none}}]}'), { expect: { status: 503 } }],
    ['a redirect', routes('{redirect: {uri: /b}}'), { expect: { status: 301, location: 'http://a/b' } }],
    [
      'what the route says',
      subsets +
        routes(
          `{rewrite: {uri: /b}, timeout: 2s, retries: {attempts: 3}, mirror: {host: a, subset: v2}, route: [${to('v1')}]}`,
        ),
      { expect: { path: '/b', timeout: 2, retries: 3, mirror: { v2: '100%' }, destination: 's/a-v1', tls: 'mutual' } },
    ],
    [
      'faults',
      routes('{fault: {delay: {fixedDelay: 1s, percentage: {value: 10}}}, route: [{destination: {host: a}}]}'),
      { expect: { delayed: '10%', aborted: '0%', status: 200 } },
    ],
  ])('%s', (_name, answer, call) => {
    expect(traffic(answer, call)).toMatchObject({ status: 'pass', said: [] });
  });

  it('tells the story of the first call', () => {
    expect(traffic(subsets, {}).trace?.hops.length).toBeGreaterThan(0);
  });
});

describe('what nobody wrote is not told as if it were written', () => {
  const told = (rule: string, expect: TrafficCall['expect']) => {
    const [found] = traffic(routes(`{${rule}route: [{destination: {host: a}}]}`), { expect }).findings;
    return `${found?.message}: ${found && sayFinding(found, 'es')}`;
  };

  it.each([
    ['', { retries: 3 }, /^usualRetries: .*no dice nada de reintentos.*reintenta 2\.$/],
    ['retries: {attempts: 1}, ', { retries: 3 }, /^retries: .*y se reintenta 1\.$/],
    ['retries: {attempts: 0}, ', { retries: 3 }, /^noRetries: .*y no se reintenta\.$/],
    ['', { timeout: 2 }, /^noTimeout: .*no pone ninguno\.$/],
    ['timeout: 1s, ', { timeout: 2 }, /^timeout: .*y tiene 1 s\.$/],
  ])('%s %j', (rule, wanted, words) => expect(told(rule, wanted)).toMatch(words));
});

describe('a call that goes otherwise says so, at the lines to blame', () => {
  const deny = object(
    'AuthorizationPolicy',
    'p',
    'spec: {selector: {matchLabels: {app: a}}, rules: [{from: [{source: {namespaces: [t]}}]}]}',
    'security.istio.io/v1',
  );
  const strict = object('PeerAuthentication', 'p', 'spec: {mtls: {mode: STRICT}}', 'security.istio.io/v1');
  const off = object('DestinationRule', 'plain', 'spec: {host: a, trafficPolicy: {tls: {mode: DISABLE}}}');
  it.each<[string, Partial<TrafficCall>, string]>([
    [subsets + ninetyTen, { expect: { split: { v2: '>50%' } } }, 'traffic/split 10'],
    [subsets + routes(`{route: [${to('v1')}]}`), { expect: { split: { v2: '>0%' } } }, 'traffic/split v1'],
    [subsets + ninetyTen, { expect: { destination: 'a-v1' } }, 'traffic/destination 10'],
    [routes(`{route: [${to('v1')}]}`), { expect: { status: 200 } }, 'traffic/unknown-destination v1'],
    [routes('{route: [{destination: {host: b}}]}'), { expect: { status: 200 } }, 'traffic/unknown-destination b'],
    [routes('{route: [{destination: {host: none}}]}'), { expect: { status: 200 } }, 'traffic/no-pods none'],
    [subsets.replace('version: v2', 'version: v3') + ninetyTen, { expect: { status: 200 } }, 'traffic/no-pods v3'],
    [routes('{match: [{uri: {exact: /x}}], redirect: {uri: /}}'), { expect: { status: 200 } }, 'traffic/no-route http'],
    [routes('{directResponse: {status: 418}}'), { expect: { status: 200 } }, 'traffic/status {status: 418}'],
    [subsets, { to: 'http://nowhere/', expect: { status: 200 } }, `traffic/not-connected ${subsets.split('\n')[0]}`],
    [subsets, { from: 's/nobody', expect: { status: 200 } }, `traffic/not-connected ${subsets.split('\n')[0]}`],
    [subsets, { from: 'outside', expect: { status: 200 } }, `traffic/not-connected ${subsets.split('\n')[0]}`],
    [deny, { expect: { status: 200 } }, 'traffic/denied [t]'],
    [deny.replace('selector: {matchLabels: {app: a}}, ', ''), { expect: { status: 200 } }, 'traffic/denied spec'],
    [strict + off, { expect: { status: 200 } }, 'traffic/tls-mismatch DISABLE'],
    [off, { expect: { tls: 'mutual' } }, 'traffic/tls-mismatch DISABLE'],
    [subsets, { expect: { refusal: true } }, `traffic/not-refused ${subsets.split('\n')[0]}`],
    [routes('{route: [{destination: {host: none}}]}'), { expect: { refusal: 'no-route' } }, 'traffic/not-refused none'],
    [
      routes('{timeout: 1s, route: [{destination: {host: a}}]}'),
      { expect: { timeout: 2 } },
      'traffic/request-handling 1s',
    ],
    [
      routes('{fault: {abort: {httpStatus: 500, percentage: {value: 10}}}, route: [{destination: {host: a}}]}'),
      { expect: { status: 200 } },
      'traffic/not-connected {abort: {httpStatus: 500, percentage: {value: 10}}}',
    ],
  ])('%#', (answer, call, expected) => {
    const { status, said, findings } = traffic(answer, call);
    expect(status).toBe('fail');
    expect(said).toEqual([expected]);
    for (const lang of ['es', 'en'] as const) {
      for (const found of findings) {
        expect(sayFinding(found, lang)).not.toMatch(/\{[a-z]/);
        for (const hop of found.because?.hops ?? []) expect(sayHop(hop, lang)).not.toMatch(/\{[a-z]|^mesh\//);
      }
    }
  });

  it('deploys more afterwards where the spec asks for it', () => {
    const call = { to: 'http://b/', expect: { status: 200 } };
    expect(traffic(subsets, call, { later: ['given/later.yaml'] }).status).toBe('pass');
    expect(traffic(subsets, call).said[0]).toMatch(/^traffic\/not-connected/);
  });

  it('tells one cause once', () => {
    const answer = routes(`{route: [${to('v1')}]}`);
    const twice = traffic(answer, { expect: { status: 200 } });
    expect(twice.findings).toHaveLength(1);
  });

  it('holds at any scale where the spec asks for it', () => {
    const replicas = { 'a-v1': 1, 'a-v2': 3 };
    const expectation = { expect: { split: { v1: '50%' } } };
    expect(traffic(subsets, expectation, { replicas }).said[0]).toMatch(/^traffic\/split/);
    expect(traffic(subsets + ninetyTen, { expect: { split: { v1: '90%' } } }, { replicas }).status).toBe('pass');
  });
});

describe('a split that must hold at any scale', () => {
  const replicas = { 'a-v1': 1, 'a-v2': 4 };
  const expectation = { expect: { split: { v1: '>50%', v2: '>0%' } } };
  it.each<[string, string, string[]]>([
    ['by weights', subsets + ninetyTen, []],
    [
      'partly by pods',
      subsets + routes(`{route: [${to('v1', '80')}, {destination: {host: a}, weight: 20}]}`),
      ['traffic/split 20'],
    ],
    ['a subset that is the whole Service', subsets.replace('version: v2', '') + ninetyTen, ['traffic/split 10']],
  ])('%s', (_, answer, expected) => {
    expect(traffic(answer, expectation, { replicas, steady: true }).said).toEqual(expected);
    expect(traffic(answer, expectation, { replicas }).said).toEqual([]);
  });
});

describe('two VirtualServices for one host', () => {
  const second = (http: string) => object('VirtualService', 'b', `spec: {hosts: [a], http: [${http}]}`);
  it('is said where it is the reason', () => {
    const lost = traffic(
      subsets + routes('{match: [{uri: {exact: /x}}], redirect: {uri: /}}') + second(`{route: [${to('v1')}]}`),
      { expect: { status: 200 } },
    );
    expect(lost.findings.map(({ message }) => message)).toEqual(['conflict']);
    const astray = traffic(subsets + routes(`{route: [${to('v1')}]}`) + second(`{route: [${to('v2')}]}`), {
      expect: { split: { v2: '>0%' } },
    });
    expect(astray.findings.map((found) => sayFinding(found, 'en'))[0]).toMatch(/only one of the two counts/);
  });
});

describe('a call for every rule of the answer', () => {
  const everyRule = { from: 's/web', to: 'http://a', expect: { status: 200 } };
  const rule = (match: string, subset = 'v3') => `{match: [{${match}}], route: [${to(subset)}]}`;
  const everything = `{route: [${to('v1')}]}`;
  it.each<[string, string, string[]]>([
    ['all of them go somewhere', routes(`${rule('headers: {x-beta: {}}', 'v2')}, ${everything}`), []],
    [
      'a header',
      routes(`${rule('headers: {x-beta: {exact: si}}')}, ${everything}`),
      ['traffic/unknown-destination v3'],
    ],
    [
      'a method and a query',
      routes(`${rule('method: {exact: PATCH}, queryParams: {v: {regex: "[0-9]+"}}')}, ${everything}`),
      ['traffic/unknown-destination v3'],
    ],
    ['a path', routes(`${rule('uri: {regex: "/v[0-9]/.*"}')}, ${everything}`), ['traffic/unknown-destination v3']],
    [
      'of another host',
      routes(everything) + object('VirtualService', 'b', `spec: {hosts: [none], http: [${rule('uri: {prefix: /}')}]}`),
      [],
    ],
    [
      'of a path that no URL has',
      routes(`${rule('uri: {exact: "/a b"}')}, ${rule('uri: {prefix: productos}')}, ${everything}`),
      [],
    ],
    ['never used', routes(`${everything}, ${rule('uri: {exact: /x}')}`), []],
    ['about the token', routes(`${rule("headers: {'@request.auth.claims.group': {exact: a}}")}, ${everything}`), []],
  ])('%s', (_, http, expected) => {
    const { said } = traffic(subsets + http, { expect: { status: 200 } }, { everyRule });
    expect(said).toEqual(expected);
  });
});

describe('a refusal says who took the request, or why it should have failed otherwise', () => {
  const policy = (spec: string) => object('AuthorizationPolicy', 'p', `spec: {${spec}}`, 'security.istio.io/v1');
  const peers = (mode: string) =>
    object('PeerAuthentication', 'm', `spec: {mtls: {mode: ${mode}}}`, 'security.istio.io/v1');
  const off = object('DestinationRule', 'plain', 'spec: {host: a, trafficPolicy: {tls: {mode: DISABLE}}}');
  const none = routes('{route: [{destination: {host: none}}]}');
  it.each<[string, string, TrafficCall['expect']['refusal'], string, string]>([
    ['a rule', policy('rules: [{}]'), 'denied-by-policy', 'byRule', '{}'],
    [
      'no rule',
      policy('action: DENY, rules: [{to: [{operation: {methods: [PUT]}}]}]'),
      true,
      'unopposed',
      '[{to: [{operation: {methods: [PUT]}}]}]',
    ],
    ['other pods', policy('selector: {matchLabels: {app: z}}'), true, 'unguarded', '{matchLabels: {app: z}}'],
    ['a record', policy('action: AUDIT, rules: [{}]'), true, 'unguarded', 'AUDIT'],
    ['plaintext', off + peers('PERMISSIVE'), 'plaintext-refused', 'plaintextTaken', 'DISABLE'],
    ['a proxy', peers('STRICT'), 'plaintext-refused', 'notPlaintext', 'STRICT'],
    ['another reason', none, ['denied-by-policy'], 'otherReason', 'none'],
    ['another reason than several', none, ['denied-by-policy', 'plaintext-refused'], 'lost', 'none'],
    [
      'the proxy itself',
      routes('{directResponse: {status: 403}}'),
      ['denied-by-policy'],
      'answeredByProxy',
      '{status: 403}',
    ],
  ])('%s', (_name, answer, refusal, message, at) => {
    const { findings } = traffic(answer, { expect: { refusal } as TrafficCall['expect'] });
    expect(findings.map((one) => `${one.id} ${one.message} ${answer.slice(one.at.from, one.at.to)}`)).toEqual([
      `traffic/not-refused ${message} ${at}`,
    ]);
    for (const lang of ['es', 'en'] as const) {
      for (const found of findings) expect(sayFinding(found, lang)).not.toMatch(/\{[a-z]/);
    }
  });

  it('says that plaintext is taken by default where no policy says otherwise', () => {
    const call = { from: 's/plain', expect: { refusal: 'plaintext-refused' } } as const;
    const plain = deployment('plain', 'app: plain, sidecar.istio.io/inject: "false"') + account('plain');
    expect(traffic(plain, call).findings).toMatchObject([{ message: 'plaintextByDefault' }]);
    const unset = traffic(plain + peers('UNSET'), call).findings;
    expect(unset).toMatchObject([{ message: 'plaintextUnset', data: { policy: 's/m' } }]);
    expect(traffic(plain + peers('PERMISSIVE'), call).findings).toMatchObject([{ message: 'plaintextTaken' }]);
    expect(traffic(plain + peers('STRICT'), call).status).toBe('pass');
  });

  it('takes any of the reasons given', () => {
    const refusal = ['no-healthy-upstream', 'denied-by-policy'] as const;
    expect(traffic(none, { expect: { refusal } }).status).toBe('pass');
    expect(traffic(policy('action: DENY, rules: [{}]'), { expect: { refusal } }).status).toBe('pass');
  });

  it('names the rule that came nearest to allowing', () => {
    const account = (name: string) => `from: [{source: {serviceAccounts: [${name}]}}]`;
    const rules = policy(
      `selector: {matchLabels: {app: a}}, rules: [{${account('nobody')}}, {${account('web')}, to: [{operation: {methods: [POST], paths: [/]}}]}]`,
    );
    const [found] = traffic(rules, { expect: { status: 200 } }).findings;
    expect(found).toMatchObject({
      message: 'nearest',
      data: { rule: 2, field: 'methods', found: { en: 'has `GET`' } },
    });
    expect(rules.slice(found?.at.from, found?.at.to)).toBe('[POST]');
  });

  it('says that nobody is known without mTLS, and that a policy without rules allows nothing', () => {
    const anyone = policy('rules: [{from: [{source: {principals: ["*"]}}]}]');
    expect(traffic(anyone + off, { expect: { status: 200 } }).findings).toMatchObject([
      { message: 'unscoped', data: { found: { en: expect.stringContaining('without mTLS') } } },
    ]);
    expect(traffic(policy(''), { expect: { status: 200 } }).findings).toMatchObject([{ message: 'nothingAnywhere' }]);
  });
});

describe('amounts', () => {
  it.each<[string, number, boolean]>([
    ['10%', 0.1, true],
    ['10%', 0.11, false],
    ['>0% <50%', 0.001, true],
    ['>0% <50%', 0.5, false],
    ['>50%', 0.5, false],
    ['1%..49%', 0.49, true],
    ['1%..49%', 0.5, false],
    ['33.3%', 1 / 3, true],
    ['<=50%', 0.1 + 0.4, true],
  ])('%s of %d is %s', (amount, share, expected) => {
    expect(readAmount(amount)(share)).toBe(expected);
  });

  it('refuses anything else', () => {
    expect(() => readAmount('half')).toThrow('half');
  });
});

describe('every literal of the answer', () => {
  const policy = (rules: string, more = '') =>
    object(
      'AuthorizationPolicy',
      'p',
      `spec: {selector: {matchLabels: {app: a}}, ${more}rules: [${rules}]}`,
      'security.istio.io/v1',
    );
  const web = 'from: [{source: {principals: [cluster.local/ns/s/sa/web]}}]';
  const wanted = `{${web}, to: [{operation: {methods: [GET], paths: [/x]}}]}`;
  const only: Params['everyLiteral'] = {
    from: ['s/web', 's/a-v1'],
    to: 'http://a',
    cases: [{ from: 's/web', method: 'GET', path: '/x', expect: {} }, { expect: { refusal: 'denied-by-policy' } }],
  };
  const judged = (answer: string) =>
    traffic(answer, { to: 'http://a/x', expect: { status: 200 } }, { everyLiteral: only });

  it('is nothing beyond what is asked for', () => expect(judged(policy(wanted))).toMatchObject({ status: 'pass' }));

  it.each([
    ['another path', `${wanted}, {${web}, to: [{operation: {methods: [GET], paths: [/salud]}}]}`],
    ['another method', `{${web}, to: [{operation: {methods: [GET, PURGE], paths: [/x]}}]}`],
    ['a pattern', `{${web}, to: [{operation: {methods: [GET], paths: ["/x*"]}}]}`],
    ['a path for everybody', `${wanted}, {to: [{operation: {paths: [/salud]}}]}`],
    ['a header', `${wanted}, {when: [{key: "request.headers[x-llave]", values: [abre]}]}`],
  ])('finds %s', (_, rules) => expect(judged(policy(rules)).status).toBe('fail'));

  it('finds a route of one’s own', () => {
    const cases: Params['everyLiteral'] = {
      from: ['s/web'],
      to: 'http://a',
      cases: [{ expect: { split: { v1: '100%' } } }],
    };
    const route = (more: string) => subsets + routes(`${more}{route: [${to('v1')}]}`);
    const promo = `{match: [{uri: {prefix: /promos}}], route: [${to('v2')}]}, `;
    expect(traffic(route(''), {}, { everyLiteral: cases }).status).toBe('pass');
    expect(traffic(route(promo), {}, { everyLiteral: cases }).status).toBe('fail');
  });
});
