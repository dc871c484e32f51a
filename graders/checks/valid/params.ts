/** The answer is well formed: it parses, it fits the strict schemas, and no rule finds an error in it. */
export interface Params {
  /** Only these answer files; all of them when omitted. */
  readonly files?: readonly [string, ...string[]];
}
