import { describe, expect, it } from 'vitest';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';
import { plainRequest } from './request.ts';

const set = (spec: string) => `---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  ${spec}
  replicas: 2
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: c, image: nginx, ports: [{ containerPort: 80 }] }] }
`;
const service = (name: string, spec = 'clusterIP: None, selector: { app: db }, ports: [{ port: 80 }]') =>
  `---\napiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\nspec: { ${spec} }\n`;
const pod = (name: string, spec = '', labels = 'app: db') =>
  `---\napiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, labels: { ${labels} } }\nspec: { ${spec} containers: [{ name: c, image: nginx }] }\n`;
const named = set('serviceName: db') + service('db');
const never = 'readinessProbe: { httpGet: { path: /nada, port: 80 } }';

function ask(text: string, host: string) {
  const { outcome, hops } = plainRequest(settle(world(text)).state, { url: `http://${host}/` });
  return { ...outcome, to: outcome.destinations[0]?.pods, last: hops.at(-1)?.message.replace('cluster/', '') };
}

// https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id
describe('the name of a pod', () => {
  it.each(['db-0.db', 'db-1.db.default', 'DB-0.db.default.svc.cluster.local'])('leads to it: %s', (host) =>
    expect(ask(named, host)).toMatchObject({ status: 200 }),
  );

  it.each([
    ['of a StatefulSet for another Service', set('serviceName: database') + service('db'), 'db-0.db', 'podOtherDomain'],
    [
      'under a Service that is not headless',
      set('serviceName: db') + service('db', 'selector: { app: db }, ports: [{ port: 80 }]'),
      'db-0.db',
      'podNotHeadless',
    ],
    ['that gives itself none', pod('suelto') + service('db'), 'suelto.db', 'podNameless'],
    [
      'in another subdomain',
      pod('suelto', 'hostname: suelto, subdomain: otro,') + service('db'),
      'suelto.db',
      'podOtherDomain',
    ],
    [
      'that the Service does not pick',
      pod('suelto', 'hostname: suelto, subdomain: db,', 'app: otra') + service('db'),
      'suelto.db',
      'podNotSelected',
    ],
    ['that is not ready', named.replace('image: nginx,', `image: nginx, ${never},`), 'db-0.db', 'podNotReady'],
    ['of a pod that is not there', named, 'db-9.db', 'hostUnknown'],
  ])('is unknown: %s', (_, text, host, last) =>
    expect(ask(text, host)).toMatchObject({ refusal: 'unknown-host', last }),
  );

  it('is known before it is ready where the Service publishes it', () => {
    const early = named
      .replace('image: nginx,', `image: nginx, ${never},`)
      .replace('clusterIP', 'publishNotReadyAddresses: true, clusterIP');
    expect(ask(early, 'db-0.db')).toMatchObject({ status: 200 });
  });
});

// https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
describe('a name of two parts', () => {
  it.each([
    ['web.prod', 'unknown-host'],
    ['nada.default', 'unknown-host'],
    ['x.web', 'unknown-host'],
    ['web.example', undefined],
    ['web.es', undefined],
    ['otra.com', undefined],
    ['otra.prod', undefined],
    ['api.otra.com', undefined],
    ['a.b.default', 'unknown-host'],
  ])('%s', (host, refusal) => {
    const web = service('web', 'selector: { app: db }, ports: [{ port: 80 }]');
    expect(ask(pod('web') + web, host).refusal).toBe(refusal);
  });
});
