import type { AskedLoad } from '../../ask-over-time.ts';
import type { LoadAction, LoadFrom } from './blocks.ts';

/** What an example asks of an autoscaler, as the lab is asked. */
export function loadOf({ carga, durante }: Pick<LoadAction, 'carga' | 'durante'>): AskedLoad {
  const [first, ...others] = carga;
  return { load: [phaseOf(first), ...others.map(phaseOf)], until: durante };
}

const phaseOf = ({ desde: from, cpu }: LoadFrom) => ({ from, cpu });
