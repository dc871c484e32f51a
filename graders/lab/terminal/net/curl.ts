import type { Text } from '../../../core/text.ts';
import { resolvePath, write } from '../../machine/index.ts';
import type { Answered, Desk, NoAnswer } from '../desk/desk.ts';
import { fileAt, fileOf } from '../desk/open.ts';
import { dateAt } from '../desk/time.ts';
import { silent } from '../tool/declare.ts';
import type { Call, Flag, Outcome, Tool } from '../tool/tool.ts';
import { statusText } from './bodies.ts';
import { type Request, send, targetOf } from './send.ts';

const text = (name: string, short?: string, fidelity: Flag['fidelity'] = 'full'): Flag => ({
  name,
  value: 'text',
  fidelity,
  ...(short !== undefined && { short }),
});
const on = (name: string, short?: string, fidelity: Flag['fidelity'] = 'full'): Flag => ({
  name,
  fidelity,
  ...(short !== undefined && { short }),
});

const flags: readonly Flag[] = [
  text('request', 'X'),
  text('header', 'H'),
  text('data', 'd'),
  text('data-raw'),
  text('data-binary'),
  text('data-urlencode'),
  text('json'),
  text('form', 'F', 'partial'),
  text('output', 'o'),
  text('write-out', 'w'),
  text('resolve'),
  text('connect-to', undefined, 'none'),
  text('user-agent', 'A'),
  text('user', 'u', 'partial'),
  text('max-time', 'm', 'partial'),
  text('connect-timeout', undefined, 'partial'),
  text('retry'),
  text('retry-delay', undefined, 'partial'),
  text('retry-max-time', undefined, 'partial'),
  text('cookie', 'b', 'partial'),
  text('cookie-jar', 'c', 'partial'),
  text('cacert', undefined, 'partial'),
  text('url'),
  on('include', 'i'),
  on('head', 'I'),
  on('silent', 's'),
  on('show-error', 'S'),
  on('fail', 'f'),
  on('fail-with-body'),
  on('get', 'G'),
  on('verbose', 'v', 'partial'),
  on('location', 'L', 'partial'),
  on('insecure', 'k', 'partial'),
  on('remote-name', 'O', 'partial'),
  on('retry-connrefused'),
  on('retry-all-errors'),
  on('compressed', undefined, 'partial'),
  on('no-buffer', 'N', 'partial'),
  on('http1.1', undefined, 'partial'),
  on('http2', undefined, 'partial'),
  on('ipv4', '4', 'partial'),
  on('no-progress-meter'),
  ...silent(
    'proto= proto-default= proto-redir= tlsv1.2 tlsv1.3 tls-max= http1.0|0 http2-prior-knowledge http3 ipv6|6 progress-bar|# create-dirs output-dir= referer|e= max-redirs= keepalive-time= no-keepalive limit-rate= noproxy= disable|q parallel|Z globoff|g path-as-is expect100-timeout= ssl-no-revoke styled-output tcp-nodelay',
  ),
  text('dump-header', 'D', 'none'),
  text('upload-file', 'T', 'none'),
  text('proxy', 'x', 'none'),
  text('cert', 'E', 'none'),
  text('key', undefined, 'none'),
  text('unix-socket', undefined, 'none'),
];

/** Exit codes and messages of curl. @see https://curl.se/libcurl/c/libcurl-errors.html */
const failures: Readonly<
  Record<NoAnswer, { readonly exit: number; readonly says: (host: string, port: number) => string }>
> = {
  'unknown-host': { exit: 6, says: (host) => `Could not resolve host: ${host}` },
  refused: {
    exit: 7,
    says: (host, port) => `Failed to connect to ${host} port ${port} after 0 ms: Could not connect to server`,
  },
  timeout: {
    exit: 28,
    says: (host, port) => `Failed to connect to ${host} port ${port} after 130000 ms: Could not connect to server`,
  },
  empty: { exit: 52, says: () => 'Empty reply from server' },
  reset: { exit: 56, says: () => 'Recv failure: Connection reset by peer' },
  tls: { exit: 35, says: () => 'TLS connect error: error:0A0000C6:SSL routines::packet length too long' },
};

function run(call: Call, from: Request['from']): Outcome {
  const { flags: given, operands, rest = [] } = call;
  const urls = [...given.all('url'), ...operands, ...rest];
  if (urls.length === 0)
    return {
      desk: call.desk,
      stdout: '',
      stderr: "curl: (2) no URL specified\ncurl: try 'curl --help' or 'curl --manual' for more information\n",
      exit: 2,
    };
  let desk = call.desk;
  let [stdout, stderr, exit, seconds] = ['', '', 0, 0];
  const notes: Text[] = [];
  let beyond: Text | undefined;
  for (const [index, url] of urls.entries()) {
    const one = fetchOne({ ...call, desk }, url, given.all('output')[index], from);
    desk = one.desk;
    stdout += one.stdout;
    stderr += one.stderr;
    exit = one.exit === 0 ? exit : one.exit;
    seconds += one.seconds ?? 0;
    notes.push(...(one.notes ?? []));
    beyond ??= one.beyond;
  }
  return { desk, stdout, stderr, exit, seconds, notes, ...(beyond && { beyond }) };
}

function fetchOne(call: Call, url: string, output: string | undefined, from: Request['from']): Outcome {
  const { flags: given } = call;
  const asked = { ...requestOf(from ? inPod(call) : call, url), ...(from && { from }) };
  const retries = Math.min(Number(given.text('retry') ?? 0) || 0, 100);
  const delay = Number(given.text('retry-delay') ?? 0) || 0;
  let { desk } = call;
  let sent = send(desk, asked);
  for (let attempt = 0; attempt < retries && isTransient(sent.answer, call); attempt++) {
    const pause = delay > 0 ? delay : 2 ** Math.min(attempt, 9);
    desk = { ...sent.desk, clock: sent.desk.clock + pause };
    sent = send(desk, asked);
  }
  const { answer } = sent;
  const target = targetOf(url);
  const limit = Number(given.text('max-time') ?? given.text('connect-timeout') ?? 130);
  const quiet = given.on('silent') && !given.on('show-error');
  const took = sent.desk.clock - desk.clock + (!answer.ok && answer.reason === 'timeout' ? limit : 0);
  const written = writtenOut(given.text('write-out'), answer, url, asked.method, took);
  if (!answer.ok) {
    const { exit, says } = failures[answer.reason];
    const seconds = answer.reason === 'timeout' ? limit : 0.1;
    const message = quiet ? '' : `curl: (${exit}) ${says(target?.host ?? url, target?.port ?? 80)}\n`;
    return { desk: sent.desk, stdout: written, stderr: message, exit, seconds };
  }
  const fails = answer.status >= 400 && (given.on('fail') || given.on('fail-with-body'));
  const shown = fails && given.on('fail') ? '' : shownOf(call, answer);
  const message = fails && !quiet ? `curl: (22) The requested URL returned error: ${answer.status}\n` : '';
  // What a pod writes stays in the pod.
  const saved = output === undefined || from ? sent.desk : saveAs(sent.desk, call.cwd, output, shown);
  const verbose = given.on('verbose') ? conversation(asked, answer, target?.host ?? '') : '';
  return {
    desk: saved,
    stdout: (output === undefined || output === '-' ? shown : '') + written,
    stderr: verbose + message,
    exit: fails ? 22 : 0,
    seconds: 0.05,
    ...(answer.body === undefined && unknownPrinted(call, answer, output)),
  };
}

/** What `--retry` tries again: what may be different next time. */
function isTransient(answer: Answered, { flags: given }: Call): boolean {
  if (answer.ok) return /^(?:408|429|500|502|503|504)$/.test(String(answer.status));
  if (answer.reason === 'timeout' || given.on('retry-all-errors')) return true;
  return answer.reason === 'refused' && given.on('retry-connrefused');
}

/** The learner's files are not those of a pod. */
const inPod = (call: Call): Call => ({ ...call, cwd: '/dev/null' });

function requestOf({ flags: given, desk, cwd }: Call, url: string): Request {
  const read = (value: string) =>
    value.startsWith('@') ? (fileAt(desk, resolvePath(cwd, value.slice(1)))?.content ?? '') : value;
  const json = given.all('json').map(read);
  const data = [
    ...given.all('data').map(read),
    ...given.all('data-raw'),
    ...given.all('data-binary').map(read),
    ...given.all('data-urlencode').map((value) => encodeURIComponent(value).replace(/%3D/i, '=')),
  ];
  const body = [...data, ...json, ...given.all('form')].join('&');
  const hasBody = body !== '' || data.length + json.length > 0;
  const isGet = given.on('get');
  const headers = new Map<string, string>();
  if (hasBody && !isGet)
    headers.set('content-type', json.length > 0 ? 'application/json' : 'application/x-www-form-urlencoded');
  for (const header of given.all('header')) {
    const colon = header.indexOf(':');
    if (colon > 0) headers.set(header.slice(0, colon).trim().toLowerCase(), header.slice(colon + 1).trim());
  }
  const agent = given.text('user-agent');
  if (agent !== undefined) headers.set('user-agent', agent);
  const hosts = given.all('resolve').map((written) => {
    const [host = '', port = '', ...address] = written.replace(/^[-+]/, '').split(':');
    return { host, port: Number(port), address: address.join(':') };
  });
  const method = given.text('request') ?? (given.on('head') ? 'HEAD' : hasBody && !isGet ? 'POST' : 'GET');
  const asked = isGet && hasBody ? `${url}${url.includes('?') ? '&' : '?'}${body}` : url;
  return { method, url: asked, headers: Object.fromEntries(headers), hosts, ...(hasBody && !isGet && { body }) };
}

function shownOf({ flags: given, desk }: Call, answer: Extract<Answered, { ok: true }>): string {
  const head = given.on('include') || given.on('head') ? headOf(answer, desk) : '';
  return head + (given.on('head') ? '' : (answer.body ?? ''));
}

function headOf({ status, headers }: Extract<Answered, { ok: true }>, { clock }: Desk): string {
  const date = dateAt(clock).toUTCString();
  // Envoy writes names in lower case, and keeps its connections without saying so.
  const byEnvoy = headers.some(([name, value]) => name === 'server' && value.endsWith('envoy'));
  const all = byEnvoy
    ? [...headers, ['date', date] as const]
    : [['Date', date] as const, ...headers, ['Connection', 'keep-alive'] as const];
  return `HTTP/1.1 ${`${status} ${statusText(status)}`.trim()}\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

function conversation(
  { method, url, headers }: Request,
  answer: Extract<Answered, { ok: true }>,
  host: string,
): string {
  const target = targetOf(url);
  const lines = [
    `> ${method} ${target?.path ?? '/'} HTTP/1.1`,
    `> Host: ${host}${target && target.port !== 80 ? `:${target.port}` : ''}`,
    '> User-Agent: curl/8.14.1',
    '> Accept: */*',
    ...Object.entries(headers).map(([name, value]) => `> ${name}: ${value}`),
    '> ',
  ];
  return `${[`* Connected to ${host} port ${target?.port ?? 80}`, ...lines, `< HTTP/1.1 ${answer.status} ${statusText(answer.status)}`, '< '].join('\n')}\n`;
}

/** @see https://curl.se/docs/manpage.html#-w */
function writtenOut(format: string | undefined, answer: Answered, url: string, method: string, took: number): string {
  if (format === undefined) return '';
  const status = answer.ok ? String(answer.status) : '000';
  const values = new Map([
    ['http_code', status],
    ['response_code', status],
    ['url', url],
    ['url_effective', url],
    ['method', method],
    ['exitcode', answer.ok ? '0' : String(failures[answer.reason].exit)],
    ['errormsg', ''],
    ['content_type', answer.ok ? (answer.headers.find(([name]) => name === 'Content-Type')?.[1] ?? '') : ''],
    ['size_download', answer.ok ? String(answer.body?.length ?? 0) : '0'],
    ['time_total', (took + 0.012345).toFixed(6)],
    ['time_connect', '0.000312'],
    ['num_redirects', '0'],
  ]);
  return format
    .replace(/%\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '')
    .replaceAll('%%', '%')
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t')
    .replaceAll('\\r', '\r');
}

function saveAs(desk: Desk, cwd: string, output: string, content: string): Desk {
  if (output === '-' || /^\/dev\//.test(output)) return desk;
  return { ...desk, files: write(desk.files, [[resolvePath(cwd, output), fileOf(content)]]) };
}

/** What is said of a body that nobody knows. Where another program reads it, what comes of that is not known either. */
function unknownPrinted(
  { flags: given, tty }: Call,
  answer: Extract<Answered, { ok: true }>,
  output: string | undefined,
) {
  const says = unknownBody(answer);
  if (output !== undefined || given.on('head')) return {};
  const isRead = !tty;
  return { notes: [says], ...(isRead && { beyond: says }) };
}

function unknownBody({ status, assumed }: Extract<Answered, { ok: true }>): Text {
  return assumed
    ? {
        es: `Alguien escucha y contesta. El laboratorio no ejecuta ese programa: supone un ${status} y no conoce el cuerpo.`,
        en: `Somebody listens and answers. The lab does not run that program: it assumes a ${status} and does not know the body.`,
      }
    : {
        es: 'El laboratorio no conoce el cuerpo de esta respuesta.',
        en: 'The lab does not know the body of this answer.',
      };
}

/** `curl` of the learner's machine, or of a pod. */
export const curlFrom = (from?: NonNullable<Request['from']>): Tool => ({
  version: '8.14.1',
  refuses: (problem) => {
    const more = "curl: try 'curl --help' or 'curl --manual' for more information\n";
    if (problem.why === 'needs-value')
      return { stderr: `curl: option ${problem.word}: requires parameter\n${more}`, exit: 2 };
    const word = 'word' in problem ? problem.word : '';
    return { stderr: `curl: option ${word}: is unknown\n${more}`, exit: 2 };
  },
  command: {
    name: 'curl',
    says: { es: 'Envía una petición y muestra la respuesta', en: 'Sends a request and shows the answer' },
    takes: '<url>',
    flags,
    fidelity: 'partial',
    differs: {
      es: 'Los programas no se ejecutan: lo que contesta uno que el laboratorio no conoce se supone, y se dice',
      en: 'Programs are not run: what one that the lab does not know answers is assumed, and told',
    },
    run: (call) => run(call, from),
  },
});
