import type { Source } from '../../../core/source.ts';
import { type Entry, emptyFiles, find, parentOf, resolvePath, write } from '../../machine/index.ts';
import { type Desk, home } from './desk.ts';

/** The user of the learner's machine. */
export const learner = { name: 'alumno', uid: 1000 };

/**
 * A desk with nothing but the files of a project.
 * @param project files with paths relative to the project
 */
export function openDesk(project: readonly Source[] = []): Desk {
  const files = project.map(({ path, text }): [string, Entry] => [resolvePath(home, path), fileOf(text)]);
  const directories = new Set(['/tmp', home]);
  for (const path of [home, ...files.map(([name]) => name)]) {
    for (let at = parentOf(path); at !== '/'; at = parentOf(at)) directories.add(at);
  }
  const made = [...directories].map((path): [string, Entry] => [path, directoryOf(path)]);
  return {
    clock: 0,
    made: 0,
    files: write(emptyFiles, [...made, ...files]),
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
