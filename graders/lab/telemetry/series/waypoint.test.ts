import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settle } from '../../cluster/index.ts';
import { world } from '../../cluster/testing/world.ts';
import { openMesh } from '../../istio/index.ts';
import type { Flow } from '../flow.ts';
import { ask } from '../promql/query.ts';
import { seriesOf } from './produce.ts';

const tea = readFileSync('graders/lab/istio/cases/worlds/tea.yaml', 'utf8');
const used = tea.replace(
  'labels: { istio.io/dataplane-mode: ambient }',
  'labels: { istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint }',
);
const gets = `
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: gets, namespace: calm }
spec:
  targetRefs: [{ kind: Service, group: "", name: milk }]
  rules: [{ to: [{ operation: { methods: [GET] } }] }]
`;

function total(text: string, flow: Partial<Flow>, query: string): number {
  const mesh = openMesh(settle(world(text)).state);
  const series = seriesOf(mesh, [{ from: 'calm/cup', to: 'http://milk/', perSecond: 10, ...flow }]);
  const answer = ask(`sum(rate(${query}[5m]))`, series);
  return 'samples' in answer ? Math.round((answer.samples[0]?.value ?? 0) * 1000) / 1000 : Number.NaN;
}

// https://istio.io/latest/docs/ambient/migrate/enable-ambient-mode/#post-migration-observability-changes
describe('the series of a waypoint', () => {
  it.each<[string, string, Partial<Flow>, string, number]>([
    ['without one there is nothing of HTTP', tea, {}, 'istio_requests_total', 0],
    ['it tells of requests', used, {}, 'istio_requests_total', 10],
    [
      'from the client to the pods',
      used,
      {},
      'istio_requests_total{reporter="waypoint",source_workload="cup",destination_workload="milk",destination_service_name="milk"}',
      10,
    ],
    [
      'the node of the client has a connection with it',
      used,
      {},
      'istio_tcp_connections_opened_total{reporter="source",source_workload="cup",destination_workload="waypoint"}',
      10,
    ],
    [
      'and the node of the pods a connection from it',
      used,
      {},
      'istio_tcp_connections_opened_total{reporter="destination",source_principal="spiffe://cluster.local/ns/calm/sa/waypoint",destination_workload="milk"}',
      10,
    ],
    [
      'what it refuses is counted there, and nowhere behind it',
      used + gets,
      { method: 'POST' },
      'istio_requests_total{reporter="waypoint",response_code="403"}',
      10,
    ],
    [
      'nothing behind it',
      used + gets,
      { method: 'POST' },
      'istio_tcp_connections_opened_total{reporter="destination"}',
      0,
    ],
    ['a sidecar passes it by', used, { from: 'shop/web', to: 'http://milk.calm/' }, '{reporter="waypoint"}', 0],
    [
      'and is the one that tells',
      used,
      { from: 'shop/web', to: 'http://milk.calm/' },
      'istio_requests_total{reporter="source"}',
      10,
    ],
  ])('%s', (_name, text, flow, query, expected) => {
    expect(total(text, flow, query)).toBe(expected);
  });
});
