import type { Text } from '../../core/text.ts';

/** Objects that somebody applies once the answer is in place, and what must become of them. */
export interface Params {
  readonly applied: readonly [Applied, ...Applied[]];
}

export interface Applied {
  /** File under `given/`. */
  readonly file: string;
  /** Pods of that file that must exist in the end, whether or not they are ready. */
  readonly pods: { readonly min?: number; readonly max?: number };
  /** Why it matters. */
  readonly because: Text;
}
