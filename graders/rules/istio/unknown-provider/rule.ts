import { at, itemsOf, textAt } from '../../../core/fields.ts';
import { settingsOf } from '../../../lab/telemetry/index.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';

/** What every mesh has, and what the profile `demo` adds. @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/ */
const builtIn = ['prometheus', 'stackdriver', 'envoy', 'otel', 'skywalking'];

/**
 * Only where the files hold the configuration of the mesh: otherwise nobody knows its providers. A name that the mesh does not have is
 * passed over without a word (`fetchProvider` of `pilot/pkg/model/telemetry.go`).
 */
export default rule({
  id: 'istio/unknown-provider',
  severity: 'warning',
  title: {
    es: 'Un Telemetry nombra un proveedor que la malla no tiene',
    en: 'A Telemetry names a provider that the mesh does not have',
  },
  over: 'manifests',
  messages: {
    unknown: {
      es: 'La malla no define `{name}` en `extensionProviders`: `istiod` lo pasa por alto y no se envía nada ahí.',
      en: 'The mesh does not define `{name}` in `extensionProviders`: `istiod` passes over it and nothing is sent there.',
    },
  },
  check({ resources }, say) {
    const { providers, at: where, unreadable } = settingsOf(resources);
    if (!where || unreadable) return;
    const known = new Set([...builtIn, ...providers.map(({ name }) => name.toLowerCase())]);
    for (const telemetry of lookup(resources).ofKind('telemetry.istio.io', 'Telemetry')) {
      for (const field of ['tracing', 'metrics', 'accessLogging']) {
        for (const provider of itemsOf(at(telemetry.data, 'spec', field)).flatMap((one) =>
          itemsOf(at(one, 'providers')),
        )) {
          const name = textAt(provider, 'name');
          if (name && !known.has(name.toLowerCase())) say('unknown', placeOf(telemetry, provider, 'name'), { name });
        }
      }
    }
  },
});
