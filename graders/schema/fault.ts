/** A field whose value nobody can know, because what was written there is wrong or nothing was. */
export interface Fault {
  /** The object or list of the manifest that has, or lacks, the field. */
  readonly holder: object;
  readonly key: string | number;
  /** What was surely meant; without it the field is as good as unknown. */
  readonly meant?: Meant;
}

/** Another value of the field, or the same value under another name. */
export type Meant = { readonly value: unknown } | { readonly field: string };
