import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import type { Bundle } from './scripts.ts';

/** How every script is bundled: a classic script, which also runs from `file://`. */
const settings: BuildOptions = {
  bundle: true,
  write: false,
  outdir: '/',
  format: 'iife',
  target: 'es2022',
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
};

/** Bundles the scripts of pages; graders and lab come in parts. */
export async function bundlePages(): Promise<readonly Bundle[]> {
  const client = join(import.meta.dirname, 'client');
  const { outputFiles = [] } = await build({
    ...settings,
    entryPoints: {
      preferencias: join(client, 'preferences.ts'),
      portada: join(client, 'home.ts'),
      leccion: join(client, 'lesson.ts'),
      ejercicio: join(client, 'exercise/start.ts'),
      editor: join(client, 'editor/entry.ts'),
      buscar: join(client, 'search.ts'),
      progreso: join(client, 'progress-page.ts'),
      clase: join(client, 'class/page.ts'),
      corrector: join(client, 'class/worker.ts'),
      ejemplo: join(client, 'live/bench.ts'),
      terminal: join(client, 'terminal/page.ts'),
      orden: join(client, 'terminal/open.ts'),
      motor: join(client, 'terminal/worker.ts'),
      dibujo: join(client, 'picture/entry.ts'),
      tiempo: join(client, 'picture/time/entry.ts'),
    },
  });
  return outputFiles.map(({ path, text }) => ({ name: path.slice(path.lastIndexOf('/') + 1), text }));
}
