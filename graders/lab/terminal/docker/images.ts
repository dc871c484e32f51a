import { type Desk, later, noted } from '../desk/desk.ts';
import type { DockerImage } from '../desk/docker.ts';
import { imageBy } from '../desk/images.ts';
import { familiar, normalisedReference } from '../desk/reference.ts';
import { timestamp } from '../desk/time.ts';
import { columns } from '../tool/columns.ts';
import { type Call, type Outcome, printed, refused } from '../tool/tool.ts';
import { dockerLayout, formatted } from './containers.ts';
import { short, splitTag, withDocker } from './engine.ts';
import { fromDaemon, wantsOperands } from './refuse.ts';
import { fetchImage } from './run.ts';
import { humanDuration, humanSize } from './units.ts';

/** `docker images`. @see https://github.com/docker/cli/blob/v28.5.2/cli/command/formatter/image.go */
export function listImages({ desk, flags, operands }: Call): Outcome {
  const [wanted] = operands;
  const filters = flags.all('filter').map((one) => one.split(/=(.*)/s));
  const named = wanted ?? filters.find(([key]) => key === 'reference')?.[1];
  const dangling = filters.find(([key]) => key === 'dangling')?.[1];
  const rows = [...desk.docker.images]
    .sort((a, b) => b.created - a.created)
    .flatMap((image) => rowsOf(image, desk, flags.on('no-trunc')))
    .filter(
      ({ Repository, Tag }) =>
        named === undefined ||
        named === Repository ||
        named === `${Repository}:${Tag}` ||
        (named.includes('*') &&
          new RegExp(`^${named.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}`).test(
            `${Repository}:${Tag}`,
          )),
    )
    .filter(({ Repository }) => dangling === undefined || (Repository === '<none>') === (dangling === 'true'));
  const format = flags.text('format');
  if (flags.on('quiet')) return printed(desk, [...new Set(rows.map(({ ID }) => ID))].map((id) => `${id}\n`).join(''));
  if (format !== undefined && format !== 'table') return formatted(desk, rows, format);
  const table = rows.map(({ Repository, Tag, ID, CreatedSince, Size }) => [Repository, Tag, ID, CreatedSince, Size]);
  return printed(desk, columns([['REPOSITORY', 'TAG', 'IMAGE ID', 'CREATED', 'SIZE'], ...table], dockerLayout));
}

function rowsOf({ tags, id, created, size }: DockerImage, { clock }: Desk, isWhole: boolean) {
  const names = tags.length === 0 ? [['<none>', '<none>'] as const] : tags.map(splitTag);
  return names.map(([Repository, Tag]) => ({
    Repository,
    Tag,
    ID: isWhole ? `sha256:${id}` : short(id),
    CreatedSince: `${humanDuration(clock - created)} ago`,
    CreatedAt: `${timestamp(created).replace('T', ' ').replace('Z', '')} +0000 UTC`,
    Size: humanSize(size * 1e6),
    Digest: '<none>',
  }));
}

export function tagImage({ desk, operands, path }: Call): Outcome {
  const [from = '', to = ''] = operands;
  if (operands.length !== 2) return wantsOperands(desk, path, 'SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]', 2);
  const image = imageBy(desk, from);
  if (!image) return refused(desk, fromDaemon(`No such image: ${familiar(normalisedReference(from) ?? from)}`));
  const reference = normalisedReference(to);
  if (reference === undefined) return refused(desk, fromDaemon('invalid reference format'));
  const next = withDocker(desk, ({ images }) => ({
    images: images.map((one) => {
      const tags = one.tags.filter((tag) => tag !== reference);
      return one.id === image.id ? { ...one, tags: [...tags, reference] } : { ...one, tags };
    }),
  }));
  return printed(noted(next, 'image.tagged', { image: image.id, tag: familiar(reference) }));
}

export function pullImage({ desk, operands, path, flags }: Call): Outcome {
  const [written = ''] = operands;
  if (operands.length !== 1) return wantsOperands(desk, path, 'NAME[:TAG|@DIGEST]', 1);
  const full = normalisedReference(written);
  if (full === undefined) return refused(desk, 'invalid reference format\n');
  const here = imageBy(desk, full);
  const intro = usingDefault(written);
  const got = fetchImage(desk, full);
  if ('error' in got) return { ...refused(desk, fromDaemon(got.error)), stdout: intro };
  const told = here ? got.told.replace('Downloaded newer image for', 'Image is up to date for') : got.told;
  return {
    desk: noted(here ? later(desk, 1) : got.desk, 'image.pulled', { tag: familiar(full) }),
    stdout: flags.on('quiet') ? `${full}\n` : `${intro}${told}${full}\n`,
    stderr: '',
    exit: 0,
    seconds: 0,
  };
}

/** A registry that wants a login takes nothing here: only one at `localhost` does, and those a lesson runs. */
export function pushImage({ desk, operands, path, flags }: Call): Outcome {
  const [written = ''] = operands;
  if (operands.length !== 1) return wantsOperands(desk, path, 'NAME[:TAG]', 1);
  const full = normalisedReference(written);
  if (full === undefined) return refused(desk, 'invalid reference format\n');
  const image = imageBy(desk, full);
  const [name, tag] = splitTag(full);
  const host = full.slice(0, full.indexOf('/'));
  const intro = `${usingDefault(written)}The push refers to repository [${full.replace(/:[^:/]*$/, '')}]\n`;
  if (!image) return { ...refused(desk, `An image does not exist locally with the tag: ${name}\n`), stdout: intro };
  if (full.startsWith('docker.io/library/')) {
    return { ...refused(desk, 'denied: requested access to the resource is denied\n'), stdout: intro };
  }
  const isLocal = /^(?:localhost|127\.0\.0\.1)(?::(\d+))?$/.exec(host);
  const port = Number(isLocal?.[1] ?? 80);
  const listening = desk.docker.containers.some(
    (one) => one.state === 'running' && one.published.some((published) => published.host === port),
  );
  if (isLocal && !listening) {
    return {
      ...refused(
        desk,
        `failed to do request: Head "http://${host}/v2/${name.slice(host.length + 1)}/blobs/sha256:${image.id}": dial tcp 127.0.0.1:${port}: connect: connection refused\n`,
      ),
      stdout: intro,
    };
  }
  const digest = `${tag}: digest: sha256:${image.id} size: 1575\n`;
  const pushed = [
    ...desk.docker.pushed.filter(({ reference }) => reference !== full),
    { reference: full, image: image.id },
  ];
  const next = noted(
    withDocker(later(desk, 3), () => ({ pushed })),
    'image.pushed',
    { tag: familiar(full) },
  );
  const notes = isLocal
    ? []
    : [
        {
          es: 'El laboratorio supone que has iniciado sesión en ese registro.',
          en: 'The lab takes you to be logged in to that registry.',
        },
      ];
  return {
    desk: next,
    stdout: flags.on('quiet') ? `${full}\n` : intro + digest,
    stderr: '',
    exit: 0,
    notes,
    seconds: 0,
  };
}

const usingDefault = (written: string): string => (/[:@][^/]*$/.test(written) ? '' : 'Using default tag: latest\n');

export function removeImages({ desk: before, operands, path, flags }: Call): Outcome {
  if (operands.length === 0) return wantsOperands(before, path, 'IMAGE [IMAGE...]', 1, Number.POSITIVE_INFINITY);
  let desk = before;
  let stdout = '';
  let stderr = '';
  for (const name of operands) {
    const image = imageBy(desk, name);
    const reference = normalisedReference(name);
    if (!image) {
      stderr += fromDaemon(`No such image: ${familiar(reference ?? name)}`);
      continue;
    }
    const byName = reference !== undefined && image.tags.includes(reference);
    const others = byName ? image.tags.filter((tag) => tag !== reference) : [];
    const user = desk.docker.containers.find(
      (one) => one.image === image.id && (one.state === 'running' || !flags.on('force')),
    );
    if (!byName && image.tags.length > 1 && !flags.on('force')) {
      stderr += fromDaemon(
        `conflict: unable to delete ${short(image.id)} (must be forced) - image is referenced in multiple repositories`,
      );
      continue;
    }
    if (others.length === 0 && user) {
      const how =
        user.state === 'running'
          ? `(cannot be forced) - container ${short(user.id)} is using its referenced image`
          : '(must be forced) - container';
      const what =
        user.state === 'running'
          ? `${how} ${short(image.id)}`
          : `${how} ${short(user.id)} is using its referenced image ${short(image.id)}`;
      stderr += fromDaemon(
        `conflict: unable to ${byName ? 'remove repository reference' : 'delete'} "${name}" ${what}`,
      );
      continue;
    }
    for (const tag of byName ? [reference] : image.tags) stdout += `Untagged: ${familiar(tag)}\n`;
    if (others.length === 0) stdout += `Deleted: sha256:${image.id}\n`;
    desk = withDocker(desk, ({ images }) => ({
      images:
        others.length === 0
          ? images.filter(({ id }) => id !== image.id)
          : images.map((one) => (one.id === image.id ? { ...one, tags: others } : one)),
    }));
  }
  return { desk, stdout, stderr, exit: stderr === '' ? 0 : 1 };
}

export function pruneImages({ desk, flags }: Call): Outcome {
  const isUsed = ({ id }: DockerImage) => desk.docker.containers.some(({ image }) => image === id);
  const gone = desk.docker.images.filter((image) => !isUsed(image) && (flags.on('all') || image.tags.length === 0));
  const next = withDocker(desk, ({ images }) => ({ images: images.filter((one) => !gone.includes(one)) }));
  const what = flags.on('all') ? 'all images without at least one container associated to them' : 'all dangling images';
  const warning = flags.on('force')
    ? ''
    : `WARNING! This will remove ${what}.\nAre you sure you want to continue? [y/N] y\n`;
  const lines = gone.flatMap(({ id, tags }) => [
    ...tags.map((tag) => `untagged: ${familiar(tag)}`),
    `deleted: sha256:${id}`,
  ]);
  const list = lines.length === 0 ? '' : `Deleted Images:\n${lines.join('\n')}\n\n`;
  return printed(
    next,
    `${warning}${list}Total reclaimed space: ${humanSize(gone.reduce((sum, { size, pulled }) => sum + (pulled ? size * 1e6 : 1000), 0))}\n`,
  );
}

/**
 * `docker history`: what the learner's Dockerfile wrote, and the base image as one line.
 * @see https://github.com/docker/cli/blob/v28.5.2/cli/command/formatter/history.go
 */
export function history({ desk, operands, path, flags }: Call): Outcome {
  const [name = ''] = operands;
  if (operands.length !== 1) return wantsOperands(desk, path, 'IMAGE', 1);
  const found = imageBy(desk, name);
  if (!found) return refused(desk, fromDaemon(`No such image: ${familiar(normalisedReference(name) ?? name)}`));
  const { image, created, id } = found;
  const whole = flags.on('no-trunc');
  const since = `${humanDuration(desk.clock - created)} ago`;
  const own = [...image.history].reverse().map(({ by, layer }) => {
    const text = by.replaceAll('\t', ' ');
    const bytes = layer === undefined ? 0 : (image.layers[layer]?.bytes ?? 0);
    return { by: whole || text.length <= 45 ? text : `${text.slice(0, 44)}…`, size: humanSize(bytes) };
  });
  const base = image.base
    ? [{ by: `FROM ${familiar(image.base.reference)}`, size: humanSize(image.base.size * 1e6) }]
    : [];
  const rows = [...own, ...base].map(({ by, size }, index) => [
    index === 0 ? (whole ? `sha256:${id}` : short(id)) : '<missing>',
    since,
    by,
    size,
    index < own.length ? 'buildkit.dockerfile.v0' : '',
  ]);
  if (flags.on('quiet')) return printed(desk, rows.map(([first]) => `${first}\n`).join(''));
  return printed(desk, columns([['IMAGE', 'CREATED', 'CREATED BY', 'SIZE', 'COMMENT'], ...rows], dockerLayout));
}
