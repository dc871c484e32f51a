import { pairsAsCode } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import { rootNamespace } from '../../../lab/istio/index.ts';
import { type Fields, fields } from '../../../model/mesh/fields.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { pairs } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

/** Where each kind keeps the labels of the pods it is for. */
const selectors: Readonly<Record<string, (spec: Fields) => unknown>> = {
  AuthorizationPolicy: (spec) => fields(spec.selector).matchLabels,
  PeerAuthentication: (spec) => fields(spec.selector).matchLabels,
  RequestAuthentication: (spec) => fields(spec.selector).matchLabels,
  Telemetry: (spec) => fields(spec.selector).matchLabels,
  DestinationRule: (spec) => fields(spec.workloadSelector).matchLabels,
  Sidecar: (spec) => fields(spec.workloadSelector).labels,
};

export default rule({
  id: 'istio/selector-matches-nothing',
  severity: 'warning',
  title: { es: 'Una política que no se aplica a ningún pod', en: 'A policy that applies to no pod' },
  related: ['IST0127', 'IST0101'],
  over: 'manifests',
  messages: {
    none: {
      es: 'Ningún pod de `{namespace}` tiene estas etiquetas ({labels}): este {kind} no se aplica a nada.',
      en: 'No pod of `{namespace}` has these labels ({labels}): this {kind} applies to nothing.',
    },
  },
  check(manifests, say) {
    const templates = byLabel(readWorld(manifests).templates);
    for (const resource of manifests.resources) {
      const { kind, namespace = 'default' } = resource;
      const read = resource.group.endsWith('istio.io') ? own(selectors, kind) : undefined;
      const wanted = read && (fields(read(fields(fields(resource.data).spec))) as Readonly<Record<string, string>>);
      if (!wanted || Object.keys(wanted).length === 0 || namespace === rootNamespace) continue;
      if (templates.in(namespace).length === 0 || templates.with(namespace, wanted).length > 0) continue;
      const labels = pairsAsCode(pairs(wanted));
      say('none', placeOf(resource, wanted), { namespace, labels, kind });
    }
  },
});
