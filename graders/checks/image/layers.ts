import {
  build,
  type ContextFile,
  pull,
  type Registry,
  rebuild,
  type Step,
  sizeClass,
  sizeOf,
} from '../../lab/image/index.ts';
import type { Dockerfile } from '../../model/dockerfile/dockerfile.ts';
import type { LayersPicture } from '../drawn/picture.ts';
import type { Submission } from '../submission.ts';
import type { Params } from './params.ts';
import { contextOf } from './started.ts';

/** Files of the context whose change is tried. */
const mostFiles = 12;

/** The layers of the answer's image; undefined where it is not built, or makes none. */
export function layersOf({ context: folder = 'given' }: Params, submission: Submission): LayersPicture | undefined {
  const dockerfile = submission.dockerfile();
  const context = contextOf(submission, folder);
  const registry: Registry = (reference) => pull(reference, submission.exercise.images);
  const built = build(dockerfile, context, registry);
  if (!built.ok) return undefined;
  const { image, steps } = built;
  const bytes = new Map(image.layers.map(({ at, bytes }) => [at.from, bytes]));
  const layers = steps
    .filter(({ layer }) => layer)
    // A stage is built when it is first copied from; people read it where it is written.
    .sort((a, b) => a.at.from - b.at.from)
    .map(({ keyword, at }) => {
      const size = bytes.get(at.from);
      return { keyword, at, text: written(dockerfile, at), ...(size !== undefined && { bytes: size }) };
    });
  if (layers.length === 0) return undefined;
  const size = sizeOf(image);
  const { base, installed } = image;
  return {
    kind: 'layers',
    ...(base && { base: { reference: base.reference, size: base.size } }),
    ...{ layers, size, installed, class: sizeClass(size) },
    edits: context.slice(0, mostFiles).map(({ path }) => {
      const after = build(dockerfile, edited(context, [path]), registry);
      const kept = new Map(
        after.ok ? rebuild(steps, after.steps).rebuilt.map(({ at, cached }) => [at.from, cached]) : [],
      );
      return { file: path, again: layers.map(({ at }) => kept.get(at.from) !== true) };
    }),
  };
}

/** A context in which some files have another text. */
export function edited(context: readonly ContextFile[], files: readonly string[]): readonly ContextFile[] {
  return context.map((file) => (files.includes(file.path) ? { ...file, text: `${file.text}# \n` } : file));
}

function written({ source }: Dockerfile, { from, to }: Step['at']): string {
  return source.text.slice(from, to).replace(/\\\n/g, ' ').replace(/\s+/g, ' ').trim();
}
