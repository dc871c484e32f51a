/** The answer adds to the world of the exercise and does not change it: an object that was given stays as it is. */
export interface Params {
  /** Only objects of these kinds; all of them when omitted. */
  readonly kinds?: readonly [string, ...string[]];
}
