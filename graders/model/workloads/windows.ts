import type { PodTemplate } from './templates.ts';
import { isSet, object, pairs } from './values.ts';

/** Whether pods run on Windows, where there is no root, no capability, and the number of a user means nothing. */
export function isWindows({ spec }: Pick<PodTemplate, 'spec'>): boolean {
  const chosen = pairs(spec.nodeSelector).some(
    ([key, value]) => key.endsWith('kubernetes.io/os') && value === 'windows',
  );
  return chosen || object(spec.os)?.name === 'windows' || isSet(object(spec.securityContext)?.windowsOptions);
}
