import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import type { AnswerFormat } from '../graders/core/exercise.ts';
import type { Lesson } from './load.ts';

export interface Bundle {
  readonly name: string;
  readonly text: string;
}

/** Which language files the editor of an answer format needs. */
const languageFor: Readonly<Record<AnswerFormat, string>> = {
  manifests: 'manifests',
  dockerfile: 'dockerfile',
  literal: 'literal',
  service: 'literal',
  shell: 'shell',
};

/** The script of an exercise page carries the languages of its answers and no other: `ejercicio-dockerfile`. */
export function scriptOf({ exercise: { spec } }: Lesson): string {
  const languages = new Set(spec.answers.map(({ format }) => languageFor[format]));
  return ['ejercicio', ...[...languages].sort()].join('-');
}

/** Bundles every script of the site: classic scripts, which also run from `file://`. */
export async function bundleScripts(lessons: readonly Lesson[]): Promise<readonly Bundle[]> {
  const client = join(import.meta.dirname, 'client');
  const shared = Object.fromEntries(
    Object.entries({ preferencias: 'preferences', portada: 'home', corregir: 'grader' }).map(([name, file]) => [
      name,
      join(client, `${file}.ts`),
    ]),
  );
  const pages = Object.fromEntries([...new Set(lessons.map(scriptOf))].map((name) => [name, `exercise-page:${name}`]));
  const { outputFiles = [] } = await build({ ...settings(client), entryPoints: { ...shared, ...pages } });
  return outputFiles.map(({ path, text }) => ({ name: path.slice(path.lastIndexOf('/') + 1), text }));
}

function settings(client: string): BuildOptions {
  return {
    bundle: true,
    write: false,
    outdir: '/',
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    inject: [join(client, 'shims/buffer.ts')],
    plugins: [exercisePages(client)],
  };
}

/** Writes the entry of `ejercicio-<languages>`: start the page with these languages. */
function exercisePages(client: string): Plugin {
  return {
    name: 'exercise-pages',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^exercise-page:/ }, ({ path }) => ({
        path: path.slice('exercise-page:'.length),
        namespace: 'exercise-page',
      }));
      onLoad({ filter: /.*/, namespace: 'exercise-page' }, ({ path }) => {
        const languages = path.split('-').slice(1);
        const imports = languages.map((name) => `import * as ${name} from './languages/${name}.ts';`);
        const contents = [
          "import { start } from './exercise/start.ts';",
          ...imports,
          `start([${languages.join(', ')}]);`,
        ].join('\n');
        return { contents, resolveDir: client, loader: 'ts' };
      });
    },
  };
}
