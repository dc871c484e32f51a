import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { Given } from '../given.ts';
import { givenResources } from './world.ts';

/**
 * The HorizontalPodAutoscaler of a given file.
 * @throws when the file has none of that name: a mistake of the exercise's author
 */
export function givenAutoscaler(
  given: Given,
  { file, name }: { readonly file: string; readonly name?: string },
): IHorizontalPodAutoscaler {
  const found = givenResources(given, [file]).find(
    (resource) => resource.kind === 'HorizontalPodAutoscaler' && (name === undefined || resource.name === name),
  );
  if (!found) throw new Error(`${file} has no HorizontalPodAutoscaler ${name ?? ''}`);
  return found.data as IHorizontalPodAutoscaler;
}
