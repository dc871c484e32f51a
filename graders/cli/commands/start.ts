import { fill } from '../../core/messages.ts';
import { listFolders } from '../../course/folders.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { badValue, noExercises } from '../sentences.ts';
import { runSession } from '../session/session.ts';

/** Opens the study session. */
export function start(
  { port, unprotected = false }: { readonly port?: string; readonly unprotected?: boolean },
  context: Context,
): Promise<ExitCode> {
  if (listFolders(context.root).length === 0) throw new UsageError(noExercises[context.lang]);
  if (port === undefined) return runSession(undefined, context, { unprotected });
  const number = Number(port);
  if (!/^\d+$/.test(port) || number > 65_535) {
    throw new UsageError(fill(badValue, { name: '--port', value: port, allowed: '0-65535' }, context.lang));
  }
  return runSession(number, context, { unprotected });
}
