import type { AskedLoad, AskedMigration, AskedUpdate } from '../../graders/index.ts';

/** Names of the scripts of an example, which come when it is first touched. */
export interface LabScripts {
  readonly editor: string;
  /** What an action shows; the lab itself is in the parts. */
  readonly bench: string;
  /** What draws over time, which comes when an action does. */
  readonly time: string;
}

/** What a page carries for one of its examples. */
export interface LabData extends LabScripts {
  /** Unique in the site: what a reader changes is kept under it. */
  readonly key: string;
  readonly files: Readonly<Record<string, string>>;
  readonly given: Readonly<Record<string, string>>;
  readonly steps: readonly LabStep[];
}

/** One thing to try. */
export type LabStep =
  | {
      readonly kind: 'request';
      readonly url: string;
      readonly from: string;
      readonly method?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'cluster' | 'check' }
  | { readonly kind: 'image'; readonly file: string }
  | ({ readonly kind: 'update' } & AskedUpdate)
  | ({ readonly kind: 'load' } & AskedLoad)
  | ({ readonly kind: 'migration' } & AskedMigration)
  | { readonly kind: 'commands'; readonly line: string };
