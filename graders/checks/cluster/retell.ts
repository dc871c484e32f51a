import type { Descriptor, Finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import type { Hop, Trace } from '../../core/trace.ts';

/**
 * A decision of the lab told as a finding, with the same sentence and the same facts: the descriptor is the one that
 * knows the decision's message.
 * @returns undefined when no descriptor knows it
 */
export function retell(hop: Hop, descriptors: readonly Descriptor[], at: Span, because: Trace): Finding | undefined {
  const message = hop.message.slice(hop.message.indexOf('/') + 1);
  const about = descriptors.find(({ messages }) => Object.hasOwn(messages, message));
  return about && { id: about.id, message, data: hop.data, at, severity: about.severity, because };
}
