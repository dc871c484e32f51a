/** The answer is well formed: it parses, it fits the strict schemas, and no rule finds an error in it. */
// biome-ignore lint/suspicious/noEmptyInterface: the kind takes no parameters, and the generator needs its name
export interface Params {}
