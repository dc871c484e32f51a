import { resolvePath } from '../../machine/index.ts';
import { archivedIn, archiveText } from '../desk/archive.ts';
import { noted } from '../desk/desk.ts';
import { imageBy } from '../desk/images.ts';
import { changeFile, fileAt } from '../desk/open.ts';
import { familiar, normalisedReference } from '../desk/reference.ts';
import { type Call, type Outcome, printed, refused } from '../tool/tool.ts';
import { withDocker } from './engine.ts';
import { fromDaemon, wantsOperands } from './refuse.ts';

/** `docker save`. @see https://github.com/docker/cli/blob/v28.5.2/cli/command/image/save.go */
export function saveImages({ desk, operands, flags, path, cwd, tty }: Call): Outcome {
  if (operands.length === 0) return wantsOperands(desk, path, 'IMAGE [IMAGE...]', 1, Number.POSITIVE_INFINITY);
  const file = flags.text('output');
  if (file === undefined && tty)
    return refused(desk, 'cowardly refusing to save to a terminal. Use the -o flag or redirect\n');
  const absent = operands.find((one) => !imageBy(desk, one));
  if (absent !== undefined)
    return refused(desk, fromDaemon(`reference does not exist: ${familiar(normalisedReference(absent) ?? absent)}`));
  const saved = operands.flatMap((one) => {
    const image = imageBy(desk, one);
    const reference = normalisedReference(one);
    if (!image) return [];
    return [{ id: image.id, tags: reference !== undefined && image.tags.includes(reference) ? [reference] : [] }];
  });
  const kept = withDocker(desk, ({ images, archived = [] }) => ({
    archived: [
      ...archived,
      ...images.filter(({ id }) => saved.some((one) => one.id === id) && !archived.some((one) => one.id === id)),
    ],
  }));
  const text = archiveText(saved);
  const next = noted(kept, 'image.saved', { images: operands.join(' ') });
  return file === undefined ? printed(next, text) : printed(changeFile(next, resolvePath(cwd, file), text));
}

/** `docker load`. @see https://github.com/docker/cli/blob/v28.5.2/cli/command/image/load.go */
export function loadImages({ desk, operands, flags, path, stdin, cwd }: Call): Outcome {
  if (operands.length > 0) return wantsOperands(desk, path, '', 0);
  const file = flags.text('input');
  if (file === undefined && stdin === '') return refused(desk, 'requested load from stdin, but stdin is empty\n');
  const text = file === undefined ? stdin : fileAt(desk, resolvePath(cwd, file))?.content;
  if (text === undefined) return refused(desk, `open ${file}: no such file or directory\n`);
  const found = archivedIn(desk, text);
  if (!found) return refused(desk, fromDaemon('archive/tar: invalid tar header'));
  let told = '';
  const next = found.reduce((one, { image, tags }) => {
    told +=
      tags.length === 0
        ? `Loaded image ID: sha256:${image.id}\n`
        : tags.map((tag) => `Loaded image: ${familiar(tag)}\n`).join('');
    return withDocker(one, ({ images }) => {
      const here = images.find(({ id }) => id === image.id);
      const named = [...new Set([...(here?.tags ?? []), ...tags])];
      const others = images
        .filter(({ id }) => id !== image.id)
        .map((other) => ({ ...other, tags: other.tags.filter((tag) => !tags.includes(tag)) }));
      return { images: [...others, { ...(here ?? image), tags: named }] };
    });
  }, desk);
  return { ...printed(next, told), seconds: 1 };
}
