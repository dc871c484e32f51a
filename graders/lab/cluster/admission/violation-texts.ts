import { own } from '../../../core/own.ts';
import type { Text } from '../../../core/text.ts';

/** What a pod does that Pod Security forbids, in words; the keys are the words of the API server, which `kubectl` repeats. */
const texts: Readonly<Record<string, Text>> = {
  'host namespaces': {
    es: 'usa espacios del nodo (`hostNetwork`, `hostPID` o `hostIPC`)',
    en: 'it uses namespaces of the node (`hostNetwork`, `hostPID` or `hostIPC`)',
  },
  'hostPath volumes': { es: 'monta volúmenes `hostPath`', en: 'it mounts `hostPath` volumes' },
  'forbidden sysctls': { es: 'cambia `sysctls` que no son seguros', en: 'it changes `sysctls` that are not safe' },
  seccompProfile: {
    es: 'su `seccompProfile` no es `RuntimeDefault` ni `Localhost`',
    en: 'its `seccompProfile` is neither `RuntimeDefault` nor `Localhost`',
  },
  seLinuxOptions: { es: 'pide un `seLinuxOptions` no admitido', en: 'it asks for `seLinuxOptions` that are not taken' },
  hostProcess: { es: 'lleva `hostProcess: true`', en: 'it has `hostProcess: true`' },
  'forbidden AppArmor profile': {
    es: 'pide un perfil de AppArmor no admitido',
    en: 'it asks for an AppArmor profile that is not taken',
  },
  'forbidden AppArmor profiles': {
    es: 'pide perfiles de AppArmor no admitidos',
    en: 'it asks for AppArmor profiles that are not taken',
  },
  privileged: { es: 'lleva `privileged: true`', en: 'it has `privileged: true`' },
  procMount: { es: 'cambia `procMount`', en: 'it changes `procMount`' },
  'non-default capabilities': {
    es: 'añade en `capabilities.add` capacidades que no son las de siempre',
    en: 'it adds capabilities beyond the usual ones in `capabilities.add`',
  },
  hostPort: { es: 'abre puertos del nodo (`hostPort`)', en: 'it opens ports of the node (`hostPort`)' },
  'probe or lifecycle host': {
    es: 'sus sondas o su ciclo de vida llaman a otro `host`',
    en: 'its probes or its lifecycle call another `host`',
  },
  'restricted volume types': {
    es: 'monta volúmenes de tipos no admitidos',
    en: 'it mounts volumes of types that are not taken',
  },
  'allowPrivilegeEscalation != false': {
    es: 'le falta `allowPrivilegeEscalation: false`',
    en: '`allowPrivilegeEscalation: false` is missing',
  },
  'runAsNonRoot != true': { es: 'le falta `runAsNonRoot: true`', en: '`runAsNonRoot: true` is missing' },
  'runAsUser=0': { es: 'lleva `runAsUser: 0`', en: 'it has `runAsUser: 0`' },
  'unrestricted capabilities': {
    es: 'no renuncia a las capacidades (`capabilities.drop: [ALL]`) o añade otras que `NET_BIND_SERVICE`',
    en: 'it does not drop its capabilities (`capabilities.drop: [ALL]`) or adds others than `NET_BIND_SERVICE`',
  },
};

/** @param violation as the API server calls it */
export function violationText(violation: string): Text {
  return own(texts, violation) ?? { es: `\`${violation}\``, en: `\`${violation}\`` };
}
