import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import type { AnswerFormat } from '../graders/core/exercise.ts';
import type { Lesson } from './load.ts';
import type { PageScripts } from './pages/exercise.ts';

export interface Bundle {
  readonly name: string;
  readonly text: string;
}

/** Which language of the editor an answer format needs. */
const languageFor: Readonly<Record<AnswerFormat, string>> = {
  manifests: 'manifests',
  dockerfile: 'dockerfile',
  literal: 'literal',
  service: 'literal',
  shell: 'shell',
};

/** The readers of the graders, by the module that holds each one. A page's grader carries only those it can meet. */
const readers = {
  yaml: 'parse/yaml/yaml.ts',
  dockerfile: 'model/dockerfile/read.ts',
  typescript: 'model/literal/read.ts',
} as const;

type Reader = keyof typeof readers;

/** The names of a page's scripts: `ejercicio-dockerfile` and `corregir-dockerfile`. */
export function scriptsOf({ exercise: { spec } }: Lesson): PageScripts {
  const formats = spec.answers.map(({ format }) => format);
  const needed: Readonly<Record<Reader, boolean>> = {
    yaml: formats.includes('manifests') || formats.includes('shell') || (spec.world ?? []).length > 0,
    dockerfile: formats.includes('dockerfile') || formats.includes('shell'),
    typescript: formats.includes('literal'),
  };
  const languages = [...new Set(formats.map((format) => languageFor[format]))].sort();
  const carried = Object.entries(needed).flatMap(([reader, isNeeded]) => (isNeeded ? reader : []));
  return { page: ['ejercicio', ...languages].join('-'), grader: ['corregir', ...carried].join('-') };
}

/** Bundles every script of the site: classic scripts, which also run from `file://`. */
export async function bundleScripts(lessons: readonly Lesson[]): Promise<readonly Bundle[]> {
  const client = join(import.meta.dirname, 'client');
  const scripts = lessons.map(scriptsOf);
  const pages = unique(scripts.map(({ page }) => page));
  const graders = unique(scripts.map(({ grader }) => grader));
  const builds = await Promise.all([
    build({
      ...settings(client),
      entryPoints: {
        preferencias: join(client, 'preferences.ts'),
        portada: join(client, 'home.ts'),
        ...Object.fromEntries(pages.map((name) => [name, `exercise-page:${name}`])),
      },
      plugins: [exercisePages(client)],
    }),
    ...graders.map((name) =>
      build({
        ...settings(client),
        entryPoints: { [name]: join(client, 'grader.ts') },
        plugins: [onlyReaders(client, name.split('-').slice(1))],
      }),
    ),
  ]);
  return builds
    .flatMap(({ outputFiles = [] }) => outputFiles)
    .map(({ path, text }) => ({ name: path.slice(path.lastIndexOf('/') + 1), text }));
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
  };
}

/** Leaves out of a grader the readers of what it will not meet. */
function onlyReaders(client: string, carried: readonly string[]): Plugin {
  return {
    name: 'only-readers',
    setup({ onResolve }) {
      for (const [reader, module] of Object.entries(readers)) {
        if (carried.includes(reader)) continue;
        const name = module.slice(module.lastIndexOf('/') + 1).replace('.', '\\.');
        onResolve({ filter: new RegExp(`/${name}$`) }, ({ path, resolveDir }) =>
          join(resolveDir, path).replaceAll('\\', '/').endsWith(`/graders/${module}`)
            ? { path: join(client, 'shims/no-reader.ts') }
            : undefined,
        );
      }
    },
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

const unique = (names: readonly string[]): string[] => [...new Set(names)];
