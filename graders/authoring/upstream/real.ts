import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { check, isDockerfile } from '../../check.ts';
import { isFields } from '../../core/fields.ts';
import type { Finding } from '../../core/finding.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import { ask, buildPrograms } from './ask.ts';
import { compareDockerfiles } from './real-dockerfiles.ts';

/** A document or a Dockerfile that somebody has written. */
interface Written {
  readonly path: string;
  readonly text: string;
  /** What upstream reads of a document. */
  readonly object?: JsonObject;
}

/** What `check` calls an error. */
interface Mistaken extends Written {
  readonly error: Finding;
}

interface Document {
  readonly text: string;
  readonly object?: Json;
}

/** Files that are larger hold data, or many copies of the same. */
const most = 256 * 1024;

/** Why `check` says an error of what upstream takes. */
const explanations: readonly { readonly why: string; readonly explains: (one: Mistaken) => boolean }[] = [
  {
    why: 'what follows the end of a document (`...`) is lost without a word upstream',
    explains: ({ text }) => /^\.\.\.\s*\n\s*\S/m.test(text),
  },
  { why: 'files are read as UTF-8, and the error says so', explains: ({ text }) => text.includes('\0') },
  {
    why: 'what begins like a list and is no JSON is built as a command of the shell that no shell finds',
    explains: ({ error }) => error.id === 'docker/broken-json',
  },
];

/**
 * `npm run upstream -- real [FOLDER]`: the manifests and Dockerfiles that a folder holds, the modules that Go has fetched
 * unless one is named. Of what `check` says is an error upstream is asked; each one that it takes is printed. Dockerfiles are
 * compared the other way round too, and in their warnings and images.
 * @returns whether each difference is explained
 */
export function compareReal(folder = execFileSync('go', ['env', 'GOMODCACHE'], { encoding: 'utf8' }).trim()): boolean {
  const programs = buildPrograms(['documents', 'validation', 'istio-validation', 'dockerfile', 'dockerfile-lint']);
  const files = filesIn(folder);
  const manifests = unique(
    manifestsIn(
      programs,
      files.filter((path) => /\.ya?ml$/i.test(path)),
      folder,
    ),
  );
  const dockerfiles = unique(files.filter(isDockerfile).map((path) => read(path, folder)));
  const wrong = [...manifests, ...dockerfiles].flatMap((one) => {
    const name = one.object ? 'a.yaml' : 'Dockerfile';
    const [error] =
      check([{ path: name, text: one.text }])[0]?.findings.filter(({ severity }) => severity === 'error') ?? [];
    return error ? [{ ...one, error }] : [];
  });
  const taken = takenOf(programs, wrong);
  for (const one of taken) {
    const { path, error } = one;
    const why = explanations.find(({ explains }) => explains(one))?.why;
    console.log(
      `${path}: ${error.id} ${error.message} ${JSON.stringify(error.data)}${why === undefined ? '' : ` (${why})`}`,
    );
  }
  console.log(
    `${manifests.length} manifests and ${dockerfiles.length} Dockerfiles, all different: of ${wrong.length} that check calls an error, upstream takes ${taken.length}`,
  );
  const isAgreed = compareDockerfiles(programs, dockerfiles);
  return isAgreed && taken.every((one) => explanations.some(({ explains }) => explains(one)));
}

/** Every file below a folder, in the order of their names. What is a link may lead anywhere and is left out. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'cache' ? [] : filesIn(path);
    const isOfInterest = entry.isFile() && (/\.ya?ml$/i.test(entry.name) || isDockerfile(entry.name));
    return isOfInterest && statSync(path).size <= most ? [path] : [];
  });
}

const read = (path: string, folder: string): Written => ({
  path: relative(folder, path),
  text: readFileSync(path, 'utf8'),
});

function manifestsIn(programs: string, paths: readonly string[], folder: string): readonly Written[] {
  const files = paths.map((path) => read(path, folder));
  const documents = ask(
    programs,
    'documents',
    files.map(({ text }) => text),
  ) as unknown as readonly (readonly Document[])[];
  return files.flatMap(({ path }, index) =>
    (documents[index] ?? []).flatMap(({ text, object }): readonly Written[] =>
      isManifest(object) ? [{ path, text, object }] : [],
    ),
  );
}

const isManifest = (value: Json | undefined): value is JsonObject =>
  isFields(value) && typeof value.apiVersion === 'string' && typeof value.kind === 'string';

function unique(all: readonly Written[]): readonly Written[] {
  return [...new Map(all.map((one) => [JSON.stringify(one.object ?? one.text), one])).values()];
}

/** Those that upstream takes. A kind that it is not asked about counts as refused: nothing is known of it. */
function takenOf<T extends Written>(programs: string, all: readonly T[]): readonly T[] {
  return ['dockerfile', 'istio-validation', 'validation'].flatMap((program) => {
    const asked = all.filter((one) => programFor(one) === program);
    const said = ask(
      programs,
      program,
      asked.map(({ text, object }) => object ?? { text }),
    ) as readonly JsonObject[];
    return asked.filter((_, index) => isTaken(program, said[index]));
  });
}

function programFor({ object }: Written): string {
  if (!object) return 'dockerfile';
  return /\.istio\.io\//.test(String(object.apiVersion)) ? 'istio-validation' : 'validation';
}

const isTaken = (program: string, said: JsonObject | undefined): boolean =>
  program === 'dockerfile' ? said?.error === undefined && said?.check === undefined : said?.refused === false;
