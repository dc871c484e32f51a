import type { Span } from '../../../core/span.ts';
import type { Hop } from '../../../core/trace.ts';
import type { PodPlan } from '../workloads/plan.ts';
import type { Process } from './process.ts';
import { podHop } from './say.ts';

type Exit = Extract<Process, { does: 'exits' }>;

/** Tells why a container's process ended, and whether the kubelet starts it again. */
export function exitHop(exit: Exit, container: string, restarts: boolean, plan: PodPlan, at: Span): Hop {
  const { cause, code } = exit;
  switch (cause.because) {
    case 'daemonised':
      return podHop(plan, 'kubelet', 'daemonised', { container, program: cause.program }, at);
    case 'usage':
      return podHop(plan, 'kubelet', 'usage', { container, program: cause.program, code }, at);
    case 'variable-missing':
      return podHop(plan, 'kubelet', 'variableMissing', { container, variables: asCode(cause.variables) }, at);
    case 'read-only':
    case 'permission':
      return podHop(plan, 'kubelet', 'cannotWrite', { container, path: cause.path }, at);
    case 'capability':
      return podHop(plan, 'kubelet', 'capabilityMissing', { container, capabilities: asCode(cause.capabilities) }, at);
    case 'no-configuration':
      return podHop(plan, 'kubelet', 'configurationMissing', { container, path: cause.path }, at);
    case 'configuration-refused':
      return podHop(
        plan,
        'kubelet',
        'configurationRefused',
        { container, path: cause.path, near: cause.near },
        cause.at ?? at,
      );
    case 'host-unknown':
      return podHop(plan, 'kubelet', 'upstreamUnknown', { container, host: cause.host }, cause.at ?? at);
    case 'no-events':
      return podHop(plan, 'kubelet', 'eventsMissing', { container, path: cause.path }, cause.at ?? at);
    case 'done':
      return podHop(plan, 'kubelet', restarts ? 'restarting' : 'completed', { container, code }, at);
  }
}

const asCode = (words: readonly string[]): readonly string[] => words.map((word) => `\`${word}\``);
