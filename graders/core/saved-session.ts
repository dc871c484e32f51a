import type { Source } from './source.ts';

/** A line of a saved session. */
export interface SavedLine {
  readonly line: string;
  /** It is a whole script. */
  readonly script?: true;
  /** Files that were changed outside before it. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A session of the lab as data: what it began with and what was done. The same data always gives the same session. */
export interface SavedSession {
  readonly timonel: 'lab';
  readonly version: 1;
  /** Id, number or folder of the exercise in whose world it takes place. */
  readonly exercise?: string;
  /** Files of the project when it began. */
  readonly files: Readonly<Record<string, string>>;
  readonly commands: readonly (string | SavedLine)[];
}

const mostCommands = 500;
const longestLine = 200_000;
const mostFiles = 100;
const largest = 1_000_000;

/** The files of a session when it began. */
export const filesOf = ({ files }: Pick<SavedSession, 'files'>): readonly Source[] =>
  Object.entries(files).map(([path, text]) => ({ path, text }));

/** Reads what somebody saved. @returns undefined for what is no session, or larger than any */
export function readSavedSession(text: string): SavedSession | undefined {
  if (text.length > largest) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || value.timonel !== 'lab' || value.version !== 1) return undefined;
  const { exercise, files = {}, commands } = value;
  if (exercise !== undefined && typeof exercise !== 'string') return undefined;
  if (!isFiles(files) || !Array.isArray(commands) || commands.length > mostCommands) return undefined;
  if (!commands.every(isCommand)) return undefined;
  return { timonel: 'lab', version: 1, ...(exercise !== undefined && { exercise }), files, commands };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFiles = (value: unknown): value is Readonly<Record<string, string>> =>
  isRecord(value) &&
  Object.keys(value).length <= mostFiles &&
  Object.values(value).every((text) => typeof text === 'string');

function isCommand(value: unknown): value is string | SavedLine {
  if (typeof value === 'string') return value.length <= longestLine;
  return isRecord(value) && typeof value.line === 'string' && isCommand(value.line) && hasKnown(value);
}

const hasKnown = ({ script, files }: Readonly<Record<string, unknown>>): boolean =>
  (script === undefined || script === true) && (files === undefined || isFiles(files));
