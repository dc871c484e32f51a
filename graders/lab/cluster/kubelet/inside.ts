import { hostOf } from '../../image/index.ts';
import {
  Budget,
  canonical,
  type Files,
  type Host,
  hole,
  list as listed,
  type Machine,
  obscure,
  remove,
  resolvePath,
  write,
} from '../../machine/index.ts';
import { integer, text } from '../read.ts';
import { environment, ofService, takesUnknown } from './argv.ts';
import type { Surroundings } from './context.ts';
import { serviceNamed } from './lookup.ts';
import { type Mount, mountedFiles, mountsOf, staysEmpty } from './mounts.ts';
import { namesFor } from './names.ts';
import { securityOf, userOf } from './security.ts';

/** Seconds after which a settled world is looked at: what sleeps longer is taken to run for good. */
const settled = 600;

/** The inside of a container: the machine made from its image, with what the manifest mounts and sets. */
export function machineFor(around: Surroundings): Machine {
  const { container, spec, unpacked: state, image } = around;
  const uid = userOf(around) ?? -1;
  const env = Object.fromEntries([...environment(around)].map(([name, value]) => [name, value ?? hole]));
  const gid = integer(container.securityContext?.runAsGroup) ?? integer(spec.securityContext?.runAsGroup);
  const primary = uid === 0 ? 0 : -1;
  const mounts = mountsOf(around).map((mount) => ({ ...mount, path: landing(state.files, mount.path) }));
  return {
    files: mounts.reduce((files, mount) => mounted(files, mount, around), state.files),
    users: state.users,
    env: { PATH: state.env.PATH ?? '', HOME: uid === 0 ? '/root' : '/', ...env },
    cwd: text(container.workingDir) || image.workdir || '/',
    uid,
    gid: gid ?? primary,
    layer: 0,
    host: hostFor(around, mounts),
    budget: new Budget(around.budget),
    installed: 0,
    nested: 0,
    clock: 0,
    horizon: settled,
    daemons: [],
  };
}

function hostFor(around: Surroundings, mounts: readonly Mount[]): Host {
  const { container, image } = around;
  const ofImage = hostOf({ base: image });
  const { has, readOnlyRoot } = securityOf(around);
  const fromElsewhere = takesUnknown(around);
  const names = namesFor(around);
  return {
    ...ofImage,
    interactive: container.stdin === true && container.tty === true,
    readOnly: readOnlyRoot,
    mounts: mounts.map(({ path, mount, volume }) => ({
      path,
      readOnly:
        mount.readOnly === true || Boolean(volume.configMap || volume.secret || volume.projected || volume.downwardAPI),
    })),
    has,
    resolves: (name) => (name === 'localhost' || /^127\.|^::1$/.test(name) ? true : serviceNamed(name, around)),
    ...(names && { names }),
    mayHave: (name) => fromElsewhere || ofService.test(name) || ofImage.mayHave(name),
  };
}

/** Where a mount lands: `/var/run` is `/run`. */
function landing(files: Files, path: string): string {
  return canonical(files, resolvePath('/', path.replace(/^\/var\/run(?=\/|$)/, '/run')));
}

/** What was at the path of a mount is hidden by what the volume holds. */
function mounted(before: Files, mount: Mount, around: Surroundings): Files {
  const { path } = mount;
  const hidden = path === '/' ? before : remove(before, path);
  const own = { kind: 'directory', mode: 0o777, uid: mount.volume.emptyDir ? 0 : -1, gid: -1, layer: 0 } as const;
  const found = mountedFiles(mount, around);
  if (mount.mount.subPath !== undefined || mount.mount.subPathExpr !== undefined) {
    const only = found && found.length === 1 ? found[0] : undefined;
    return only ? write(hidden, [[path, only.entry]]) : obscure(hidden, path);
  }
  const empty = write(hidden, [[path, own]]);
  if (staysEmpty(mount, around)) return listed(empty, path);
  if (!found) return obscure(empty, path);
  return write(
    listed(empty, path),
    found.map(({ name, entry }) => [`${path}/${name}`, entry] as const),
  );
}
