import type { BuiltImage } from './build/stage.ts';
import { debianSlim, plain } from './catalog/systems.ts';
import type { ImageProfile } from './profile.ts';
import { parseReference } from './reference.ts';
import { sizeOf } from './size.ts';

/** What its packages may have replaced is not known of an image that can install some. */
function withoutTools({ nslookup, ...base }: ImageProfile): ImageProfile {
  return nslookup && base.packageManager === 'none' ? { ...base, nslookup } : base;
}

/**
 * What a kubelet finds out about an image that somebody built: its own configuration on what its base image brings. Which
 * process that starts, and where it listens, the machine decides.
 */
export function builtProfile(image: BuiltImage, reference: string): ImageProfile {
  const { base, entrypoint, cmd, user, workdir, env, exposes } = image;
  const parsed = parseReference(reference);
  const { repository, tag = 'latest' } = parsed.ok ? parsed.reference : { repository: reference };
  const command = entrypoint?.form === 'shell' ? [] : (cmd?.argv ?? []);
  const argv = [...(entrypoint?.argv ?? []), ...command];
  const isOfBase = base !== undefined && argv.join('\0') === [...base.entrypoint, ...base.cmd].join('\0');
  return {
    ...(base ? withoutTools(base) : { ...plain(debianSlim, []), programs: [], lists: 'every', packageManager: 'none' }),
    reference: `${repository}:${tag}`,
    repository,
    tag,
    certainty: 'known',
    entrypoint: entrypoint?.argv ?? [],
    cmd: command,
    // What the catalogue knows of the base's own process says nothing of another one.
    ...(!isOfBase && { behaviour: 'unknown' as const }),
    user,
    workdir,
    env,
    exposes: exposes.flatMap((port) => Number.parseInt(port, 10) || []),
    listens: base?.listens ?? 'any',
    size: sizeOf(image),
  };
}
