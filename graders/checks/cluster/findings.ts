import { descriptor } from '../../core/finding.ts';
import { hops } from '../../lab/cluster/hops.ts';

const { processAssumed, portAssumed } = hops.messages;

/** What a check says instead of a verdict that would rest on a process of the answer which nobody here knows. */
export const assumed = descriptor({
  id: 'cluster/assumed',
  severity: 'info',
  title: { es: 'No sé qué ejecuta un contenedor', en: 'I do not know what a container executes' },
  messages: { processAssumed, portAssumed },
});
