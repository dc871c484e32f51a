import type { Text } from '../../../core/text.ts';
import type { Fields } from '../../cluster/index.ts';

/** A chart that the lab knows: what it installs, as far as the lab models it. */
export interface Chart {
  readonly name: string;
  readonly version: string;
  /** Charts that hold no program say none. */
  readonly appVersion?: string;
  readonly description: string;
  readonly home?: string;
  /** The values the lab reads, with their defaults. */
  readonly values: Fields;
  /** Paths that the lab reads as well, and that have no default; whatever stands below them counts. */
  readonly reads?: readonly string[];
  /** Where the real chart has values: the first names of their paths. Others decide nothing, in reality neither. */
  readonly known: ReadonlySet<string>;
  /** It has a schema that refuses other names. */
  readonly strict?: true;
  /** Beginnings of the paths that exist and decide nothing of what the lab shows. */
  readonly silent: readonly string[];
  readonly render: (release: Rendering) => Rendered;
}

/** What a chart is rendered for. */
export interface Rendering {
  readonly name: string;
  readonly namespace: string;
  readonly revision: number;
  /** Those of the chart with those of the learner over them. */
  readonly values: Fields;
}

/** A kind that objects of a chart have, and that something else must have defined before. */
export interface Needed {
  readonly kind: string;
  readonly apiVersion: string;
  readonly name: string;
}

/** An object of a chart and the template it comes from. */
export interface Piece {
  readonly from: string;
  readonly object: Fields;
}

export type Rendered =
  | { readonly error: string }
  /** The real chart does something with these values that the lab does not model. */
  | { readonly beyond: Text }
  | {
      readonly pieces: readonly Piece[];
      readonly notes: string;
      readonly needs?: readonly Needed[];
      /** Labels that a Job of the chart puts on the namespace once it is installed. */
      readonly labels?: Readonly<Record<string, string>>;
      /** What whoever looks at the session is told once it is installed. */
      readonly fact?: { readonly did: string; readonly data: Readonly<Record<string, string>> };
    };

/** Charts of one address. */
export interface Repository {
  readonly url: string;
  readonly charts: readonly Chart[];
}
