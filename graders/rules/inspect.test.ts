import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';

const ids = (text: string): readonly string[] =>
  check([{ path: 'w.yaml', text }])
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity !== 'info')
    .map(({ id, at }) => `${id} ${text.slice(at.from, at.to)}`);

const service = (spec: string, name = 'web') =>
  `{ apiVersion: v1, kind: Service, metadata: { name: ${name} }, spec: { ${spec} } }\n---\n`;
const deployment = (labels: string, container = '', more = '') =>
  `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { ${more} selector: { matchLabels: { app: web } }, template: { metadata: { labels: ${labels} }, spec: { containers: [{ name: web, image: "nginx:1.29", ${container} }] } } } }\n---\n`;
const web = '{ app: web }';
const routes =
  '{ apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: { name: r }, spec: { hosts: [web], http: [{ route: [{ destination: { host: nobody } }] }] } }\n---\n';
const unmatched = 'kubernetes/service-without-endpoints';
const has = (text: string, id: string) => ids(text).some((one) => one.startsWith(id));

describe('a broken object', () => {
  it('silences no other object', () => {
    const broken = '{ apiVersion: v1, kind: ConfigMap, metadata: { name: x }, dta: { a: b } }\n---\n';
    expect(ids(service('ports: [{ port: 80 }], selector: { app: web }') + deployment(web) + routes + broken)).toEqual(
      expect.arrayContaining(['istio/unknown-destination nobody', 'schema/unknown-field dta']),
    );
  });

  it('is still the object of its name', () => {
    const text =
      service('ports: [{ prot: 80 }], selector: { app: web }, typo: 1') +
      deployment(web) +
      routes.replace('nobody', 'web');
    expect(has(text, 'istio/unknown-destination')).toBe(false);
    expect(has(text, 'schema/unknown-field')).toBe(true);
  });

  it.each([
    ['a misspelt field', deployment(web, 'imagen: nginx, ports: [{ containerPort: 80, nme: x }]')],
    ['a number in quotes', deployment(web, '', 'replicas: "3",')],
    ['a value that is none of the words', deployment(web, 'imagePullPolicy: Sometimes')],
    ['a wrong kind', deployment(web).replace('kind: Deployment', 'kind: Deploymnt')],
    ['an old version', deployment(web).replace('apps/v1', 'extensions/v1beta1')],
  ])('keeps what does not depend on %s', (_, broken) => {
    const text = service('ports: [{ port: 80 }], selector: { app: web }') + broken;
    expect(has(text, 'schema/')).toBe(true);
    expect(has(text, unmatched)).toBe(false);
    expect(has(text, 'kubernetes/no-memory-limit')).toBe(true);
  });

  it.each([
    ['labels that are no map', deployment('web')],
    ['a label that is no text', deployment('{ app: [web] }')],
    ['labels under another name', deployment(web).replace('labels:', 'lables:')],
    ['a template of another kind of value', deployment(web).replace('template: {', 'template: [], x: {')],
  ])('gives no other finding that depends on %s', (_, broken) => {
    const text = service('ports: [{ port: 80 }], selector: { app: web }') + broken;
    expect(has(text, 'schema/')).toBe(true);
    expect(has(text, unmatched)).toBe(false);
    expect(has(text, 'kubernetes/selector-template-mismatch')).toBe(false);
  });

  it('is told what a right reading of its slips gives, where they were written', () => {
    expect(ids(deployment(web, 'prots: [{ containerPort: "80", name: UPPER }]'))).toEqual(
      expect.arrayContaining(['schema/unknown-field prots', 'kubernetes/invalid-port UPPER']),
    );
  });

  it('says once what is wrong', () => {
    const text = service('ports: [{ port: 70000 }], selector: { app: web }') + deployment(web);
    expect(ids(text).filter((one) => one.includes('70000'))).toEqual(['schema/wrong-value 70000']);
  });
});
