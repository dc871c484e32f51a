import { lazy } from '../../core/lazy.ts';
import { Recent } from '../../core/recent.ts';
import type { Source } from '../../core/source.ts';
import { statementsOf } from '../../lab/terminal/index.ts';
import { readDockerfile } from '../../model/dockerfile/read.ts';
import { readLiteral } from '../../model/literal/read.ts';
import { type ReadManifests, readManifests } from '../../model/manifests/read.ts';
import type { SettingsFile } from '../../parse/settings/setting.ts';
import { readSettings } from '../../parse/settings/settings.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { readService, type ServiceSource } from '../service/source.ts';
import { withoutTail } from './tail.ts';

/** How the files of a format are read. */
export interface Reading<Read> {
  read(source: Source): Read;
  /** With which a line begins that is a comment; undefined where no line is one. */
  readonly mark?: string;
  /** Whether a file that reads so goes on saying the same with comments at its end. */
  isClosed?(read: Read, source: Source): boolean;
  /** Readings are worth the room they take. */
  readonly isKept?: true;
}

/** An answer file, read when somebody asks for it. */
export interface Handed<Read> {
  /** As it was handed in. */
  readonly source: Source;
  /** Without the comments at its end, where they change nothing of what it says. Places in it are places in the file. */
  body(): Source;
  read(): Read;
  /** It reads without a fault, as every file with the same body does. */
  isClosed(): boolean;
}

/** What was found out lately about the same file of the same exercise, by text. */
export class Known {
  /** Whether comments at the end of a text change nothing. */
  readonly closed = new Recent<boolean>(256, 1_000_000);
  /** Readings by path and text. Much may hang on one. */
  readonly read = new Recent<{ readonly value: unknown }>(4, 100_000);
}

/** What is longer is taken as it is: some files are refused for their length, to which every comment adds. */
const longestShortened = 100_000;

export function handed<Read>(source: Source, reading: Reading<Read>, known: Known): Handed<Read> {
  const { path, text } = source;
  const { mark } = reading;
  const isLong = text.length > longestShortened;
  const short = { path, text: mark === undefined || isLong ? text : withoutTail(text, mark) };
  const readShort = lazy(() => keptReading(short, reading, known));
  const { isClosed: closes } = reading;
  const isClosed = lazy(() => closes !== undefined && known.closed.of(short.text, () => closes(readShort(), short)));
  const readWhole = lazy(() => (short.text === text ? readShort() : reading.read(source)));
  return {
    source,
    body: () => (short.text !== text && isClosed() ? short : source),
    read: () => (short.text === text || isClosed() ? readShort() : readWhole()),
    isClosed,
  };
}

function keptReading<Read>(source: Source, { read, isKept }: Reading<Read>, known: Known): Read {
  const compute = () => ({ value: read(source) });
  return (isKept ? known.read.of(`${source.path}\n${source.text}`, compute) : compute()).value as Read;
}

const isSound = ({ findings }: { readonly findings: readonly unknown[] }): boolean => findings.length === 0;

/** Objects are what most follows from: who hands in the same gets the very same. */
export const manifests: Reading<ReadManifests> = {
  read: (source) => readManifests(parseYaml(source), 'answer'),
  mark: '#',
  isClosed: isSound,
  isKept: true,
};

export const dockerfile: Reading<ReturnType<typeof readDockerfile>> = {
  read: readDockerfile,
  mark: '#',
  // A line that goes on goes on behind comments.
  isClosed: (read, { text }) => isSound(read) && !/[\\`]\s*$/.test(text),
};

export const literal: Reading<ReturnType<typeof readLiteral>> = { read: readLiteral, mark: '//', isClosed: isSound };

export const shell: Reading<ReturnType<typeof statementsOf>> = {
  read: ({ text }) => statementsOf(text),
  mark: '#',
  isClosed(statements, { text }) {
    // What a command is told after `<<` may have no end.
    const more = text.includes('<<') ? statementsOf(`${text}# \n`) : statements;
    return statements.length > 0 && JSON.stringify(more) === JSON.stringify(statements);
  },
};

export const service: Reading<ServiceSource> = {
  read: readService,
  mark: '//',
  isClosed: (read) => read.hasCode && isSound(read),
  isKept: true,
};
export const settings: Reading<SettingsFile> = { read: readSettings };
