import { placeOf } from '../../../model/workloads/places.ts';
import { isEmptySelector, matchesSelector } from '../../../model/workloads/selectors.ts';
import { type PodTemplate, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { object, pairs } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

const controllers = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'ReplicationController'];

export default rule({
  id: 'kubernetes/overlapping-selectors',
  severity: 'warning',
  title: { es: 'Un selector alcanza los pods de otro', en: 'A selector catches the pods of another' },
  over: 'manifests',
  messages: {
    catches: {
      es: 'El selector {kind:del|de la} {kind} `{name}` también elige los pods {otherKind:del|de la} {otherKind} `{other}`. Añade a los dos una etiqueta que los distinga.',
      en: 'The selector of the {kind} `{name}` also selects the pods of the {otherKind} `{other}`. Add to both a label that tells them apart.',
    },
  },
  check(manifests, say) {
    const templates = podTemplatesOf(manifests).filter(({ owner }) => controllers.includes(owner.kind));
    const byLabel = index(templates);
    for (const { owner, selector, namespace } of templates) {
      if (!selector || isEmptySelector(selector)) continue;
      const [first] = pairs(selector.matchLabels);
      const near = first ? (byLabel.get(keyOf(namespace, first)) ?? []) : templates;
      const other = near.find(
        (one) => one.namespace === namespace && isAnother(one, owner) && matchesSelector(selector, one.labels),
      );
      if (!other) continue;
      const at = placeOf(owner, object((owner.data as { spec?: object }).spec), 'selector');
      say('catches', at, { kind: owner.kind, name: owner.name, otherKind: other.owner.kind, other: other.owner.name });
    }
  },
});

/** The same object written twice, as in two overlays, is no other. */
const isAnother = ({ owner }: PodTemplate, one: PodTemplate['owner']): boolean =>
  owner !== one && (owner.name !== one.name || owner.kind !== one.kind);

const keyOf = (namespace: string, [key, value]: readonly [string, string]): string => `${namespace}/${key}=${value}`;

/** Which pods have each label, so that a large world is not compared all with all. */
function index(templates: readonly PodTemplate[]): ReadonlyMap<string, readonly PodTemplate[]> {
  const byLabel = new Map<string, PodTemplate[]>();
  for (const template of templates) {
    for (const pair of Object.entries(template.labels)) {
      const key = keyOf(template.namespace, pair);
      byLabel.set(key, [...(byLabel.get(key) ?? []), template]);
    }
  }
  return byLabel;
}
