import type { Json } from '../../../../core/json.ts';
import { openMesh, send } from '../../../../lab/istio/index.ts';
import type { Part } from '../../part.ts';
import { versions } from '../istio-routes/make.ts';
import { apart, isBroken, isSame, type Said, said, urlOf } from '../istio-routes/part.ts';
import { meshed, pod, type Service, service, stateOf } from '../world.ts';
import { type Call, type Input, make, questions, raw } from './make.ts';

function answer({ services, gateway, configs, calls }: Input): Json {
  const mesh = openMesh(stateOf([...worldOf(services, gateway), ...configs]));
  return calls.map((call) => saidOf(mesh, `${gateway.namespace}/${gateway.name}`, call) as Json);
}

function saidOf(mesh: ReturnType<typeof openMesh>, door: string, call: Call): Said {
  const { method, headers, tls, certificate } = call;
  const url = urlOf(call, tls ? 'https' : 'http');
  const asked = { from: 'outside', gateway: door, url, method, headers, clientCertificate: certificate };
  const { outcome } = send(mesh, asked);
  return isBroken(outcome) ? { refused: 'connection' } : said(outcome, call);
}

/** The Services with pods of each version, and the pods of the gateway behind a balancer. */
function worldOf(services: readonly Service[], gateway: Service): readonly Json[] {
  const behind = services.flatMap((one): Json[] => [
    service(one, one.name === raw.name ? 'tcp' : 'http'),
    ...versions.map((version) => pod(`${one.name}-${version}`, one.namespace, { app: one.name, version })),
  ]);
  const labels = { istio: 'ingressgateway' };
  const ports = gateway.ports.map((port) => ({ name: `p${port}`, port }));
  const { name, namespace } = gateway;
  return [
    ...['shop', 'other'].map(meshed),
    ...behind,
    pod(name, namespace, labels),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace },
      spec: { type: 'LoadBalancer', selector: labels, ports },
    },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'cert', namespace },
      type: 'kubernetes.io/tls',
      data: { 'tls.crt': '', 'tls.key': '' },
    },
  ];
}

export const istioGateways: Part = {
  name: 'istio-gateways',
  what: 'what becomes of requests from outside at gateways, by the listeners and routes of istiod',
  upstream: 'https://github.com/istio/istio/blob/release-1.31/pilot/pkg/networking/core/gateway.go',
  questions,
  make,
  answer,
  same: isSame,
  kindOf: ({ calls }: Input, ours: readonly Said[], theirs: readonly Said[]) =>
    [
      ...new Set(
        ours.flatMap((one, index) => {
          const fields = apart(one, theirs[index] ?? {}).join('+');
          return fields === '' ? [] : [`${calls[index]?.tls ? 'https' : 'http'} ${fields}`];
        }),
      ),
    ]
      .sort()
      .join(', '),
  deviations: [],
};
