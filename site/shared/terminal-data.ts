/** What the page of the terminal carries for its script, in the element `#datos`: addresses from the page. */
export interface TerminalPageData {
  /** The script of the worker that the lab runs in. */
  readonly lab: string;
  /** The script with what the exercises put on the desk. */
  readonly worlds: string;
}

/** What the page of an exercise with a script of commands carries for its terminal: addresses from the page. */
export interface TerminalScripts {
  /** The terminal itself. */
  readonly panel: string;
  /** The script of the worker that the lab runs in. */
  readonly engine: string;
  readonly style: string;
  /** The page of the terminal, where links to a session lead. */
  readonly page: string;
  /** The answer that is run. */
  readonly script: string;
}
