import { own } from '../../../../core/own.ts';
import { environment } from '../argv.ts';
import type { Surroundings } from '../context.ts';
import { filesOf, type Mount, mountsOver, staysEmpty } from '../mounts.ts';

/** What is mounted over the configuration of the official image. */
export interface MountedFiles {
  /** `nginx.conf`, where it is replaced. */
  readonly main?: string;
  /** The files that `conf.d/*.conf` stands for, by path. */
  readonly sites: Readonly<Record<string, string>>;
  /** Whether the image's own `default.conf` is still there. */
  readonly keepsDefault: boolean;
  /** Whether the image's own `nginx.conf` is hidden without anything in its place. */
  readonly hidesMain: boolean;
}

const directory = '/etc/nginx';
const harmless = /mime\.types$|\/certs?(?:\/|$)|\/ssl(?:\/|$)|\.htpasswd|\.d\/.*\.(?:js|json)$/;

/**
 * The files that volumes put over `/etc/nginx`.
 * @returns `none` when nothing is mounted there; undefined when nobody can know what is
 */
export function mountedFiles(around: Surroundings): MountedFiles | 'none' | undefined {
  const mounts = mountsOver(around, directory).filter(({ path }) => !harmless.test(path));
  if (mounts.length === 0) return 'none';
  const files: Record<string, string> = {};
  for (const mount of mounts) {
    const there = staysEmpty(mount, around) ? {} : targets(mount, around);
    if (!there) return undefined;
    Object.assign(files, there);
  }
  const main = files[`${directory}/nginx.conf`];
  const sites = { ...sitesIn(files), ...rendered(files, around) };
  const covers = (path: string) =>
    mounts.some((mount) => mount.path === path || `${directory}/`.startsWith(`${mount.path}/`));
  return {
    ...(main !== undefined && { main }),
    sites,
    keepsDefault: !covers(`${directory}/conf.d`) && !covers(defaultSite) && !(defaultSite in sites),
    hidesMain: main === undefined && covers(directory),
  };
}

const defaultSite = `${directory}/conf.d/default.conf`;

/** The files of a mount by the path they get in the container. */
function targets(mount: Mount, around: Surroundings): Readonly<Record<string, string>> | undefined {
  const files = filesOf(mount, around);
  if (!files) return undefined;
  const { subPath } = mount.mount;
  if (subPath !== undefined) return { [mount.path]: own(files, subPath) ?? '' };
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [`${mount.path}/${name}`, content]));
}

function sitesIn(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => /^\/etc\/nginx\/conf\.d\/[^/]+\.conf$/.test(path)),
  );
}

/** What the image makes of `templates/*.template` before it starts nginx, with the variables whose value is known. */
function rendered(
  files: Readonly<Record<string, string>>,
  { container, image }: Surroundings,
): Readonly<Record<string, string>> {
  if (container.command) return {};
  const variables = environment(container, image);
  const fill = (text: string) =>
    text.replace(
      /\$\{(\w+)\}|\$(\w+)/g,
      (whole, braced?: string, bare?: string) => variables.get(braced ?? bare ?? '') ?? whole,
    );
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) => {
      const name = /^\/etc\/nginx\/templates\/([^/]+\.conf)\.template$/.exec(path)?.[1];
      return name === undefined ? [] : [[`${directory}/conf.d/${name}`, fill(text)]];
    }),
  );
}
