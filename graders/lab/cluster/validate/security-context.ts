import type { IContainer, IPodSpec } from 'kubernetes-models/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { containersOf } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { integer, object, text, texts } from '../../../model/workloads/values.ts';
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
  processes: {
    es: '`shareProcessNamespace` y `hostPID` no pueden ir juntos: los procesos se comparten en el pod o con el nodo.',
    en: '`shareProcessNamespace` and `hostPID` cannot go together: processes are shared within the pod or with the node.',
  },
} as const;

type Sayer = Say<typeof messages>;

export const securityContextLaw = law({
  messages,
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      const { owner, spec } = template;
      if (spec.shareProcessNamespace === true && spec.hostPID === true)
        say('processes', placeOf(owner, spec, 'shareProcessNamespace'), {});
      checkCommon(owner, spec, say);
      for (const { container } of containersOf(template)) {
        checkCommon(owner, container, say);
        checkEscalation(owner, container, say);
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

function checkCommon(owner: Resource, { securityContext }: IContainer | IPodSpec, say: Sayer): void {
  const context = object(securityContext);
  const ids = context as { readonly fsGroup?: number } | undefined;
  for (const [field, value] of [
    ['runAsUser', context?.runAsUser],
    ['runAsGroup', context?.runAsGroup],
    ['fsGroup', ids?.fsGroup],
  ] as const) {
    if ((integer(value) ?? 0) < 0) say('negative', placeOf(owner, context, field), { field });
  }
  for (const profile of [object(context?.seccompProfile), object(context?.appArmorProfile)]) {
    if (!profile) continue;
    const local = text(profile.localhostProfile);
    if (profile.type === 'Localhost' && local === undefined) say('profile', placeOf(owner, profile, 'type'), {});
    if (profile.type !== 'Localhost' && local !== undefined)
      say('otherProfile', placeOf(owner, profile, 'localhostProfile'), {});
  }
}
