import { code } from '../../../core/code.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import { type Manifests, ofKind, type Resource } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { type Reference, referencesOf } from '../../../model/workloads/references.ts';
import { lookalike } from '../../../model/workloads/similar.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { keysOf, object, text } from '../../../model/workloads/values.ts';
import { rule, type Say } from '../../rule.ts';
import { isWorld, namesOf, objectNamed } from '../worlds.ts';

const messages = {
  missing: {
    es: 'En estos ficheros no hay {kind:ningún|ninguna} {kind} `{name}` en el espacio de nombres `{namespace}`.',
    en: 'In these files there is no {kind} `{name}` in the namespace `{namespace}`.',
  },
  slip: {
    es: 'No hay {kind:ningún|ninguna} {kind} `{name}` en el espacio de nombres `{namespace}`. ¿Querías decir `{near}`?',
    en: 'There is no {kind} `{name}` in the namespace `{namespace}`. Did you mean `{near}`?',
  },
  key: {
    es: '{kind:El|La} {kind} `{name}` no tiene la clave `{key}`. Tiene: {known}.',
    en: 'The {kind} `{name}` has no key `{key}`. It has: {known}.',
  },
} as const;

type Sayer = Say<typeof messages>;

export default rule({
  id: 'kubernetes/dangling-reference',
  severity: 'warning',
  title: { es: 'Se nombra un objeto que no está', en: 'An object is named that is not there' },
  related: ['non-existent-service-account', 'dangling-rolebinding'],
  over: 'manifests',
  messages,
  check(manifests, say) {
    if (!isWorld(manifests)) return;
    for (const template of podTemplatesOf(manifests)) {
      const { owner, namespace } = template;
      for (const reference of referencesOf(template)) {
        const { kind, name } = reference;
        const found = objectNamed(manifests, { group: '', kind, namespace, name });
        if (found) checkKey(owner, found, reference, say);
        else checkMissing(manifests, owner, namespace, reference, say);
      }
    }
    checkBindings(manifests, say);
  },
});

/** What every namespace is born with. */
const born: Readonly<Record<string, string>> = { ServiceAccount: 'default', ConfigMap: 'kube-root-ca.crt' };

/** A Secret is rarely kept with the manifests, so only a slip of the pen is told of it here. */
function checkMissing(
  manifests: Manifests,
  owner: Resource,
  namespace: string,
  { kind, name, holder, field }: Reference,
  say: Sayer,
): void {
  if (born[kind] === name) return;
  const near = lookalike(name, namesOf(manifests, kind, namespace));
  const at = placeOf(owner, holder, field);
  if (near !== undefined) say('slip', at, { kind, name, namespace, near });
  else if (kind !== 'Secret') say('missing', at, { kind, name, namespace });
}

function checkKey(owner: Resource, found: Resource, { kind, name, key, holder }: Reference, say: Sayer): void {
  if (key === undefined) return;
  const { data, stringData, binaryData } = found.data as Readonly<Record<string, unknown>>;
  const known = [data, stringData, binaryData].flatMap(keysOf);
  if (known.length === 0 || known.includes(key)) return;
  say('key', placeOf(owner, holder, 'key'), { kind, name, key, known: known.map(code) });
}

const rbac = 'rbac.authorization.k8s.io';

/**
 * Roles that every cluster has.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings
 */
const isBuiltIn = (namespace: string, name: string): boolean =>
  /^kube-(?:system|public)$/.test(namespace) &&
  (name.startsWith('system:') || name === 'extension-apiserver-authentication-reader');

/** The built-in cluster roles, and those that other programs bring, are in no file. */
function checkBindings(manifests: Manifests, say: Sayer): void {
  for (const binding of ofKind<{ roleRef?: object }>(manifests, 'RoleBinding', rbac)) {
    const role = object(binding.data.roleRef) as { readonly kind?: string; readonly name?: string } | undefined;
    const name = text(role?.name);
    const { namespace = 'default' } = binding;
    if (role?.kind !== 'Role' || name === undefined || isBuiltIn(namespace, name)) continue;
    const roles = lookup(manifests.resources)
      .inNamespace(rbac, 'Role', namespace)
      .map((one) => one.name);
    if (roles.includes(name)) continue;
    const near = lookalike(name, roles);
    const at = placeOf(binding, role, 'name');
    if (near === undefined) say('missing', at, { kind: 'Role', name, namespace });
    else say('slip', at, { kind: 'Role', name, namespace, near });
  }
}
