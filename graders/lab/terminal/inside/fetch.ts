import type { Text } from '../../../core/text.ts';
import type { Answered, Desk } from '../desk/desk.ts';
import { statusText, unknownBody } from '../net/bodies.ts';
import { curlFrom } from '../net/curl.ts';
import { type Origin, send, targetOf } from '../net/send.ts';
import { callTool } from '../tool/call.ts';

/** Where a request is sent from: a pod or a container, at a moment. */
export interface Sender {
  readonly desk: Desk;
  readonly clock: number;
  readonly from: Origin;
  /** What it prints goes to the terminal: nothing depends on a text that nobody knows. */
  readonly tty: boolean;
}

/** What came of a command inside a container. */
export interface Fetched {
  readonly desk: Desk;
  readonly out: string;
  readonly err: string;
  readonly exit: number;
  readonly beyond?: Text;
  readonly notes?: readonly Text[];
  /** It does not come to an end. */
  readonly stays?: true;
  /** How many commands it counts for, where it is more work than one. */
  readonly effort?: number;
}

/** What a call of `wget` asks for. */
interface Asked {
  readonly url: string;
  readonly method: string;
  readonly shows: boolean;
}

/**
 * Sends the request of a `curl` or `wget` that runs inside a container, as the usual one-liners write it.
 * @returns undefined for any other program, and for flags that are not among the usual ones
 */
export function fetchIn({ desk, clock, from, tty }: Sender, argv: readonly string[]): Fetched | undefined {
  const [path = '', ...words] = unwrapped(argv);
  const name = path.replace(/^.*\//, '');
  const then = { ...desk, clock: Math.max(desk.clock, clock) };
  if (name === 'curl') return curlIn(then, from, words, tty);
  const asked = name === 'wget' ? wgetOf(words) : undefined;
  if (!asked) return undefined;
  const { url, method } = asked;
  const { desk: after, answer } = send(then, { method, url, headers: {}, from });
  const told = wgetSays(asked, answer);
  const isUnknown = answer.ok && answer.body === undefined && told.exit === 0 && asked.shows;
  return {
    desk: after,
    ...told,
    ...(isUnknown && { notes: [unknownBody], ...(!tty && { beyond: unknownBody }) }),
  };
}

function curlIn(desk: Desk, from: Sender['from'], words: readonly string[], tty: boolean): Fetched {
  const around = { desk, stdin: '', cwd: '/', env: {}, tty, lang: 'en' as const };
  const {
    desk: after,
    stdout,
    stderr,
    exit,
    seconds = 0,
    notes,
    beyond,
  } = callTool(curlFrom(from), ['curl', ...words], around);
  return {
    desk: { ...after, clock: after.clock + seconds },
    out: stdout,
    err: stderr,
    exit,
    ...(notes && { notes }),
    ...(beyond && { beyond }),
  };
}

/** `sh -c 'curl web'` is `curl web`, as long as it is one plain command. */
function unwrapped(argv: readonly string[]): readonly string[] {
  // That of the image curlimages/curl puts `curl` before options and addresses. @see https://github.com/curl/curl-container/blob/main/etc/entrypoint.sh
  if (argv[0] === '/entrypoint.sh' && /^-|:\/\/|^localhost/.test(argv[1] ?? '')) return ['curl', ...argv.slice(1)];
  if (/(?:^|\/)(?:docker-)?entrypoint\.sh$/.test(argv[0] ?? '')) return unwrapped(argv.slice(1));
  const [shell = '', flag, text = ''] = argv;
  if (!/(?:^|\/)(?:sh|bash|ash)$/.test(shell) || flag !== '-c' || /[;&|<>$`(){}*?]/.test(text)) return argv;
  return (text.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? []).map((word) => word.replace(/['"]/g, ''));
}

function wgetOf(words: readonly string[]): Asked | undefined {
  const urls: string[] = [];
  let prints = false;
  let spider = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (/^-q?O-?$/.test(word) || word === '--output-document=-') {
      if (/^-q?O$/.test(word)) prints = words[++index] === '-';
      else prints = true;
    } else if (word === '-q' || word === '--quiet') continue;
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
    shows: prints && !spider,
  };
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
  return { out: asked.shows ? (answer.body ?? '') : '', err: '', exit: 0 };
}
