/** The answer is well formed: it parses, it fits the strict schemas, and no rule finds an error in it. */
export interface Params {
  /** Only these answer files; all of them when omitted. */
  readonly files?: readonly [string, ...string[]];
  /** Ids of the rules about production that the exercise is about, which otherwise only `timonel check` tells. */
  readonly production?: readonly [string, ...string[]];
  /** Ids of advice that is not for this exercise: what it gives is like that, or it asks for the contrary. Errors are told all the same. */
  readonly without?: readonly [string, ...string[]];
}
