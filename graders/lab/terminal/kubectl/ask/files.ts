import type { Resource } from '../../../../model/manifests/manifests.ts';
import { type Entry, type Files, find, join, resolvePath } from '../../../machine/index.ts';
import { manifestsIn } from '../../desk/manifests.ts';
import { printedObjects, stdin } from '../../mesh/printed.ts';
import type { Call } from '../../tool/tool.ts';
import { wrong } from '../stop.ts';
import { kustomization } from './kustomize.ts';
import { sayFinding } from './say.ts';

/** An object of a file, and the file as it was named. */
export interface FromFile {
  readonly resource: Resource;
  readonly source: string;
}

const extensions = /\.(?:json|ya?ml)$/;

/** The objects of `-f FILE`, `-f DIR`, `-f -` and `-k DIR`, in the order in which they are written. */
export function objectsFrom(call: Call, recursive = false): readonly FromFile[] {
  const files = call.flags.list('filename');
  const built = call.flags.text('kustomize');
  if (files.length > 0 && built !== undefined) throw wrong('only one of -f or -k can be specified');
  if (built !== undefined) return kustomization(call, built).map((resource) => ({ resource, source: built }));
  return files.flatMap((file) => sourcesOf(call, file, recursive)).flatMap(({ path, text }) => read(path, text));
}

function sourcesOf(
  { desk, cwd, stdin: piped }: Call,
  file: string,
  recursive: boolean,
): readonly { readonly path: string; readonly text: string }[] {
  if (file === '-') return [{ path: stdin, text: piped }];
  if (/^https?:\/\//.test(file)) throw wrong(`unable to read URL ${JSON.stringify(file)}, the lab has no network`);
  const place = resolvePath(cwd, file);
  const found = find(desk.files, place);
  if (found.state !== 'present') throw wrong(`the path ${JSON.stringify(file)} does not exist`);
  if (found.entry.kind === 'file') return [{ path: file, text: textOf(found.entry) }];
  const inside = filesIn(desk.files, place, recursive);
  if (inside.length === 0) throw wrong(`error reading [${file}]: recognized file extensions are [.json .yaml .yml]`);
  return inside.map(([path, text]) => ({
    path: join(file.replace(/\/+$/, ''), path.slice(place.length).replace(/^\/+/, '')),
    text,
  }));
}

function filesIn(files: Files, directory: string, recursive: boolean): readonly (readonly [string, string])[] {
  const prefix = directory === '/' ? '/' : `${directory}/`;
  return [...files.entries]
    .filter(
      ([path, entry]) =>
        path.startsWith(prefix) &&
        entry.kind === 'file' &&
        extensions.test(path) &&
        (recursive || !path.slice(prefix.length).includes('/')),
    )
    .map(([path, entry]) => [path, textOf(entry)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Whoever asks a file of the learner's for its content has looked at it. */
const textOf = (entry: Entry): string => entry.manifests ?? entry.content ?? '';

function read(path: string, text: string): readonly FromFile[] {
  const printed = path === stdin ? printedObjects(text) : undefined;
  if (printed) return printed.map((resource) => ({ resource, source: path }));
  const { resources, findings } = manifestsIn(path, text);
  const [problem] = findings.filter(({ severity }) => severity === 'error');
  if (problem) {
    if (problem.id === 'manifest/not-an-object' && problem.message === 'empty')
      throw wrong('no objects passed to apply');
    throw wrong(`error parsing ${path}: ${sayFinding(problem, text)}`);
  }
  return resources.map((resource) => ({ resource, source: path }));
}
