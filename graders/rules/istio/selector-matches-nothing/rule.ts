import { pairsAsCode } from '../../../core/code.ts';
import { areInstalled, rootNamespace } from '../../../lab/istio/index.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { pairs } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { selectorOf } from '../selector.ts';
import { readWorld } from '../world.ts';

/** Kinds that are for the pods of every namespace when they are in the root one. */
const everywhere: readonly string[] = ['AuthorizationPolicy', 'RequestAuthentication'];

export default rule({
  id: 'istio/selector-matches-nothing',
  severity: 'warning',
  title: { es: 'Una política que no se aplica a ningún pod', en: 'A policy that applies to no pod' },
  related: ['IST0127', 'IST0101'],
  over: 'manifests',
  codes: { none: ({ kind }) => codesOf(String(kind)), anywhere: ({ kind }) => codesOf(String(kind)) },
  messages: {
    none: {
      es: 'Ningún pod de `{namespace}` tiene estas etiquetas ({labels}): {kind:este|esta} {kind} no se aplica a nada.',
      en: 'No pod of `{namespace}` has these labels ({labels}): this {kind} applies to nothing.',
    },
    anywhere: {
      es: 'Ningún pod de la malla tiene estas etiquetas ({labels}): {kind:este|esta} {kind} no se aplica a nada.',
      en: 'No pod of the mesh has these labels ({labels}): this {kind} applies to nothing.',
    },
  },
  check(manifests, say) {
    const templates = byLabel(readWorld(manifests).templates);
    for (const resource of manifests.resources) {
      const { kind, namespace = 'default' } = resource;
      const wanted = selectorOf(resource);
      if (!wanted || Object.keys(wanted).length === 0) continue;
      if (namespace === rootNamespace) {
        const isSilent = !everywhere.includes(kind) || areInstalled(wanted) || templates.anywhere({}).length === 0;
        if (isSilent || templates.anywhere(wanted).length > 0) continue;
        say('anywhere', placeOf(resource, wanted), { labels: pairsAsCode(pairs(wanted)), kind });
        continue;
      }
      if (templates.in(namespace).length === 0 || templates.with(namespace, wanted).length > 0) continue;
      const labels = pairsAsCode(pairs(wanted));
      say('none', placeOf(resource, wanted), { namespace, labels, kind });
    }
  },
});

/** Of the other kinds, no analyzer looks at the selector. */
function codesOf(kind: string): readonly string[] {
  if (kind === 'AuthorizationPolicy') return ['IST0127'];
  return kind === 'Sidecar' || kind === 'Telemetry' ? ['IST0101'] : [];
}
