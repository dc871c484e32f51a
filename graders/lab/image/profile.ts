/** How sure the registry is about an image. */
export type Certainty =
  /** In the catalogue, or in the world of the exercise. */
  | 'known'
  /** Another registry's image with the name of a well-known one: taken to behave the same. */
  | 'assumed'
  /** Somebody's image: it may contain and do anything. */
  | 'opaque';

export type PackageManager = 'apt' | 'apk' | 'dnf' | 'none';

/** What a person would find by inspecting an image: its configuration and what is in it. */
export interface ImageProfile {
  /** As normalised: `docker.io/library/nginx:1.29`. */
  readonly reference: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly certainty: Certainty;
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  /** As in the image's configuration; empty means root. */
  readonly user: string;
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  /** Declared with EXPOSE. */
  readonly exposes: readonly number[];
  /** Where the default process really listens, on all addresses. */
  readonly listens: readonly number[] | 'any';
  readonly volumes: readonly string[];
  /** Absolute paths of the programs a course meets. A program of the catalogue that is not listed is not there. */
  readonly programs: readonly string[] | 'any';
  /** Other files worth knowing about, directories ending in `/`. */
  readonly files: readonly string[];
  /** What a program reads in a file of the image, by path: the gist of it, not its exact text. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Directories of which everything is listed among the files. */
  readonly listed?: readonly string[];
  /** Directories, beside those of the system, that belong to root. */
  readonly known?: readonly string[];
  /** How much the list of programs tells: `every` program is in it, or every `common` one; or it names but `some`. */
  readonly lists?: 'every' | 'common' | 'some';
  /** Entries of `/etc/passwd`: name → uid. */
  readonly users: Readonly<Record<string, number>>;
  readonly packageManager: PackageManager;
  /** What the default process does: `serves` keeps running, `exits` ends at once (a shell without a terminal). */
  readonly behaviour: 'serves' | 'exits' | 'unknown';
  /** What the default process prints before it ends, where that is known. */
  readonly prints?: string;
  /** How its `nslookup` asks for a name, where that is known: see `Catalogue`. */
  readonly nslookup?: 'first' | 'each';
  /** The process refuses to start unless one of these variables is set. */
  readonly requires: readonly string[];
  /** HTTP paths that exist, where that is known. */
  readonly paths?: readonly string[];
  /** Variable that moves the port it listens on. */
  readonly portVariable?: string;
  /** It is on every node and in no registry: to pull it fails. */
  readonly loaded?: true;
  /** Rough size on disk, in MB. */
  readonly size: number;
}
