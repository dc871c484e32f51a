import { at, fieldsOf, itemsOf, textAt } from '../../../../core/fields.ts';
import { own } from '../../../../core/own.ts';
import { spanOf } from '../../../../parse/yaml/located.ts';
import { refusalsOf, refusalText } from '../../../istio/index.ts';
import { hostsOf } from './hosts.ts';
import { type Analyzer, about, type Message, ofCore, ofIstio, placeOf } from './message.ts';

/** @see pkg/config/analysis/analyzers/destinationrule/subset.go */
export const subsets: Analyzer = {
  name: 'destinationrule.SubsetSelectPodAnalyzer',
  says: 'Checks if pods are selected by subsets in destination rules.',
  run: (world) => {
    const hosts = hostsOf(world);
    return ofIstio(world, 'DestinationRule').flatMap((resource): readonly Message[] => {
      const { namespace = 'default', data } = resource;
      const host = textAt(data, 'spec', 'host') ?? '';
      if (!hosts.knows(host, namespace)) {
        const text = `The host ${host} defined in the DestinationRule does not match any services in the mesh.`;
        return [about(resource, 'IST0174', 'Warning', text)];
      }
      const service = hosts.serviceOf(host, namespace);
      if (!service) return [];
      const selector = fieldsOf(at(service.data, 'spec', 'selector'));
      return itemsOf(at(data, 'spec', 'subsets')).flatMap((subset) => {
        const wanted = Object.entries({ ...selector, ...fieldsOf(subset.labels) });
        const isFound = world.pods.some(
          ({ namespace: place, labels }) =>
            place === (service.namespace ?? 'default') && wanted.every(([key, value]) => own(labels, key) === value),
        );
        if (isFound) return [];
        const text = `The Subset ${String(subset.name)} defined in the DestinationRule does not select any pods. Which may lead to 503 UH (NoHealthyUpstream).`;
        return [about(resource, 'IST0173', 'Error', text)];
      });
    });
  },
};

/** @see pkg/config/analysis/analyzers/service/portname.go */
export const portNames: Analyzer = {
  name: 'service.PortNameAnalyzer',
  says: 'Checks the port names associated with each service',
  run: (world) =>
    ofCore(world, 'Service')
      .filter(
        ({ namespace, metadata }) =>
          namespace !== 'istio-system' && textAt(metadata, 'labels', 'gateway.istio.io/managed') === undefined,
      )
      .flatMap((resource) =>
        itemsOf(at(resource.data, 'spec', 'ports')).flatMap((port) => {
          const name = textAt(port, 'name') ?? '';
          const isUdp = textAt(port, 'protocol') === 'UDP';
          if (isUdp || textAt(port, 'appProtocol') !== undefined || name === '' || isNamed(name)) return [];
          const target = String(port.targetPort ?? port.port);
          const text = `Port name ${name} (port: ${String(port.port)}, targetPort: ${target}) doesn't follow the naming convention of Istio port.`;
          return [about(resource, 'IST0118', 'Info', text, spanOf(port))];
        }),
      ),
};

/** @see pkg/config/protocol/instance.go (`Parse`) */
const protocols = new Set(
  'tcp udp grpc grpc-web http http_proxy http2 https tls mongo redis mysql hbone double-hbone'.split(' '),
);

function isNamed(name: string): boolean {
  const lower = name.toLowerCase();
  return protocols.has(lower) || lower.startsWith('grpc-web') || protocols.has(lower.split('-')[0] ?? '');
}

/** @see pkg/config/analysis/analyzers/injection/injection.go */
export const injection: Analyzer = {
  name: 'injection.Analyzer',
  says: 'Checks conditions related to Istio sidecar injection',
  run: (world) => {
    const system = /^(?:kube-|istio-system$|local-path-storage$)/;
    return ofCore(world, 'Namespace')
      .filter(({ name }) => !system.test(name))
      .flatMap((resource): readonly Message[] => {
        const { name, metadata } = resource;
        const labels = fieldsOf(metadata.labels);
        const has = (key: string) => Object.hasOwn(labels, key);
        const both = ['istio-injection', 'istio.io/rev'].filter(has);
        const message = (code: string, level: Message['level'], text: string): Message => ({
          ...about(resource, code, level, text),
          namespace: undefined,
        });
        if (both.length > 1)
          return [
            message(
              'IST0123',
              'Warning',
              `The namespace has more than one type of injection labels [${both.join(' ')}], which may lead to undefined behavior. Make sure only one injection label exists.`,
            ),
          ];
        const pods = world.pods.filter(({ namespace }) => namespace === name);
        if (both.length === 0 && !has('istio.io/dataplane-mode')) {
          if (pods.some(({ proxied }) => proxied)) return [];
          return [
            message(
              'IST0102',
              'Info',
              `The namespace is not enabled for Istio injection. Run 'kubectl label namespace ${name} istio-injection=enabled' to enable it, or 'kubectl label namespace ${name} istio-injection=disabled' to explicitly mark it as not needing injection.`,
            ),
          ];
        }
        return pods
          .filter(({ proxied, wanted }) => wanted && !proxied)
          .map((pod) => ({
            code: 'IST0103',
            level: 'Warning',
            kind: 'Pod',
            namespace: pod.namespace,
            name: pod.name,
            text: `The pod ${placeOf(pod)} is missing the Istio proxy. This can often be resolved by restarting or redeploying the workload.`,
          }));
      });
  },
};

/** What istiod's own validation refuses, in the words of the lab. @see pkg/config/analysis/analyzers/schema/validation.go */
export const schema: Analyzer = {
  name: 'schema.ValidationAnalyzer',
  says: 'Runs schema validation as an analyzer',
  run: ({ resources }) =>
    resources
      .filter(({ group }) => /\.istio\.io$/.test(group))
      .flatMap((resource) =>
        refusalsOf(resource).map((refusal) =>
          about(resource, 'IST0106', 'Error', `Schema validation error: ${refusalText(refusal).en}`, refusal.at),
        ),
      ),
};
