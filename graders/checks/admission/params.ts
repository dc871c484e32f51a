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
  /** What all the pods of a namespace may request together once the file is applied. */
  readonly together?: Together;
  /** Why it matters. */
  readonly because: Text;
}

export interface Together {
  readonly namespace: string;
  /** `cpu`, `memory` or another resource that containers request. */
  readonly resource: string;
  /** The most they may request, as a quantity: `4`, `500m`, `8Gi`. */
  readonly max: string;
  /** The least they must get to request, where the file asks for more than there is. */
  readonly min?: string;
}
