import type { IPodSpec } from 'kubernetes-models/v1';
import type { Json } from '../../../core/json.ts';
import { violations } from '../../../lab/cluster/index.ts';
import type { Part } from '../part.ts';
import type { Random } from '../random.ts';
import { fields } from './world.ts';

const capabilities = ['ALL', 'NET_BIND_SERVICE', 'CHOWN', 'SYS_ADMIN', 'NET_ADMIN', 'KILL', 'chown'];
const volumes: readonly Json[] = [
  { emptyDir: {} },
  { configMap: { name: 'a' } },
  { secret: { secretName: 'a' } },
  { hostPath: { path: '/' } },
  { persistentVolumeClaim: { claimName: 'a' } },
  { projected: { sources: [] } },
  { downwardAPI: {} },
  { csi: { driver: 'a' } },
  { ephemeral: {} },
  { nfs: { server: 'a', path: '/' } },
  { iscsi: { targetPortal: 'a', iqn: 'b', lun: 0 } },
  { image: { reference: 'a' } },
];
const sysctls = [
  'kernel.shm_rmid_forced',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_rmem',
  'kernel.msgmax',
  'vm.swappiness',
];

interface Input {
  readonly level: 'baseline' | 'restricted';
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: Partial<IPodSpec>;
}

/** A pod that is nearly allowed, so that each rule decides now and then. */
function make(random: Random): Json {
  const seldom = <T>(make: () => T) => random.maybe(0.12, make);
  const settled = random.chance(0.6);
  const seccomp = () => ({ type: random.pick(['RuntimeDefault', 'Localhost', 'Unconfined']) });
  const shared = () => ({
    runAsNonRoot: settled ? true : random.maybe(0.5, () => random.chance(0.7)),
    runAsUser: random.maybe(0.3, () => random.pick([0, 1000])),
    seccompProfile: settled && random.chance(0.9) ? { type: 'RuntimeDefault' } : random.maybe(0.4, seccomp),
    seLinuxOptions: seldom(() => ({
      type: random.pick(['', 'container_t', 'container_kvm_t', 'spc_t']),
      user: seldom(() => 'u'),
      role: seldom(() => 'r'),
    })),
    appArmorProfile: seldom(() => ({ type: random.pick(['RuntimeDefault', 'Unconfined']) })),
    windowsOptions: seldom(() => ({ hostProcess: random.chance(0.5) })),
  });
  const probe = () => ({
    httpGet: random.maybe(0.6, () => ({
      port: 80,
      host: random.maybe(0.3, () => random.pick(['', '127.0.0.1', 'web'])),
    })),
    tcpSocket: seldom(() => ({ port: 80, host: seldom(() => '10.0.0.1') })),
  });
  const container = () => ({
    name: 'c',
    image: 'a',
    securityContext: random.maybe(0.9, () => ({
      ...shared(),
      privileged: seldom(() => random.chance(0.5)),
      allowPrivilegeEscalation: settled ? false : random.maybe(0.5, () => random.chance(0.4)),
      procMount: seldom(() => random.pick(['Default', 'Unmasked'])),
      capabilities: random.maybe(0.7, () => ({
        drop: settled ? ['ALL'] : random.some(capabilities, 0.3),
        add: random.maybe(0.3, () => random.some(capabilities, 0.25)),
      })),
    })),
    ports: seldom(() => [{ containerPort: 80, hostPort: random.maybe(0.6, () => random.pick([0, 80])) }]),
    livenessProbe: seldom(probe),
    lifecycle: seldom(() => ({ preStop: probe() })),
  });
  return {
    level: random.pick(['baseline', 'restricted', 'restricted']),
    annotations: random.chance(0.08)
      ? {
          'container.apparmor.security.beta.kubernetes.io/c': random.pick([
            'runtime/default',
            'unconfined',
            'localhost/a',
          ]),
        }
      : {},
    spec: fields({
      containers: [container(), ...random.list(1, container)],
      initContainers: random.maybe(0.15, () => [container()]),
      // Ports are refused there before this is asked.
      ephemeralContainers: random.maybe(0.05, () => [{ ...container(), ports: undefined }]),
      hostNetwork: seldom(() => random.chance(0.5)),
      hostPID: seldom(() => random.chance(0.4)),
      hostUsers: seldom(() => random.chance(0.5)),
      os: seldom(() => ({ name: random.pick(['linux', 'windows']) })),
      volumes: random.maybe(0.3, () => random.list(2, () => ({ name: 'v', ...(random.pick(volumes) as object) }))),
      securityContext: random.maybe(0.7, () => ({
        ...shared(),
        sysctls: seldom(() => [{ name: random.pick(sysctls), value: '1' }]),
      })),
    }),
  };
}

export const podSecurity: Part = {
  name: 'pod-security',
  what: 'what the Pod Security Standards forbid, by name',
  upstream: 'https://pkg.go.dev/k8s.io/pod-security-admission/policy#Evaluator',
  make,
  answer: ({ level, annotations, spec }: Input) => [...violations(spec, annotations, level)].sort(),
  deviations: [],
};
