import { describe, expect, it } from 'vitest';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { settle } from '../cluster/index.ts';
import { request } from './index.ts';

const text = `apiVersion: v1
kind: Namespace
metadata: { name: s, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Service
metadata: { name: a, namespace: s }
spec:
  selector: { app: a }
  ports: [{ name: http, port: 80 }]
---
apiVersion: v1
kind: Pod
metadata: { name: a-1, namespace: s, labels: { app: a, version: v1 } }
spec: { containers: [{ name: c, image: "x.example/y:1" }] }
---
apiVersion: v1
kind: Pod
metadata: { name: client, namespace: s }
spec: { containers: [{ name: c, image: "x.example/y:1" }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: a, namespace: s }
spec:
  host: a
  subsets:
    - name: v1
      labels: { version: v1 }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: s }
spec: { mtls: { mode: STRICT } }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: p, namespace: s }
spec:
  rules:
    - to: [{ operation: { methods: [GET] } }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: a, namespace: s }
spec:
  hosts: [a]
  http:
    - match: [{ uri: { exact: /other } }]
      redirect: { uri: / }
    - match: [{ uri: { prefix: /v1 } }]
      rewrite: { uri: / }
      route: [{ destination: { host: a, subset: v1 }, weight: 3 }, { destination: { host: b }, weight: 1 }]
`;

const { state } = settle(readManifests(parseYaml({ path: 'w.yaml', text }), 'given').resources);

/** The hops of a request as `stage: the first line of what decided`. */
function story(url: string): readonly string[] {
  return request(state, { from: 's/client', url }).hops.map(({ stage, at, resource }) => {
    const lines = at ? text.slice(at.from, at.to).split('\n')[0] : '';
    return `${stage}${resource ? ` ${resource.kind}` : ''}: ${lines}`;
  });
}

describe('the lines that decided', () => {
  it('follows a request hop by hop', () => {
    expect(story('http://a/v1/x')).toEqual([
      'dns Service: apiVersion: v1',
      'route VirtualService: { uri: { exact: /other } }',
      'route VirtualService: { uri: { prefix: /v1 } }',
      'rewrite VirtualService: { uri: / }',
      'destination VirtualService: 3',
      'subset DestinationRule: labels',
      'tls PeerAuthentication: STRICT',
      'authorization AuthorizationPolicy: to: [{ operation: { methods: [GET] } }]',
      'assumed Pod: { name: c, image: "x.example/y:1" }',
      'endpoint Pod: apiVersion: v1',
      'destination VirtualService: 1',
      'cluster VirtualService: b',
    ]);
  });

  it('ends where nothing matched', () => {
    expect(story('http://a/none')).toEqual([
      'dns Service: apiVersion: v1',
      'route VirtualService: { uri: { exact: /other } }',
      'route VirtualService: { uri: { prefix: /v1 } }',
      'route VirtualService: http',
    ]);
  });

  it('gives an outcome that survives JSON', () => {
    const { outcome } = request(state, { from: 's/client', url: 'http://a/v1/x' });
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
    expect(outcome).toEqual({
      status: 200,
      assumed: true,
      destinations: [
        {
          workload: 'a-1',
          namespace: 's',
          host: 'a.s.svc.cluster.local',
          subset: 'v1',
          port: 80,
          share: 0.75,
          tls: 'mutual',
          assumed: true,
          labels: { app: 'a', version: 'v1' },
        },
      ],
      failures: [{ refusal: 'cluster-not-found', flag: 'NC', status: 503, host: 'b.s.svc.cluster.local', share: 0.25 }],
      tls: 'mutual',
      authorization: { decision: 'allow', policy: 's/p' },
      rewrite: { path: '//x' },
      retries: { attempts: 2, retryOn: 'connect-failure,refused-stream,unavailable,cancelled' },
    });
  });
});
