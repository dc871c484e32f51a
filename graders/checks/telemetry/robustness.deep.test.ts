import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damaged, wrongValues, yamlPieces } from '../../authoring/damage.ts';
import { settle } from '../../lab/cluster/index.ts';
import { openMesh } from '../../lab/istio/index.ts';
import { provisioningOf } from '../../lab/telemetry/grafana/grafana.ts';
import { panelQueries } from '../../lab/telemetry/grafana/panels.ts';
import { followChain, scrape, seriesOf } from '../../lab/telemetry/index.ts';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';

const worlds = ['14-prometheus-y-grafana/given/casos', '15-jaeger/given/otra-malla'].map((file) =>
  readFileSync(`exercises/${file}.yaml`, 'utf8'),
);
const answers = ['14-prometheus-y-grafana', '15-jaeger', '29-observabilidad'].map((folder) =>
  readFileSync(`solutions/${folder}/respuesta.yaml`, 'utf8'),
);

describe('what is observed of a damaged world', () => {
  it('is something or nothing, and never an exception', () => {
    const pieces = [
      ...yamlPieces,
      ...wrongValues,
      'annotations: {prometheus.io/scrape: true, prometheus.io/port: 9102}',
      'annotations: {proxy.istio.io/config: [1], traffic.sidecar.istio.io/excludeInboundPorts: 5}',
      'mesh: "extensionProviders: [1, {name: 2}]"',
      'tasks.json: "[{}]"',
    ];
    fc.assert(
      fc.property(damaged([...worlds, ...answers], pieces), (text) => {
        const { resources } = readManifests(parseYaml({ path: 'world.yaml', text }), 'answer');
        const mesh = openMesh(settle(resources).state);
        panelQueries(resources);
        for (const pod of mesh.state.pods.slice(0, 4)) {
          const from = `${pod.namespace}/${pod.workload.name}`;
          scrape(mesh, pod);
          provisioningOf(mesh.state, pod);
          seriesOf(mesh, [{ from, to: 'http://a2.a/', perSecond: 1 }]);
          followChain(mesh, { from, to: 'http://a2.a/', services: [] });
        }
        expect(mesh.state.pods).toBeInstanceOf(Array);
      }),
      { numRuns: 150 },
    );
  });
});
