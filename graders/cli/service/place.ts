import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Loaded when there is a service to run, and from where Timonel is installed: the bundled command line cannot hold it. */
export function esbuild(): typeof import('esbuild') {
  return createRequire(join(here(), 'run.ts'))('esbuild');
}

/** This folder. The bundled command line is one file elsewhere, but its launcher stands beside this folder. */
export function here(): string {
  if (import.meta.url) return dirname(fileURLToPath(import.meta.url));
  return join(dirname(realpathSync(process.argv[1] ?? '')), 'service');
}
