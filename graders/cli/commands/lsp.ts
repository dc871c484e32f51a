import type { Context, ExitCode } from '../io.ts';
import { runLanguageServer } from '../lsp/server.ts';

/** Serves an editor: diagnostics, pages, quick fixes and completion while a file is written. */
export function lsp(context: Context): Promise<ExitCode> {
  return runLanguageServer(context);
}
