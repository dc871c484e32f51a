import { sha256 } from '../../../core/sha256.ts';
import { remove } from '../../machine/index.ts';
import { noted } from '../desk/desk.ts';
import { familiar, normalisedReference } from '../desk/reference.ts';
import { type Call, type Outcome, refused } from '../tool/tool.ts';
import { filesOf } from './cp.ts';
import { containerBy, withDocker } from './engine.ts';
import { fromDaemon, wantsOperands } from './refuse.ts';

/**
 * `docker commit`: an image of what a container has become; what is in its volumes is no part of it.
 * @see https://docs.docker.com/reference/cli/docker/container/commit/
 */
export function commit({ desk, operands, path }: Call): Outcome {
  const [name = '', written] = operands;
  if (operands.length === 0 || operands.length > 2)
    return wantsOperands(desk, path, 'CONTAINER [REPOSITORY[:TAG]]', 1, 2);
  const one = containerBy(desk, name);
  const base = one && desk.docker.images.find(({ id }) => id === one.image);
  if (!one || !base) return refused(desk, fromDaemon(`No such container: ${name}`));
  const tag = written === undefined ? undefined : normalisedReference(written);
  if (written !== undefined && tag === undefined) return refused(desk, 'invalid reference format\n');
  const files = one.mounts.reduce((all, { target }) => remove(all, target), filesOf(desk, one) ?? base.image.files);
  const image = {
    ...base.image,
    files,
    env: { ...base.image.env, ...one.env },
    ...(one.user !== '' && { user: one.user }),
    ...(one.workdir !== undefined && { workdir: one.workdir }),
    ...(one.argv.length > 0 && { cmd: { argv: one.argv, form: 'exec' as const, brokenJson: false } }),
    ...(one.entrypoint !== undefined && {
      entrypoint:
        one.entrypoint === '' ? undefined : { argv: [one.entrypoint], form: 'exec' as const, brokenJson: false },
    }),
  };
  const made = desk.made + 1;
  const id = sha256(`commit/${one.id}/${made}`);
  const tags = tag === undefined ? [] : [tag];
  const next = withDocker({ ...desk, made }, ({ images }) => ({
    images: [
      ...images.map((each) => ({ ...each, tags: each.tags.filter((known) => known !== tag) })),
      { id, tags, created: desk.clock, size: base.size, image, pulled: false },
    ],
  }));
  const did = noted(next, 'image.committed', { image: id, tags: tags.map(familiar).join(' '), container: one.name });
  return { desk: did, stdout: `sha256:${id}\n`, stderr: '', exit: 0, seconds: 0.5 };
}
