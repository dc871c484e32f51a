import type { BuiltImage } from './build/stage.ts';

/** `small`: up to 200 MB; `medium`: up to 500 MB; `large`: beyond. Sizes are estimates, so the classes are wide. */
export type SizeClass = 'small' | 'medium' | 'large';

/** Estimated size of an image on disk, in MB: its base, what commands installed, and what each layer holds. */
export function sizeOf({ base, installed, layers }: BuiltImage): number {
  const bytes = layers.reduce((sum, layer) => sum + layer.bytes, 0);
  return Math.round((base?.size ?? 0) + installed + bytes / 1e6);
}

export function sizeClass(megabytes: number): SizeClass {
  return megabytes <= 200 ? 'small' : megabytes <= 500 ? 'medium' : 'large';
}

export const sizeOrder: readonly SizeClass[] = ['small', 'medium', 'large'];
