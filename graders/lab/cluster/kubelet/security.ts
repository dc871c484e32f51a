import { own } from '../../../core/own.ts';
import { integer, texts } from '../read.ts';
import type { Surroundings } from './context.ts';
import { certainlyRoot } from './trust.ts';

/** The security settings a process runs under: the container's own, else the pod's. */
export interface SecuritySettings {
  readonly runAsUser: number | undefined;
  readonly runAsNonRoot: boolean;
  readonly readOnlyRoot: boolean;
  /** Whether a capability of the runtime's default set is still there. */
  readonly has: (capability: string) => boolean;
}

export function securityOf({ container, spec }: Surroundings): SecuritySettings {
  const own = container.securityContext ?? {};
  const pod = spec.securityContext ?? {};
  const added = capabilities(own.capabilities?.add);
  const dropped = capabilities(own.capabilities?.drop);
  return {
    runAsUser: integer(own.runAsUser) ?? integer(pod.runAsUser),
    runAsNonRoot: (own.runAsNonRoot ?? pod.runAsNonRoot) === true,
    readOnlyRoot: own.readOnlyRootFilesystem === true,
    has: (capability) =>
      own.privileged === true ||
      added.has('ALL') ||
      added.has(capability) ||
      !(dropped.has('ALL') || dropped.has(capability)),
  };
}

function capabilities(value: unknown): ReadonlySet<string> {
  return new Set(texts(value).map((name) => name.replace(/^CAP_/, '').toUpperCase()));
}

/** The user the process gets: `0` for root, undefined where an image does not tell. */
export function userOf(around: Surroundings): number | undefined {
  const { runAsUser } = securityOf(around);
  if (runAsUser !== undefined) return runAsUser;
  const [user = ''] = around.image.user.split(':');
  if (certainlyRoot(around.image)) return 0;
  if (user === '') return undefined;
  return /^\d+$/.test(user) ? Number(user) : (own(around.image.users, user) ?? 1000);
}

export type RootRefusal = 'root' | 'non-numeric';

/**
 * Why the kubelet refuses to create a container with `runAsNonRoot`: its image runs as root, or names a user instead of
 * giving a number, which cannot be verified before the container exists.
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
 */
export function rootRefusal(around: Surroundings): RootRefusal | undefined {
  const { runAsNonRoot, runAsUser } = securityOf(around);
  if (!runAsNonRoot) return undefined;
  if (runAsUser !== undefined) return runAsUser === 0 ? 'root' : undefined;
  const [user = ''] = around.image.user.split(':');
  if (user !== '' && !/^\d+$/.test(user)) return user === 'root' ? 'root' : 'non-numeric';
  return userOf(around) === 0 ? 'root' : undefined;
}
