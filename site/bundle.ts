import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import type { WrittenExercise } from '../graders/course/written.ts';
import { bundleEngine, bundleGrader, bundleLab, graderName, needsOf, readGraph } from './grader-bundle.ts';
import type { PageScripts } from './pages/exercise.ts';
import { type Bundle, languageFor, specName } from './scripts.ts';

/** The names of a page's scripts: `ejercicio-dockerfile`, and the grader that carries what the exercise needs. */
export function scriptsOf(written: WrittenExercise): PageScripts {
  const { exercise } = written;
  const languages = exercise.spec.answers.map(({ format }) => languageFor[format]);
  return {
    page: ['ejercicio', ...[...new Set(languages)].sort()].join('-'),
    grader: graderName(needsOf(exercise)),
    spec: specName(written),
  };
}

/** How every script is bundled. */
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

/** The scripts of any exercise: every language of the editor in one page script, every kind of check in one grader. */
export async function bundleForAny(page: string, grader: string): Promise<readonly Bundle[]> {
  const client = join(import.meta.dirname, 'client');
  const languages = [...new Set(Object.values(languageFor))].sort().join('-');
  const graph = await readGraph(settings);
  const [pages, lab, engine, whole] = await Promise.all([
    bundlePages(client, [`ejercicio-${languages}`]),
    bundleLab(graph, settings),
    bundleEngine(graph, settings),
    build({ ...settings, entryPoints: [join(client, 'grader.ts')] }),
  ]);
  return [
    ...pages.map(({ name, text }) => ({ name: name === `ejercicio-${languages}.js` ? `${page}.js` : name, text })),
    { name: 'laboratorio.js', text: lab },
    { name: 'motor.js', text: engine },
    { name: `${grader}.js`, text: whole.outputFiles?.[0]?.text ?? '' },
  ];
}

/** Scripts that were bundled, by what decides them: the same process bundles none of them twice. */
export type Bundled = Map<string, Promise<unknown>>;

/**
 * Bundles every script of the site: classic scripts, which also run from `file://`.
 * @param bundled what was bundled before of these very sources
 */
export async function bundleScripts(
  exercises: readonly WrittenExercise[],
  bundled: Bundled = new Map(),
): Promise<readonly Bundle[]> {
  const client = join(import.meta.dirname, 'client');
  const graders = new Map(exercises.map(({ exercise }) => [graderName(needsOf(exercise)), needsOf(exercise)]));
  const names = [...new Set(exercises.map((written) => scriptsOf(written).page))].sort();
  const graph = once(bundled, 'graph', () => readGraph(settings));
  const [pages, lab, engine, ...texts] = await Promise.all([
    once(bundled, `pages ${names}`, () => bundlePages(client, names)),
    once(bundled, 'lab', async () => bundleLab(await graph, settings)),
    once(bundled, 'engine', async () => bundleEngine(await graph, settings)),
    ...[...graders].map(([name, needs]) => once(bundled, name, async () => bundleGrader(needs, await graph, settings))),
  ]);
  const bundles = [...graders.keys()].map((name, index) => ({ name: `${name}.js`, text: texts[index] ?? '' }));
  return [...pages, { name: 'laboratorio.js', text: lab }, { name: 'motor.js', text: engine }, ...bundles];
}

function once<T>(bundled: Bundled, key: string, make: () => Promise<T>): Promise<T> {
  const before = bundled.get(key) as Promise<T> | undefined;
  if (before) return before;
  const made = make();
  bundled.set(key, made);
  made.catch(() => bundled.delete(key));
  return made;
}

async function bundlePages(client: string, pages: readonly string[]): Promise<readonly Bundle[]> {
  const { outputFiles = [] } = await build({
    ...settings,
    entryPoints: {
      preferencias: join(client, 'preferences.ts'),
      portada: join(client, 'home.ts'),
      leccion: join(client, 'lesson.ts'),
      buscar: join(client, 'search.ts'),
      progreso: join(client, 'progress-page.ts'),
      clase: join(client, 'class/page.ts'),
      corrector: join(client, 'class/worker.ts'),
      ejemplo: join(client, 'live/bench.ts'),
      terminal: join(client, 'terminal/page.ts'),
      orden: join(client, 'terminal/open.ts'),
      dibujo: join(client, 'picture/entry.ts'),
      ...Object.fromEntries(pages.map((name) => [name, `exercise-page:${name}`])),
    },
    plugins: [exercisePages(client)],
  });
  return outputFiles.map(({ path, text }) => ({ name: path.slice(path.lastIndexOf('/') + 1), text }));
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
