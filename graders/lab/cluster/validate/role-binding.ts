import type { IRoleRef, ISubject } from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import { code } from '../../../core/code.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isDnsSubdomain } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { items, object, text } from '../../../model/workloads/values.ts';
import { law, type Say } from './law.ts';

const group = 'rbac.authorization.k8s.io';

const messages = {
  roleKind: {
    es: '{kind:Un|Una} {kind} enlaza con {kinds}, no con `{found}`.',
    en: 'A {kind} binds to {kinds}, not to `{found}`.',
  },
  roleGroup: {
    es: 'El `apiGroup` de `roleRef` es `rbac.authorization.k8s.io`, no `{found}`.',
    en: 'The `apiGroup` of `roleRef` is `rbac.authorization.k8s.io`, not `{found}`.',
  },
  subjectKind: {
    es: 'Un sujeto es `ServiceAccount`, `User` o `Group`, no `{found}`.',
    en: 'A subject is a `ServiceAccount`, a `User` or a `Group`, not `{found}`.',
  },
  subjectGroup: {
    es: 'El `apiGroup` de un sujeto `{kind}` es `{expected}`, no `{found}`.',
    en: 'The `apiGroup` of a `{kind}` subject is `{expected}`, not `{found}`.',
  },
  accountName: {
    es: '`{name}` no es el nombre de una cuenta de servicio. El espacio de nombres va aparte, en `namespace`.',
    en: '`{name}` is not the name of a service account. The namespace goes apart, in `namespace`.',
  },
  accountNamespace: {
    es: 'Un ClusterRoleBinding no tiene espacio de nombres propio: la cuenta de servicio `{name}` necesita `namespace`.',
    en: 'A ClusterRoleBinding has no namespace of its own: the service account `{name}` needs `namespace`.',
  },
} as const;

type Sayer = Say<typeof messages>;
interface Binding {
  readonly roleRef?: IRoleRef;
  readonly subjects?: readonly ISubject[];
}

export const roleBindingLaw = law({
  messages,
  check({ resources }, say) {
    for (const binding of resources) {
      if (binding.group !== group || !/^(?:Cluster)?RoleBinding$/.test(binding.kind)) continue;
      const { roleRef, subjects } = binding.data as Binding;
      checkRole(binding, object(roleRef), say);
      for (const subject of items(subjects)) checkSubject(binding, subject, say);
    }
  },
});

function checkRole(binding: Resource, role: IRoleRef | undefined, say: Sayer): void {
  if (!role) return;
  const { kind } = binding;
  const kinds = kind === 'RoleBinding' ? ['Role', 'ClusterRole'] : ['ClusterRole'];
  const found = text(role.kind);
  if (found !== undefined && !kinds.includes(found))
    say('roleKind', placeOf(binding, role, 'kind'), {
      kind,
      kinds: kinds.map(code).join(' / '),
      found,
    });
  const apiGroup = text(role.apiGroup);
  if (apiGroup !== undefined && apiGroup !== group)
    say('roleGroup', placeOf(binding, role, 'apiGroup'), { found: apiGroup });
}

function checkSubject(binding: Resource, subject: ISubject, say: Sayer): void {
  const kind = text(subject.kind);
  if (kind === undefined) return;
  if (!['ServiceAccount', 'User', 'Group'].includes(kind)) {
    say('subjectKind', placeOf(binding, subject, 'kind'), { found: kind });
    return;
  }
  const expected = kind === 'ServiceAccount' ? '' : group;
  const apiGroup = text(subject.apiGroup);
  if (apiGroup !== undefined && apiGroup !== expected)
    say('subjectGroup', placeOf(binding, subject, 'apiGroup'), { kind, expected: expected || '""', found: apiGroup });
  const name = text(subject.name);
  if (kind === 'ServiceAccount' && name !== undefined) {
    if (!isDnsSubdomain(name)) say('accountName', placeOf(binding, subject, 'name'), { name });
    if (binding.kind === 'ClusterRoleBinding' && text(subject.namespace) === undefined)
      say('accountNamespace', placeOf(binding, subject, 'name'), { name });
  }
}
