import type { IContainer, IPodSpec } from 'kubernetes-models/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { containersOf } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { integer, items, object, text, texts } from '../../../model/workloads/values.ts';
import { law, type Say } from './law.ts';

const messages = {
  privileged: {
    es: 'Un contenedor privilegiado siempre puede escalar privilegios: `allowPrivilegeEscalation: false` lo contradice.',
    en: 'A privileged container can always escalate privileges: `allowPrivilegeEscalation: false` contradicts it.',
  },
  sysAdmin: {
    es: 'Con la capacidad `CAP_SYS_ADMIN` no se puede impedir la escalada: `allowPrivilegeEscalation: false` la contradice.',
    en: 'With the capability `CAP_SYS_ADMIN` escalation cannot be prevented: `allowPrivilegeEscalation: false` contradicts it.',
  },
  negative: {
    es: '`{field}` es un identificador y no puede ser negativo.',
    en: '`{field}` is an identifier and cannot be negative.',
  },
  profile: {
    es: 'Un perfil `Localhost` es un fichero del nodo: falta `localhostProfile`.',
    en: 'A `Localhost` profile is a file of the node: `localhostProfile` is missing.',
  },
  otherProfile: {
    es: '`localhostProfile` solo se admite con `type: Localhost`.',
    en: '`localhostProfile` is only allowed with `type: Localhost`.',
  },
  profilePath: {
    es: '`localhostProfile` es una ruta relativa, sin `..`: `{path}` no lo es.',
    en: '`localhostProfile` is a relative path, without `..`: `{path}` is not.',
  },
  tooLarge: {
    es: '`{field}` es un identificador de 31 bits y no pasa de 2147483647.',
    en: '`{field}` is an identifier of 31 bits and does not exceed 2147483647.',
  },
  sysctl: {
    es: '`{name}` ya está en `sysctls`.',
    en: '`{name}` is already in `sysctls`.',
  },
  unmasked: {
    es: '`procMount: Unmasked` enseña `/proc` entero, y solo se admite en pods con `hostUsers: false`.',
    en: '`procMount: Unmasked` shows all of `/proc`, and is only admitted in pods with `hostUsers: false`.',
  },
  nodeSysctl: {
    es: '`{name}` es del nodo en un pod con `{field}: true`, y un pod no puede cambiarlo.',
    en: '`{name}` is of the node in a pod with `{field}: true`, and a pod cannot change it.',
  },
  processes: {
    es: '`shareProcessNamespace` y `hostPID` no pueden ir juntos: los procesos se comparten en el pod o con el nodo.',
    en: '`shareProcessNamespace` and `hostPID` cannot go together: processes are shared within the pod or with the node.',
  },
} as const;

type Sayer = Say<typeof messages>;

export const securityContextLaw = law({
  of: 'pods',
  messages,
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      const { owner, spec } = template;
      if (spec.shareProcessNamespace === true && spec.hostPID === true)
        say('processes', placeOf(owner, spec, 'shareProcessNamespace'), {});
      checkCommon(owner, spec, say);
      checkPod(owner, spec, say);
      for (const { container } of containersOf(template)) {
        checkCommon(owner, container, say);
        checkEscalation(owner, container, say);
        const context = object(container.securityContext);
        if (context?.procMount === 'Unmasked' && spec.hostUsers !== false)
          say('unmasked', placeOf(owner, context, 'procMount'), {});
      }
    }
  },
});

function checkEscalation(owner: Resource, container: IContainer, say: Sayer): void {
  const context = object(container.securityContext);
  if (context?.allowPrivilegeEscalation !== false) return;
  const at = placeOf(owner, context, 'allowPrivilegeEscalation');
  if (context.privileged === true) say('privileged', at, {});
  if (texts(object(context.capabilities)?.add).includes('CAP_SYS_ADMIN')) say('sysAdmin', at, {});
}

function checkPod(owner: Resource, spec: IPodSpec, say: Sayer): void {
  const context = object(spec.securityContext);
  const groups: readonly unknown[] = Array.isArray(context?.supplementalGroups) ? context.supplementalGroups : [];
  const at = placeOf(owner, context, 'supplementalGroups');
  if (groups.some((group) => (integer(group) ?? 0) < 0)) say('negative', at, { field: 'supplementalGroups' });
  if (groups.some((group) => (integer(group) ?? 0) > largestId)) say('tooLarge', at, { field: 'supplementalGroups' });
  const seen = new Set<string>();
  for (const sysctl of items(context?.sysctls)) {
    const name = text(sysctl.name)?.replaceAll('/', '.') ?? '';
    if (seen.has(name)) say('sysctl', placeOf(owner, sysctl, 'name'), { name });
    const field = networkSysctl.test(name) ? 'hostNetwork' : processSysctl.test(name) ? 'hostIPC' : undefined;
    if (field && spec[field] === true) say('nodeSysctl', placeOf(owner, sysctl, 'name'), { field, name });
    seen.add(name);
  }
}

/** Parameters of the kernel that each network, or each group of processes that talk, has for itself. */
const networkSysctl = /^net\./;
const processSysctl = /^(?:fs\.mqueue\.|kernel\.(?:sem|shm(?:all|max|mni|_rmid_forced)?|msg(?:max|mnb|mni)?)$)/;

const largestId = 2 ** 31 - 1;

function checkCommon(owner: Resource, { securityContext }: IContainer | IPodSpec, say: Sayer): void {
  const context = object(securityContext);
  const ids = context as { readonly fsGroup?: number } | undefined;
  for (const [field, value] of [
    ['runAsUser', context?.runAsUser],
    ['runAsGroup', context?.runAsGroup],
    ['fsGroup', ids?.fsGroup],
  ] as const) {
    if ((integer(value) ?? 0) < 0) say('negative', placeOf(owner, context, field), { field });
    if ((integer(value) ?? 0) > largestId) say('tooLarge', placeOf(owner, context, field), { field });
  }
  for (const profile of [object(context?.seccompProfile), object(context?.appArmorProfile)]) {
    if (!profile) continue;
    const local = text(profile.localhostProfile);
    const isSeccomp = profile === context?.seccompProfile;
    if (local !== undefined && isSeccomp && (local.startsWith('/') || local.split('/').includes('..')))
      say('profilePath', placeOf(owner, profile, 'localhostProfile'), { path: local });
    const isNamed = isSeccomp ? typeof profile.localhostProfile === 'string' : local !== undefined;
    if (profile.type === 'Localhost' && !isNamed) say('profile', placeOf(owner, profile, 'type'), {});
    if (profile.type !== 'Localhost' && local !== undefined)
      say('otherProfile', placeOf(owner, profile, 'localhostProfile'), {});
  }
}
