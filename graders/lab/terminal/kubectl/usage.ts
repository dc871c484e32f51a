import type { Call } from '../tool/tool.ts';
import { Stop } from './stop.ts';

/** `error: …` with where to find help. @see https://github.com/kubernetes/kubectl/blob/v0.36.0/pkg/cmd/util/helpers.go (`UsageErrorf`) */
export function usage({ path }: Pick<Call, 'path'>, text: string, command?: string): Stop {
  const called = command === undefined ? path.join(' ') : `kubectl ${command}`;
  return new Stop(`error: ${text}\nSee '${called} -h' for help and examples`);
}
