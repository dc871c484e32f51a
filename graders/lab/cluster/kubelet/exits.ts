import { code } from '../../../core/code.ts';
import type { Span } from '../../../core/span.ts';
import type { Hop } from '../../../core/trace.ts';
import { type Complaint, find } from '../../machine/index.ts';
import { clusterDomain } from '../service/find.ts';
import type { PodPlan } from '../workloads/plan.ts';
import type { Process } from './process.ts';
import { podHop } from './say.ts';

type Exit = Extract<Process, { does: 'exits' }>;

/** Tells why a container's process ended, and whether the kubelet starts it again. */
export function exitHop(exit: Exit, container: string, restarts: boolean, plan: PodPlan, at: Span): Hop {
  const { complaint, code: status, machine } = exit;
  const written = (path: string): Span => {
    const found = find(machine.files, path);
    return (found.state === 'present' ? found.entry.written : undefined) ?? at;
  };
  switch (complaint?.kind) {
    case 'daemonised':
      return podHop(plan, 'kubelet', 'daemonised', { container, program: complaint.program }, at);
    case 'usage':
      return podHop(plan, 'kubelet', 'usage', { container, program: complaint.program, code: status }, at);
    case 'variable-missing':
      return podHop(plan, 'kubelet', 'variableMissing', { container, variables: complaint.variables.map(code) }, at);
    case 'cannot-write':
      return podHop(plan, 'kubelet', 'cannotWrite', { container, path: complaint.path }, at);
    case 'capability':
      return podHop(
        plan,
        'kubelet',
        'capabilityMissing',
        { container, capabilities: complaint.capabilities.map(code) },
        at,
      );
    case 'no-configuration':
      return podHop(plan, 'kubelet', 'configurationMissing', { container, path: complaint.path }, at);
    case 'configuration-refused': {
      const { path, near } = complaint;
      return podHop(plan, 'kubelet', 'configurationRefused', { container, path, near }, written(path));
    }
    case 'host-unknown':
      return podHop(plan, 'kubelet', 'upstreamUnknown', { container, host: complaint.host }, written(complaint.path));
    case 'no-events':
      return podHop(plan, 'kubelet', 'eventsMissing', { container, path: complaint.path }, written(complaint.path));
    case 'no-file': {
      const { program, file, because } = complaint;
      if (because === 'unreadable')
        return podHop(plan, 'kubelet', 'fileUnreadable', { container, file, code: status }, at);
      const message = because === 'absent' ? 'fileAbsent' : 'fileMissing';
      return podHop(plan, 'kubelet', message, { container, program, file, code: status }, at);
    }
    case 'not-found':
    case 'not-executable':
      if (complaint.program.startsWith('-'))
        return podHop(plan, 'kubelet', 'optionAlone', { container, option: complaint.program, code: status }, at);
      return podHop(plan, 'kubelet', 'commandMissing', { container, program: complaint.program, code: status }, at);
    case 'no-name':
      return nameHop(complaint, container, plan, at);
    case 'no-module':
      return podHop(plan, 'kubelet', 'moduleMissing', { container, module: complaint.module }, at);
    default:
      return podHop(plan, 'kubelet', restarts ? 'restarting' : 'completed', { container, code: status }, at);
  }
}

/** Why `nslookup` did not end well. */
export function nameHop(
  { asked, names }: Extract<Complaint, { kind: 'no-name' }>,
  container: string,
  plan: PodPlan,
  at: Span,
): Hop {
  const domain = `svc.${clusterDomain}`;
  if (asked.endsWith(`.${domain}`)) return podHop(plan, 'kubelet', 'nameUnknown', { container, asked }, at);
  if (asked.includes('.')) {
    const whole = `${asked.split('.', 2).join('.')}.${domain}`;
    return podHop(plan, 'kubelet', 'nameNotCompleted', { container, asked, whole }, at);
  }
  const whole = `${asked}.${plan.namespace}.${domain}`;
  return podHop(plan, 'kubelet', 'nameUnderEach', { container, asked, names: names.map(code), whole }, at);
}
