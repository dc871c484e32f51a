import { finding } from '../../core/finding.ts';
import { badArguments } from '../../parse/dockerfile/findings.ts';
import type { Flag } from '../../parse/dockerfile/flags.ts';
import { readJsonArray } from '../../parse/dockerfile/json.ts';
import { assignmentWords, plainWords, type RawWord } from '../../parse/dockerfile/lexer.ts';
import type { Written } from '../../parse/dockerfile/written.ts';
import type { Assignment, Command, Keyword, Mount, Word } from './dockerfile.ts';
import { checkSum } from './flag-values.ts';
import { type Reading, Refusal } from './reading.ts';

/** A command of no words: BuildKit hands it to the shell, which does nothing. */
const mayBeEmpty: readonly Keyword[] = ['RUN', 'CMD', 'ENTRYPOINT'];

/**
 * The part of an instruction that depends on its keyword.
 * @throws Refusal
 * @see https://github.com/moby/buildkit/blob/master/frontend/dockerfile/instructions/parse.go
 */
export function readArguments(reading: Reading, flags: readonly Flag[]): object {
  const { keyword } = reading;
  if (reading.args.text === '' && !mayBeEmpty.includes(keyword))
    throw new Refusal(finding(badArguments, 'missing', reading.keywordAt, { keyword }));
  switch (keyword) {
    case 'FROM':
      return { keyword, ...from(reading) };
    case 'RUN':
      return { keyword, command: command(reading), mounts: mounts(flags) };
    case 'CMD':
    case 'ENTRYPOINT':
      return { keyword, command: command(reading) };
    case 'SHELL':
      return { keyword, words: shell(reading) };
    case 'COPY':
    case 'ADD':
      return { keyword, ...copy(reading, flags) };
    case 'ENV':
    case 'LABEL':
      return { keyword, ...env(reading) };
    case 'ARG':
      return { keyword, declares: args(reading) };
    case 'HEALTHCHECK':
      return { keyword, ...healthcheck(reading) };
    case 'ONBUILD':
      return { keyword, trigger: onbuild(reading) };
    case 'EXPOSE':
      return { keyword, words: wordsOf(reading.args, plainWords(reading.args.text)) };
    case 'VOLUME':
      return { keyword, words: volumes(reading) };
    case 'STOPSIGNAL':
      return { keyword, value: signal(reading) };
    default:
      return { keyword, value: word(reading.args) };
  }
}

const word = (written: Written): Word => ({ text: written.text, at: written.span() });

function wordsOf(args: Written, words: readonly RawWord[]): readonly Word[] {
  return words.map(({ from, to }) => word(args.slice(from, to)));
}

function from({ args, keywordAt }: Reading) {
  const words = wordsOf(args, plainWords(args.text));
  const [image, asKeyword, as] = words;
  if (!image) throw new Refusal(finding(badArguments, 'missing', keywordAt, { keyword: 'FROM' }));
  if (words.length === 1) return { image };
  if (words.length !== 3 || !asKeyword || !as || asKeyword.text.toLowerCase() !== 'as') {
    throw new Refusal(finding(badArguments, 'from', args.span(), { count: words.length }));
  }
  if (!/^[a-z][a-z0-9-_.]*$/i.test(as.text)) {
    throw new Refusal(finding(badArguments, 'stageName', as.at, { name: as.text }));
  }
  return { image, asKeyword, as };
}

function command({ args, keyword }: Reading): Command {
  const json = readJsonArray(args);
  if (json.kind === 'not-strings') throw new Refusal(finding(badArguments, 'notStrings', json.at, { keyword }));
  if (json.kind === 'strings') {
    return { form: 'exec', words: json.words.map(({ value, at }) => ({ text: value, at })), at: args.span() };
  }
  return { form: 'shell', text: args.text, at: args.span(), brokenJson: looksLikeJson(args.text) };
}

/** `[` opens an array here, not the test command of the shell: `[ -f x ]`, `[ "$x" = y ]`. */
function looksLikeJson(text: string): boolean {
  if (/\]\s*(?:&&|\|\||;)/.test(text)) return false;
  if (/^\[(?:\[|\s+-\w)|\s(?:==?|!=|-(?:eq|ne|lt|gt|le|ge|a|o))\s/.test(text)) return false;
  return /^\[\s*['"“‘]/.test(text) || /^\[\s*[\w./-]+\s*(?:,|\]\s*$)/.test(text);
}

function shell({ args, keyword }: Reading): readonly Word[] {
  const json = readJsonArray(args);
  if (json.kind === 'not-strings') throw new Refusal(finding(badArguments, 'notStrings', json.at, { keyword }));
  if (json.kind === 'no' || json.words.length === 0)
    throw new Refusal(finding(badArguments, 'shellNeedsJson', args.span(), {}));
  return json.words.map(({ value, at }) => ({ text: value, at }));
}

/** A JSON array or words between blanks. */
function list({ args, keyword }: Reading): readonly Word[] {
  const json = readJsonArray(args);
  if (json.kind === 'not-strings') throw new Refusal(finding(badArguments, 'notStrings', json.at, { keyword }));
  if (json.kind === 'strings') return json.words.map(({ value, at }) => ({ text: value, at }));
  return wordsOf(args, plainWords(args.text));
}

function volumes(reading: Reading): readonly Word[] {
  const words = list(reading);
  if (words.length === 0 || words.some(({ text }) => text.trim() === '')) {
    throw new Refusal(finding(badArguments, 'emptyVolume', reading.args.span(), {}));
  }
  return words;
}

/** The names Linux knows, `SIGRTMIN+n` and `SIGRTMAX-n` among them, or a number. */
const signals =
  /^(?:\d+|(?:SIG)?(?:ABRT|ALRM|BUS|CHLD|CLD|CONT|FPE|HUP|ILL|INT|IO|IOT|KILL|PIPE|POLL|PROF|PWR|QUIT|SEGV|STKFLT|STOP|SYS|TERM|TRAP|TSTP|TTIN|TTOU|URG|USR1|USR2|VTALRM|WINCH|XCPU|XFSZ|RTMIN(?:\+(?:\d|1[0-5]))?|RTMAX(?:-(?:\d|1[0-4]))?))$/i;

/** Whether `STOPSIGNAL` takes a name or a number. @see https://github.com/moby/sys/blob/main/signal/signal.go (ParseSignal) */
export function isSignal(text: string): boolean {
  return signals.test(text) && Number(text) !== 0;
}

/** One with a variable or an escaped letter is judged when it is built. */
function signal({ args, escapeChar }: Reading): Word {
  const name = args.text.replace(/^(["'])(.*)\1$/, '$2');
  if (name.includes('$') || name.includes(escapeChar) || isSignal(name)) return word(args);
  throw new Refusal(finding(badArguments, 'signal', args.span(), { found: args.text }));
}

const downloaded = /^(?:(?:https?|git|ssh|git\+https?|git\+ssh):\/\/|[^/@\s]+@[^/:\s]+:|git::|github\.com\/)|\$/;

/**
 * Whether `ADD` clones a source instead of downloading it.
 * @see https://github.com/moby/buildkit/blob/v0.33.1/frontend/dockerfile/dfgitutil/git_ref.go
 */
export function isRepository(source: string): boolean {
  return /^(?:git|ssh|git\+\w+):\/\/|^git@|^github\.com\/|^https?:\/\/[^#?]*\.git(?:[#?]|$)/.test(source);
}

function copy(reading: Reading, flags: readonly Flag[]) {
  const { keyword, args } = reading;
  const words = list(reading);
  const destination = words.at(-1);
  if (words.length < 2 || !destination) throw new Refusal(finding(badArguments, 'copy', args.span(), { keyword }));
  const sources = words.slice(0, -1);
  const url =
    keyword === 'COPY' ? sources.find(({ text }) => /^(?:https?|git|ssh):\/\/|^git@[\w.-]+:/.test(text)) : undefined;
  if (url) throw new Refusal(finding(badArguments, 'copyUrl', url.at, {}));
  const from = flags.find(({ name }) => name === 'from');
  if (from?.value?.includes('$'))
    throw new Refusal(finding(badArguments, 'fromVariable', from.valueAt, { found: from.value }));
  const checksum = flags.find(({ name }) => name === 'checksum');
  const local = sources.find(({ text }) => !downloaded.test(text));
  // A variable may be empty, and nothing is compared then.
  if (checksum && local && !checksum.value?.includes('$'))
    throw new Refusal(finding(badArguments, 'localChecksum', local.at, { found: local.text }));
  if (checksum && !sources.some(({ text }) => isRepository(text))) checkSum(checksum);
  return { sources, destination };
}

function env({ args, keyword, escapeChar }: Reading) {
  const words = assignmentWords(args.text, escapeChar);
  const [first] = words;
  if (first && !args.text.slice(first.from, first.to).includes('='))
    return { legacy: true, sets: [legacyPair(args, keyword)] };
  return { legacy: false, sets: words.map(({ from, to }) => assignment(args.slice(from, to))) };
}

function legacyPair(args: Written, keyword: string): Assignment {
  const [, name = '', blank] = /^([^\t\v\f\r ]+)([\t\v\f\r ]+)/.exec(args.text) ?? [];
  if (blank === undefined) throw new Refusal(finding(badArguments, 'pair', args.span(), { keyword, found: args.text }));
  const value = args.slice(name.length + blank.length);
  return { name, nameAt: args.span(0, name.length), value: word(value), at: args.span() };
}

function assignment(written: Written): Assignment {
  const equals = written.text.indexOf('=');
  const found = written.text;
  if (equals === -1) throw new Refusal(finding(badArguments, 'equals', written.span(), { found }));
  if (equals === 0) throw new Refusal(finding(badArguments, 'blankName', written.span(), { found }));
  const name = found.slice(0, equals).replace(/^(["'])(.*)\1$/, '$2');
  const value = written.slice(equals + 1);
  const at = written.span();
  return {
    name,
    nameAt: written.span(0, equals),
    value: { text: value.text, at: value.text === '' ? at : value.span() },
    at,
  };
}

function args({ args: written, escapeChar }: Reading): readonly Assignment[] {
  return assignmentWords(written.text, escapeChar).map(({ from, to }) => {
    const one = written.slice(from, to);
    return one.text.includes('=') ? assignment(one) : { name: one.text, nameAt: one.span(), at: one.span() };
  });
}

function healthcheck(reading: Reading): { command?: Command } {
  const { args } = reading;
  const [type = ''] = /^\S+/.exec(args.text) ?? [];
  const rest = args.slice(type.length).trim();
  if (type.toUpperCase() === 'NONE' && rest.text === '') return {};
  if (type.toUpperCase() !== 'CMD') {
    throw new Refusal(finding(badArguments, 'healthcheck', args.span(0, type.length), { found: type }));
  }
  if (rest.text === '') throw new Refusal(finding(badArguments, 'healthcheckCommand', args.span(), {}));
  const test = command({ ...reading, args: rest });
  if (test.form === 'exec' && test.words.length === 0)
    throw new Refusal(finding(badArguments, 'healthcheckCommand', args.span(), {}));
  return { command: test };
}

/**
 * What an instruction may not keep for later is refused before it is read: one `ONBUILD` after another leads nowhere.
 * @see https://docs.docker.com/reference/dockerfile/#onbuild-limitations
 */
function onbuild({ args, inner }: Reading) {
  const [written = ''] = /^(?:onbuild|from|maintainer)(?=[\t\v\f\r ]|$)/i.exec(args.text) ?? [];
  const keywordAt = args.span(0, written.length);
  if (written !== '')
    throw new Refusal(finding(badArguments, 'onbuild', keywordAt, { trigger: written.toUpperCase() }));
  return inner(args) as Exclude<ReturnType<Reading['inner']>, { readonly keyword: 'ONBUILD' | 'FROM' | 'MAINTAINER' }>;
}

/** `--mount=type=cache,target=/root/.cache`. */
function mounts(flags: readonly Flag[]): readonly Mount[] {
  return flags
    .filter(({ name }) => name === 'mount')
    .map(({ value = '', at }) => {
      const pairs = value.split(',').map((option): [string, string] => {
        const equals = option.indexOf('=');
        return equals === -1
          ? [option.toLowerCase(), 'true']
          : [option.slice(0, equals).toLowerCase(), option.slice(equals + 1)];
      });
      return { options: Object.fromEntries(pairs), at };
    });
}
