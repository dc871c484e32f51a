import type { IPolicyRule, IRoleRef } from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import { placeOf } from '../../../model/workloads/places.ts';
import { items, object, text, texts } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/rbac-too-broad',
  severity: 'warning',
  title: { es: 'El permiso es demasiado amplio', en: 'The permission is too broad' },
  related: ['cluster-admin-role-binding', 'wildcard-in-rules', 'access-to-secrets', 'CKV_K8S_49'],
  over: 'manifests',
  messages: {
    admin: {
      es: 'Esto da el clúster entero (`cluster-admin`) a {count} {count:sujeto|sujetos}.',
      en: 'This gives the whole cluster (`cluster-admin`) to {count} {count:subject|subjects}.',
    },
    wildcard: {
      es: 'La regla permite todo (`verbs: ["*"]`) sobre todo (`resources: ["*"]`).',
      en: 'The rule allows everything (`verbs: ["*"]`) on everything (`resources: ["*"]`).',
    },
  },
  check({ resources }, say) {
    for (const resource of resources) {
      if (resource.group !== 'rbac.authorization.k8s.io') continue;
      const data = resource.data as { roleRef?: IRoleRef; subjects?: object[]; rules?: IPolicyRule[] };
      const role = object(data.roleRef);
      const subjects = items(data.subjects).filter((subject) => !isBuiltIn(subject));
      if (resource.kind === 'ClusterRoleBinding' && role?.name === 'cluster-admin' && subjects.length > 0)
        say('admin', placeOf(resource, role, 'name'), { count: subjects.length });
      if (!/^(?:Cluster)?Role$/.test(resource.kind)) continue;
      for (const entry of items(data.rules)) {
        if (texts(entry.verbs).includes('*') && texts(entry.resources).includes('*') && isOfMany(entry))
          say('wildcard', placeOf(resource, entry, 'resources'), {});
      }
    }
  },
});

/** Everything of one group of somebody’s own resources is not everything. */
const isOfMany = ({ apiGroups }: IPolicyRule): boolean =>
  texts(apiGroups).some((group) => group === '*' || group === '');

/** `system:masters` and its like belong to the cluster itself. */
const isBuiltIn = (subject: { readonly name?: unknown }): boolean => text(subject.name)?.startsWith('system:') ?? false;
