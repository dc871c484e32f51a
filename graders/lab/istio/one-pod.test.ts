import { describe, expect, it } from 'vitest';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { settle } from '../cluster/index.ts';
import { request } from './index.ts';

const pod = (name: string, namespace: string, more = '') =>
  `---\napiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: ${namespace}, labels: { app: ${name} } }\nspec: { ${more} containers: [{ name: c, image: nginx, ports: [{ containerPort: 80 }] }] }\n`;
const world = `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Namespace
metadata: { name: legacy }
${pod('db-0', 'shop', 'hostname: db-0, subdomain: db,')}${pod('web', 'shop')}${pod('old', 'legacy')}`;
const headless = `---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { clusterIP: None, selector: { app: db-0 }, ports: [{ name: http, port: 80 }] }
`;
const undeclared = headless.replace('name: http, ', '');
const strict = `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: STRICT } }
`;
const denied = `---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: solo-web, namespace: shop }
spec: { selector: { matchLabels: { app: db-0 } }, rules: [{ from: [{ source: { namespaces: [shop] } }] }] }
`;

function ask(text: string, from: string, host?: string) {
  const { state } = settle(readManifests(parseYaml({ path: 'mundo.yaml', text }), 'given').resources);
  const address = state.pods.find(({ name }) => name === 'db-0')?.ip;
  return request(state, { from, url: `http://${host ?? address}/` }).outcome;
}

// https://istio.io/latest/docs/ops/configuration/traffic-management/traffic-routing/#unmatched-traffic
describe('the address of a pod', () => {
  it('leads to it from inside and outside of the mesh', () => {
    for (const from of ['shop/web', 'legacy/old'])
      expect(ask(world, from)).toMatchObject({ status: 200, tls: 'plaintext', destinations: [{ workload: 'db-0' }] });
  });

  it('is closed to plaintext where the pod asks for mutual TLS, which no proxy adds for an address', () => {
    for (const from of ['shop/web', 'legacy/old'])
      expect(ask(world + strict, from)).toMatchObject({ refusal: 'plaintext-refused' });
  });

  it('is under the policies of the pod', () => {
    expect(ask(world + denied, 'legacy/old')).toMatchObject({ status: 403, refusal: 'denied-by-policy' });
  });

  it('is known to the mesh where a headless Service publishes it', () => {
    expect(ask(world + undeclared + strict, 'shop/web')).toMatchObject({ status: 200, tls: 'mutual' });
    for (const service of [undeclared, headless])
      expect(ask(world + service + strict, 'shop/web', 'db-0.db')).toMatchObject({ status: 200, tls: 'mutual' });
    expect(ask(world + headless + strict, 'legacy/old', 'db-0.db.shop')).toMatchObject({
      refusal: 'plaintext-refused',
    });
  });

  // The listener of a port of HTTP takes every address, and none of its virtual hosts is called like that of a pod.
  it('is the host of nobody on a port that is declared to be HTTP', () => {
    expect(ask(world + headless, 'shop/web')).toMatchObject({ status: 200, tls: 'plaintext' });
    expect(ask(world + headless + strict, 'shop/web')).toMatchObject({ refusal: 'plaintext-refused' });
  });

  // generateVirtualHostDomains in istio's pilot/pkg/networking/core/httproute.go
  it('is reached by the routes of its headless Service, when it is asked for by name on a port of HTTP', () => {
    const routes = `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: db, namespace: shop }
spec: { hosts: [db], http: [{ retries: { attempts: 7 }, route: [{ destination: { host: db } }] }] }
`;
    const shut = denied.replace(
      'rules: [{ from: [{ source: { namespaces: [shop] } }] }]',
      'action: DENY, rules: [{ to: [{ operation: { paths: [/shut] } }] }]',
    );
    const other = pod('db-1', 'shop', 'hostname: db-1, subdomain: db,').replace('app: db-1', 'app: db-0');
    const text = `${world}${other}${headless}${routes}${shut}`;
    const routed = ask(text, 'shop/web', 'db-0.db');
    expect(routed).toMatchObject({ status: 200, tls: 'mutual', retries: { attempts: 7 } });
    expect(routed.destinations).toMatchObject([{ workload: 'db-0', share: 1 }]);
    expect(ask(text, 'shop/web').retries).toBeUndefined();
    expect(ask(text.replace('name: http,', 'name: tcp,'), 'shop/web', 'db-0.db').retries).toBeUndefined();
  });

  it('has nobody under a port on which nothing listens', () => {
    expect(ask(world, 'legacy/old', '10.244.1.2:81')).toMatchObject({ refusal: 'connection-refused' });
  });
});
