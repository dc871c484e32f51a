import type { Source } from '../../../core/source.ts';
import { type Entry, emptyFiles, find, keptContent, parentOf, resolvePath, write } from '../../machine/index.ts';
import { type Desk, home } from './desk.ts';

/** Files by their absolute paths. */
export type FileEntries = Desk['files']['entries'];

/** A file of a project. */
export interface Project extends Source {
  /** What of it is not a comment at its end, where that says the same to who reads it as manifests: its text by default. */
  readonly body?: string;
  /** What its body says to who reads it as manifests and never tells where in the file something is: its body by default. */
  readonly said?: string;
}

/** The user of the learner's machine. */
export const learner = { name: 'alumno', uid: 1000 };

/**
 * A desk with nothing but the files of a project.
 * @param project files with paths relative to the project
 */
export function openDesk(project: readonly Project[] = []): Desk {
  const files = entriesOf(project);
  const directories = new Set(['/tmp', home]);
  for (const path of [home, ...files.keys()]) {
    for (let at = parentOf(path); at !== '/'; at = parentOf(at)) directories.add(at);
  }
  const made = [...directories].map((path): [string, Entry] => [path, directoryOf(path)]);
  return {
    clock: 0,
    made: 0,
    files: { ...emptyFiles, entries: new Map([...made, ...files]) },
    docker: {
      images: [],
      containers: [],
      volumes: [],
      networks: ['bridge', 'host', 'none'].map((name) => ({ name, id: name, driver: driverOf(name), created: 0 })),
      pushed: [],
      cache: [],
    },
    clusters: [],
    kube: { contexts: [] },
    helm: { repos: [] },
    jobs: [],
    sent: [],
    facts: [],
  };
}

const driverOf = (name: string) => (name === 'host' ? 'host' : name === 'none' ? 'null' : 'bridge');

/** The files of a project, by their paths on the desk. A text is asked for when somebody reads the file. */
export function entriesOf(project: readonly Project[]): FileEntries {
  return new Map(
    project.map((source) => {
      const entry: Entry = {
        ...fileOf(''),
        get content(): string | undefined {
          return keptContent(source.text);
        },
        get manifests(): string | undefined {
          return keptContent(source.body ?? source.text);
        },
      };
      return [resolvePath(home, source.path), entry];
    }),
  );
}

/**
 * A desk with other texts in the files of a project that it has, wherever they are by now.
 * @param before those files, as they were put on it
 * @param now the files that take their places, by the same paths
 */
export function refilled(desk: Desk, before: FileEntries, now: FileEntries): Desk {
  const places = new Map<Entry, Entry>();
  for (const [path, entry] of now) {
    const old = before.get(path);
    if (old) places.set(old, entry);
  }
  const entries = new Map<string, Entry>();
  for (const [path, entry] of desk.files.entries) entries.set(path, places.get(entry) ?? entry);
  return { ...desk, files: { ...desk.files, entries } };
}

export function fileOf(content: string): Entry {
  return { kind: 'file', mode: 0o644, uid: learner.uid, gid: learner.uid, layer: 0, content };
}

function directoryOf(path: string): Entry {
  const isOwn = path.startsWith('/home/');
  return {
    kind: 'directory',
    mode: path === '/tmp' ? 0o777 : 0o755,
    uid: isOwn ? learner.uid : 0,
    gid: isOwn ? learner.uid : 0,
    layer: 0,
  };
}

/** A file of the learner, wherever a link leads to; undefined where there is none, or a directory. @param path absolute */
export function fileAt({ files }: Desk, path: string): Entry | undefined {
  const found = find(files, path);
  return found.state === 'present' && found.entry.kind === 'file' ? found.entry : undefined;
}

/** A desk on which a file of the learner has another content. @param path absolute */
export function changeFile(desk: Desk, path: string, text: string): Desk {
  return { ...desk, files: write(desk.files, [[path, fileOf(text)]]) };
}
