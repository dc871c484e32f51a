import { own } from '../../core/own.ts';
import { changeAt, type Fields, fieldsOf, isFields, list, scalarText, textOf } from './edit.ts';
import { templateOf } from './labels.ts';

const places = ['containers.*.image', 'initContainers.*.image', 'volumes.*.image.reference'];

/**
 * An object with the images that `images` of a kustomization gives it.
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/
 */
export function withImages(data: Fields, images: unknown): Fields {
  const template = templateOf(textOf(data.kind) ?? '');
  if (!template) return data;
  let changed: unknown = data;
  for (const written of list(images)) {
    const image = fieldsOf(written);
    for (const place of places) {
      changed = changeAt(changed, [...template, 'spec', ...place.split('.')], (value) => {
        const now = renamed(textOf(value) ?? '', image);
        if (now === undefined) return undefined;
        const key = ['digest', 'newTag', 'newName'].find((one) => own(image, one) !== undefined) ?? 'name';
        return { value: now, from: { container: image, key } };
      });
    }
  }
  return isFields(changed) ? changed : data;
}

function renamed(reference: string, { name, newName, newTag, digest }: Fields): string | undefined {
  const [, own = '', tag = ''] = /^(.*?)((?::[\w][\w.-]*)?(?:@[\w:+.-]+)?)$/.exec(reference) ?? [];
  if (own !== name) return undefined;
  const repository = textOf(newName) ?? own;
  if (textOf(digest)) return `${repository}@${textOf(digest)}`;
  const now = scalarText(newTag);
  return now === undefined ? `${repository}${tag}` : `${repository}:${now}`;
}
