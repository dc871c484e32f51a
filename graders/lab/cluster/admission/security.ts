import type { IContainer, IPodSpec, IVolume } from 'kubernetes-models/v1';
import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { list, text, texts } from '../read.ts';

export type Level = 'privileged' | 'baseline' | 'restricted';

/**
 * What the Pod Security Standards forbid in a pod, in the words of the admission plugin.
 * @param level of the namespace's label `pod-security.kubernetes.io/enforce`
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function violations(
  spec: Partial<IPodSpec>,
  annotations: Readonly<Record<string, string>>,
  level: Level,
): readonly string[] {
  if (level === 'privileged') return [];
  const debugging = list(spec.ephemeralContainers) as unknown as readonly IContainer[];
  const containers = [...list(spec.initContainers), ...list(spec.containers), ...debugging];
  const found = new Set(baseline(spec, containers, annotations));
  if (level === 'baseline') return [...found];
  const stricter = [...restricted(spec, containers)];
  return [...new Set([...[...found].filter((name) => !replaced.has(name)), ...stricter])];
}

export function levelOf(resources: readonly Resource[], namespace: string): Level {
  const [written] = lookup(resources).named('', 'Namespace', undefined, namespace);
  const level = text(written?.metadata.labels?.['pod-security.kubernetes.io/enforce']);
  return level === 'baseline' || level === 'restricted' ? level : 'privileged';
}

/** Docker's default capabilities, which baseline lets a container add; the others it may not. */
const ordinary = new Set(
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(
    ' ',
  ),
);

/** Sysctls that stay inside the pod. */
const safeSysctls = new Set(
  (
    'kernel.shm_rmid_forced net.ipv4.ip_local_port_range net.ipv4.ip_unprivileged_port_start net.ipv4.tcp_syncookies ' +
    'net.ipv4.ping_group_range net.ipv4.ip_local_reserved_ports net.ipv4.tcp_keepalive_time net.ipv4.tcp_fin_timeout ' +
    'net.ipv4.tcp_keepalive_intvl net.ipv4.tcp_keepalive_probes net.ipv4.tcp_rmem net.ipv4.tcp_wmem ' +
    'net.ipv4.tcp_slow_start_after_idle net.ipv4.tcp_notsent_lowat'
  ).split(' '),
);

/** What `restricted` asks in stronger words. */
const replaced: ReadonlySet<string> = new Set(['hostPath volumes', 'non-default capabilities', 'seccompProfile']);

function* baseline(
  spec: Partial<IPodSpec>,
  containers: readonly IContainer[],
  annotations: Readonly<Record<string, string>>,
) {
  if (spec.hostNetwork === true || spec.hostPID === true || spec.hostIPC === true) yield 'host namespaces';
  if (list(spec.volumes).some(({ hostPath }) => hostPath)) yield 'hostPath volumes';
  if (list(spec.securityContext?.sysctls).some(({ name }) => !safeSysctls.has(String(name)))) yield 'forbidden sysctls';
  for (const settings of [spec.securityContext, ...containers.map(({ securityContext }) => securityContext)]) {
    if (settings?.seccompProfile?.type === 'Unconfined') yield 'seccompProfile';
    if (forbiddenSelinux(settings?.seLinuxOptions)) yield 'seLinuxOptions';
    if (settings?.windowsOptions?.hostProcess === true) yield 'hostProcess';
  }
  const profiles = forbiddenProfiles(spec, containers, annotations);
  if (profiles > 0) yield profiles === 1 ? 'forbidden AppArmor profile' : 'forbidden AppArmor profiles';
  for (const container of containers) {
    const { securityContext: settings } = container;
    if (settings?.privileged === true) yield 'privileged';
    if (spec.hostUsers !== false && unmasksProc(container)) yield 'procMount';
    if (added(container).some((capability) => !ordinary.has(capability))) yield 'non-default capabilities';
    if (list(container.ports).some(({ hostPort }) => hostPort || spec.hostNetwork === true)) yield 'hostPort';
    if (probesNode(container)) yield 'probe or lifecycle host';
  }
}

/** A setting of the pod is looked at even where every container has its own. */
function* restricted(spec: Partial<IPodSpec>, containers: readonly IContainer[]) {
  const pod = spec.securityContext;
  const isLinux = spec.os?.name !== 'windows';
  const ownUsers = spec.hostUsers === false;
  if (list(spec.volumes).some((volume) => !isHarmless(volume))) yield 'restricted volume types';
  for (const container of containers) {
    const own = container.securityContext;
    if (isLinux && own?.allowPrivilegeEscalation !== false) yield 'allowPrivilegeEscalation != false';
    if (!ownUsers && (own?.runAsNonRoot ?? pod?.runAsNonRoot) !== true) yield 'runAsNonRoot != true';
    if (!ownUsers && own?.runAsUser === 0) yield 'runAsUser=0';
    if (unmasksProc(container)) yield 'procMount';
    if (!isLinux) continue;
    const seccomp = (own?.seccompProfile ?? pod?.seccompProfile)?.type;
    if (!confines(seccomp)) yield 'seccompProfile';
    const dropsAll = texts(own?.capabilities?.drop).includes('ALL');
    if (!dropsAll || added(container).some((capability) => capability !== 'NET_BIND_SERVICE'))
      yield 'unrestricted capabilities';
  }
  if (isLinux && pod?.seccompProfile && !confines(pod.seccompProfile.type)) yield 'seccompProfile';
  if (!ownUsers && pod?.runAsNonRoot === false) yield 'runAsNonRoot != true';
  if (!ownUsers && pod?.runAsUser === 0) yield 'runAsUser=0';
}

const confines = (seccomp: string | undefined): boolean => seccomp === 'RuntimeDefault' || seccomp === 'Localhost';

/** How many AppArmor profiles other than the usual one or one of the node's are asked for, each kind and annotation once. */
function forbiddenProfiles(
  { securityContext }: Partial<IPodSpec>,
  containers: readonly IContainer[],
  annotations: Readonly<Record<string, string>>,
): number {
  const profiles = [securityContext, ...containers.map((one) => one.securityContext)].flatMap((settings) =>
    settings?.appArmorProfile ? [String(settings.appArmorProfile.type ?? '')] : [],
  );
  const forbidden = new Set(profiles.filter((type) => type !== 'RuntimeDefault' && type !== 'Localhost'));
  return forbidden.size + Object.entries(annotations).filter(unconfines).length;
}

/** An annotation that gives a container any other AppArmor profile than the usual one or one of the node's. */
function unconfines([key, value]: readonly [string, string]): boolean {
  const isProfile = key.startsWith('container.apparmor.security.beta.kubernetes.io/');
  return isProfile && !/^(?:$|runtime\/default$|localhost\/)/.test(value);
}

function unmasksProc({ securityContext: settings }: IContainer): boolean {
  return (settings?.procMount ?? 'Default') !== 'Default';
}

function added({ securityContext }: IContainer): readonly string[] {
  return texts(securityContext?.capabilities?.add);
}

function forbiddenSelinux(options: { type?: string; user?: string; role?: string } | undefined): boolean {
  const types = [undefined, '', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];
  return (
    options !== undefined &&
    options !== null &&
    (Boolean(options.user || options.role) || !types.includes(options.type))
  );
}

/** Kinds of volume that bring nothing of the node into the pod. */
function isHarmless(volume: IVolume): boolean {
  const sources = Object.entries(volume).flatMap(([key, source]) => (key !== 'name' && source !== null ? [key] : []));
  const harmless = 'configMap csi downwardAPI emptyDir ephemeral persistentVolumeClaim projected secret image'.split(
    ' ',
  );
  return sources.every((source) => harmless.includes(source));
}

function probesNode({ livenessProbe, readinessProbe, startupProbe, lifecycle }: IContainer): boolean {
  const actions = [livenessProbe, readinessProbe, startupProbe, lifecycle?.postStart, lifecycle?.preStop];
  return actions.some((action) => {
    return [action?.httpGet?.host, action?.tcpSocket?.host].some((host) => text(host));
  });
}
