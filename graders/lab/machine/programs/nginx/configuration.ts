import { find, incompleteUnder, namesIn } from '../../files/files.ts';
import { isInside, join, parentOf, resolvePath } from '../../files/paths.ts';
import { glob } from '../../glob.ts';
import type { Complaint, Machine } from '../../machine.ts';
import { type Directive, named, readDirectives } from './directives.ts';

/** What nginx makes of the configuration it finds. @see https://nginx.org/en/docs/beginners_guide.html#conf_structure */
export type Configuration =
  /** Nobody can know what the files say. */
  | { readonly is: 'unknown' }
  | { readonly is: 'refused'; readonly complaint: Complaint }
  | { readonly is: 'written'; readonly main: readonly Directive[]; readonly servers: readonly Directive[] };

/** What only makes sense inside `http`, and what only makes sense outside of it. */
const ofHttp = new Set('server upstream location listen server_name root index map gzip sendfile'.split(' '));
const ofMain = new Set('http events user worker_processes pid daemon load_module stream'.split(' '));
/** Of those inside `http`, what only makes sense inside a `server`. */
const ofServer = new Set('location listen server_name return rewrite'.split(' '));

/** Files that bring no server, whatever they say. */
const usual =
  /(?:^|\/)(?:mime\.types|fastcgi_params|fastcgi\.conf|proxy_params|uwsgi_params|scgi_params)$|\/modules(?:-enabled|\.conf\.d)?\/\*/;

/** Ends the reading. */
class Stop extends Error {
  constructor(readonly configuration: Configuration) {
    super(configuration.is);
  }
}

/** Reads the configuration of an nginx, from its main file on. */
export function configurationOf(machine: Machine, mainFile: string): Configuration {
  try {
    const reader = new Reader(machine, mainFile);
    return reader.whole();
  } catch (stop) {
    if (stop instanceof Stop) return stop.configuration;
    throw stop;
  }
}

const refused = (complaint: Complaint): Stop => new Stop({ is: 'refused', complaint });

class Reader {
  private readonly upstreams = new Set<string | undefined>();
  private readonly hosts: { readonly host: string; readonly path: string }[] = [];

  constructor(
    private readonly machine: Machine,
    private readonly mainFile: string,
  ) {}

  whole(): Configuration {
    const main = this.level(this.read(this.mainFile), this.mainFile, 'main');
    if (named(main, 'events').length === 0) throw refused({ kind: 'no-events', path: this.mainFile });
    const stray = this.hosts.find(
      ({ host }) => !this.upstreams.has(host) && this.machine.host.resolves(host) === false,
    );
    if (stray) throw refused({ kind: 'host-unknown', ...stray });
    const servers = named(main, 'http').flatMap(({ block }) => named(block, 'server'));
    return { is: 'written', main, servers };
  }

  private read(path: string): readonly Directive[] {
    const found = find(this.machine.files, path);
    if (found.state === 'absent') throw refused({ kind: 'no-configuration', path });
    const text = found.state === 'present' ? (found.entry.content ?? found.entry.means) : undefined;
    if (text === undefined) throw new Stop({ is: 'unknown' });
    this.note(text, path);
    const directives = readDirectives(text);
    if ('near' in directives) throw refused({ kind: 'configuration-refused', path, near: directives.near });
    return directives;
  }

  /** nginx looks hosts up once, when it starts, and does not start without them. One with variables waits for requests. */
  private note(text: string, path: string): void {
    const bare = text.replace(/#[^\n]*/g, '');
    for (const [, name] of bare.matchAll(/\bupstream\s+([\w.-]+)/g)) this.upstreams.add(name);
    for (const [, host = ''] of bare.matchAll(/\bproxy_pass\s+https?:\/\/([\w.-]+)(?=[:/;])/g))
      this.hosts.push({ host, path });
  }

  /** The directives of a level, with those of the files it includes. */
  private level(
    directives: readonly Directive[],
    path: string,
    level: 'main' | 'http' | 'server',
  ): readonly Directive[] {
    const misplaced = directives.find(({ name }) =>
      level === 'main' ? ofHttp.has(name) : level === 'http' && (ofMain.has(name) || ofServer.has(name)),
    );
    if (misplaced) throw refused({ kind: 'configuration-refused', path, near: misplaced.name });
    return directives.flatMap((directive) => {
      if (directive.name === 'include') return this.included(directive.args[0] ?? '', level);
      if (directive.name === 'http' && level === 'main')
        return [{ ...directive, block: this.level(directive.block ?? [], path, 'http') }];
      if (directive.name === 'server' && level === 'http')
        return [{ ...directive, block: this.level(directive.block ?? [], path, 'server') }];
      return [directive];
    });
  }

  private included(written: string, level: 'main' | 'http' | 'server'): readonly Directive[] {
    if (usual.test(written)) return [];
    if (written.includes('$')) throw new Stop({ is: 'unknown' });
    this.machine.budget.spend('steps');
    const path = resolvePath(parentOf(this.mainFile), written);
    if (!/[*?[]/.test(path)) return this.level(this.read(path), path, level);
    const directory = parentOf(path);
    if (/[*?[]/.test(directory)) throw new Stop({ is: 'unknown' });
    if (find(this.machine.files, directory).state === 'absent') return [];
    if (incompleteUnder(this.machine.files, directory)) throw new Stop({ is: 'unknown' });
    const pattern = glob(path.slice(directory.length + 1), false);
    const names = namesIn(this.machine.files, directory).filter(
      (name) => pattern.test(name) && isInside(directory, join(directory, name)),
    );
    return [...names]
      .sort()
      .flatMap((name) => this.level(this.read(join(directory, name)), join(directory, name), level));
  }
}
