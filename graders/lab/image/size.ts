import type { BuiltImage } from './build/stage.ts';

/** `small`: up to 200 MB; `medium`: up to 500 MB; `large`: beyond. Sizes are estimates, so the classes are wide. */
export type SizeClass = 'small' | 'medium' | 'large';

/** Estimated size of an image on disk, in MB: its base, what commands installed, and the files copied in. */
export function sizeOf({ base, installed, files }: BuiltImage): number {
  let bytes = 0;
  for (const { layer, content } of files.entries.values()) if (layer >= 0) bytes += content?.length ?? 0;
  return Math.round((base?.size ?? 0) + installed + bytes / 1e6);
}

export function sizeClass(megabytes: number): SizeClass {
  return megabytes <= 200 ? 'small' : megabytes <= 500 ? 'medium' : 'large';
}

export const sizeOrder: readonly SizeClass[] = ['small', 'medium', 'large'];
