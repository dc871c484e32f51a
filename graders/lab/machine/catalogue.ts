/** What is known of the image a machine was made from, beyond the files it lists. The catalogue of images fills it in. */
export interface Catalogue {
  /**
   * Programs that the base image lacks for certain where they are not among its files. `every`: whatever is not listed is
   * not there; `none`: nobody knows what the image brings.
   */
  readonly lacks: 'every' | 'none' | ReadonlySet<string>;
  /** Its `apt` has no package lists, as in Docker's official images: they come with `apt-get update`. */
  readonly aptNeedsUpdate: boolean;
}

/** The base image may bring anything. */
export const unlisted: Catalogue = { lacks: 'none', aptNeedsUpdate: false };
