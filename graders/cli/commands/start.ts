import { fill } from '../../core/messages.ts';
import { listFolders } from '../../course/folders.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { badValue, noExercises } from '../sentences.ts';
import { runSession } from '../session/session.ts';

export interface StartOptions {
  readonly port?: string;
  readonly open?: boolean;
  readonly plain?: boolean;
  readonly unprotected?: boolean;
}

/** Opens the study session. */
export function start({ port, ...options }: StartOptions, context: Context): Promise<ExitCode> {
  if (listFolders(context.root).length === 0) throw new UsageError(noExercises[context.lang]);
  if (port === undefined) return runSession(context, options);
  const number = Number(port);
  if (!/^\d+$/.test(port) || number > 65_535) {
    throw new UsageError(fill(badValue, { name: '--port', value: port, allowed: '0-65535' }, context.lang));
  }
  return runSession(context, { ...options, port: number });
}
