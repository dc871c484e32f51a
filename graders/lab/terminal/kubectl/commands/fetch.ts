import type { Text } from '../../../../core/text.ts';
import type { Answered, Desk, NoAnswer } from '../../desk/desk.ts';
import { statusText } from '../../net/bodies.ts';
import { send, targetOf } from '../../net/send.ts';

/** Where a request is sent from: a pod, at a moment. */
export interface Sender {
  readonly desk: Desk;
  readonly clock: number;
  readonly from: { readonly context: string; readonly pod: string };
  /** What it prints goes to the terminal: nothing depends on a text that nobody knows. */
  readonly tty: boolean;
}

export interface Fetched {
  readonly desk: Desk;
  readonly out: string;
  readonly err: string;
  readonly exit: number;
  readonly beyond?: Text;
  readonly notes?: readonly Text[];
}

const unknownBody: Text = {
  es: 'El laboratorio sabe que alguien responde, y no con qué texto.',
  en: 'The lab knows that somebody answers, and not with which text.',
};

/** What a call of `curl` or `wget` asks for. */
interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly shows: 'body' | 'head' | 'both' | 'nothing';
  readonly writes?: string;
  readonly fails: boolean;
  readonly quiet: boolean;
}

/**
 * Sends the request of a `curl` or `wget` that runs inside a pod, as the usual one-liners write it.
 * @returns undefined for any other program, and for flags that are not among the usual ones
 */
export function fetchIn({ desk, clock, from, tty }: Sender, argv: readonly string[]): Fetched | undefined {
  const words = unwrapped(argv);
  const name = (words[0] ?? '').replace(/^.*\//, '');
  const asked = name === 'curl' ? curlOf(words.slice(1)) : name === 'wget' ? wgetOf(words.slice(1)) : undefined;
  if (!asked) return undefined;
  const { url, method, headers, body } = asked;
  const sent = send(
    { ...desk, clock: Math.max(desk.clock, clock) },
    { method, url, headers, from, ...(body !== undefined && { body }) },
  );
  const told = name === 'curl' ? curlSays(asked, sent.answer) : wgetSays(asked, sent.answer);
  const isUnknown =
    sent.answer.ok &&
    sent.answer.body === undefined &&
    told.exit === 0 &&
    asked.shows !== 'nothing' &&
    asked.shows !== 'head';
  const ended = told.exit === 0 ? '' : `command terminated with exit code ${told.exit}\n`;
  return {
    desk: sent.desk,
    ...told,
    err: `${told.err}${ended}`,
    ...(isUnknown && { notes: [unknownBody], ...(!tty && { beyond: unknownBody }) }),
  };
}

/** `sh -c 'curl web'` is `curl web`, as long as it is one plain command. */
function unwrapped(argv: readonly string[]): readonly string[] {
  if (/(?:^|\/)(?:docker-)?entrypoint\.sh$/.test(argv[0] ?? '')) return unwrapped(argv.slice(1));
  const [shell = '', flag, text = ''] = argv;
  if (!/(?:^|\/)(?:sh|bash|ash)$/.test(shell) || flag !== '-c' || /[;&|<>$`(){}*?]/.test(text)) return argv;
  return (text.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? []).map((word) => word.replace(/['"]/g, ''));
}

const switches = new Set(['s', 'S', 'k', 'L', 'v', 'i', 'I', 'f', '4', 'N']);
const valued = new Map([
  ['X', 'request'],
  ['H', 'header'],
  ['d', 'data'],
  ['o', 'output'],
  ['w', 'write-out'],
  ['m', 'max-time'],
  ['A', 'user-agent'],
]);
const long = new Set([
  'silent',
  'show-error',
  'insecure',
  'location',
  'verbose',
  'include',
  'head',
  'fail',
  'no-buffer',
  'http1.1',
  'http2',
  'no-progress-meter',
  'fail-with-body',
  'ipv4',
]);
const longValued = new Set([
  'request',
  'header',
  'data',
  'output',
  'write-out',
  'max-time',
  'user-agent',
  'connect-timeout',
  'retry',
  'data-raw',
  'url',
  'json',
  'retry-delay',
]);
const letters: Readonly<Record<string, string>> = {
  s: 'silent',
  S: 'show-error',
  k: 'insecure',
  L: 'location',
  v: 'verbose',
  i: 'include',
  I: 'head',
  f: 'fail',
};

function curlOf(words: readonly string[]): Asked | undefined {
  const on = new Set<string>();
  const values = new Map<string, string[]>();
  const urls: string[] = [];
  const give = (name: string, value: string | undefined) =>
    value !== undefined && values.set(name, [...(values.get(name) ?? []), value]);
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word.startsWith('--')) {
      const name = word.slice(2);
      if (long.has(name)) on.add(name);
      else if (longValued.has(name)) give(name, words[++index]);
      else return undefined;
    } else if (word.startsWith('-') && word.length > 1) {
      for (let at = 1; at < word.length; at++) {
        const letter = word.charAt(at);
        const name = valued.get(letter);
        if (name !== undefined) {
          give(name, word.slice(at + 1) || words[++index]);
          break;
        }
        if (!switches.has(letter)) return undefined;
        on.add(Object.hasOwn(letters, letter) ? (new Map(Object.entries(letters)).get(letter) ?? letter) : letter);
      }
    } else urls.push(word);
  }
  const [url] = [...(values.get('url') ?? []), ...urls];
  if (url === undefined) return undefined;
  const data = values.get('data') ?? values.get('data-raw') ?? values.get('json');
  const headers = Object.fromEntries(
    (values.get('header') ?? []).map((one) => [
      one.slice(0, one.indexOf(':')).toLowerCase(),
      one.slice(one.indexOf(':') + 1).trim(),
    ]),
  );
  const hidden = values.get('output') !== undefined;
  const writes = values.get('write-out')?.at(-1);
  return {
    url,
    method: values.get('request')?.at(-1) ?? (on.has('head') ? 'HEAD' : data ? 'POST' : 'GET'),
    headers,
    ...(data && { body: data.join('&') }),
    shows: on.has('head') ? 'head' : hidden ? 'nothing' : on.has('include') ? 'both' : 'body',
    ...(writes !== undefined && { writes }),
    fails: on.has('fail') || on.has('fail-with-body'),
    quiet: on.has('silent') && !on.has('show-error'),
  };
}

function wgetOf(words: readonly string[]): Asked | undefined {
  const urls: string[] = [];
  let quiet = false;
  let prints = false;
  let spider = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (/^-q?O-?$/.test(word) || word === '--output-document=-') {
      quiet ||= word.startsWith('-q');
      if (/^-q?O$/.test(word)) prints = words[++index] === '-';
      else prints = true;
    } else if (word === '-q' || word === '--quiet') quiet = true;
    else if (word === '--spider') spider = true;
    else if (word === '-S' || /^--(?:timeout|tries)=\d+$/.test(word) || /^-[Tt]\d+$/.test(word)) continue;
    else if (word === '-T' || word === '-t') index++;
    else if (word.startsWith('-')) return undefined;
    else urls.push(word);
  }
  const [url] = urls;
  if (url === undefined) return undefined;
  return {
    url: /^https?:/.test(url) ? url : `http://${url}`,
    method: spider ? 'HEAD' : 'GET',
    headers: {},
    shows: prints && !spider ? 'body' : 'nothing',
    fails: true,
    quiet,
  };
}

/** @see https://curl.se/libcurl/c/libcurl-errors.html */
const curlExit: ReadonlyMap<NoAnswer, number> = new Map([
  ['unknown-host', 6],
  ['refused', 7],
  ['timeout', 28],
  ['reset', 56],
  ['empty', 52],
  ['tls', 35],
]);

function curlSays(
  asked: Asked,
  answer: Answered,
): { readonly out: string; readonly err: string; readonly exit: number } {
  const { host = '', port = 80 } = targetOf(asked.url) ?? {};
  const written = (code: number) =>
    (asked.writes ?? '')
      .replaceAll('%{http_code}', String(code).padStart(3, '0'))
      .replaceAll('%{response_code}', String(code).padStart(3, '0'))
      .replaceAll('\\n', '\n');
  if (!answer.ok) {
    const exit = curlExit.get(answer.reason) ?? 7;
    const why =
      exit === 6
        ? `Could not resolve host: ${host}`
        : exit === 28
          ? `Connection timed out after 300000 milliseconds`
          : exit === 52
            ? 'Empty reply from server'
            : exit === 56
              ? 'Recv failure: Connection reset by peer'
              : exit === 35
                ? 'TLS connect error'
                : `Failed to connect to ${host} port ${port} after 0 ms: Could not connect to server`;
    return { out: written(0), err: asked.quiet ? '' : `curl: (${exit}) ${why}\n`, exit };
  }
  const { status, headers, body = '' } = answer;
  if (asked.fails && status >= 400)
    return {
      out: written(status),
      err: asked.quiet ? '' : `curl: (22) The requested URL returned error: ${status}\n`,
      exit: 22,
    };
  const head = `HTTP/1.1 ${status} ${statusText(status)}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  const shown = { body, head, both: `${head}${body}`, nothing: '' }[asked.shows];
  return { out: `${shown}${written(status)}`, err: '', exit: 0 };
}

function wgetSays(
  asked: Asked,
  answer: Answered,
): { readonly out: string; readonly err: string; readonly exit: number } {
  const { host = '', port = 80 } = targetOf(asked.url) ?? {};
  if (!answer.ok) {
    const why =
      answer.reason === 'unknown-host'
        ? `bad address '${port === 80 ? host : `${host}:${port}`}'`
        : answer.reason === 'timeout'
          ? 'download timed out'
          : `can't connect to remote host: Connection refused`;
    return { out: '', err: `wget: ${why}\n`, exit: 1 };
  }
  if (answer.status >= 400)
    return {
      out: '',
      err: `wget: server returned error: HTTP/1.1 ${answer.status} ${statusText(answer.status)}\n`,
      exit: 1,
    };
  return { out: asked.shows === 'body' ? (answer.body ?? '') : '', err: '', exit: 0 };
}
