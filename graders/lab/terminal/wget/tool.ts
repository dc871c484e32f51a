import { resolvePath } from '../../machine/index.ts';
import type { Answered, NoAnswer } from '../desk/desk.ts';
import { changeFile } from '../desk/open.ts';
import { timestamp } from '../desk/time.ts';
import { statusText, unknownBody } from '../net/bodies.ts';
import { send, targetOf } from '../net/send.ts';
import { silent } from '../tool/declare.ts';
import type { Call, Outcome, Tool } from '../tool/tool.ts';

/** What GNU wget says behind «Connecting to …», or instead of it. @see https://www.gnu.org/software/wget/manual/html_node/Exit-Status.html */
const failures: Readonly<Record<NoAnswer, string>> = {
  'unknown-host': 'failed: Name or service not known.',
  refused: 'failed: Connection refused.',
  timeout: 'failed: Connection timed out.',
  empty: 'connected.\nHTTP request sent, awaiting response... No data received.',
  reset: 'connected.\nHTTP request sent, awaiting response... Read error (Connection reset by peer) in headers.',
  tls: 'connected.\nOpenSSL: error:0A0000C6:SSL routines::packet length too long\nUnable to establish SSL connection.',
};

/** One request, as `wget -qO- URL` sends it. */
function run(call: Call): Outcome {
  const { desk, operands, flags, cwd, tty } = call;
  const [written] = operands;
  if (written === undefined)
    return {
      desk,
      stdout: '',
      stderr: "wget: missing URL\nUsage: wget [OPTION]... [URL]...\n\nTry `wget --help' for more options.\n",
      exit: 1,
    };
  const url = /^\w+:\/\//.test(written) ? written : `http://${written}`;
  const body = flags.text('post-data') ?? flags.text('body-data');
  const method = flags.text('method') ?? (flags.has('post-data') ? 'POST' : flags.on('spider') ? 'HEAD' : 'GET');
  const headers = Object.fromEntries(
    flags.all('header').map((one) => {
      const colon = one.indexOf(':');
      return [one.slice(0, colon).trim().toLowerCase(), one.slice(colon + 1).trim()];
    }),
  );
  const { desk: after, answer } = send(desk, { method, url, headers, ...(body !== undefined && { body }) });
  const { host = '', port = 80 } = targetOf(url) ?? {};
  const told = flags.on('quiet') ? '' : `--${timestamp(desk.clock).replace('T', ' ').replace('Z', '')}--  ${url}\n`;
  const connects = flags.on('quiet') ? '' : `Connecting to ${host}:${port}... `;
  if (!answer.ok) {
    const isName = answer.reason === 'unknown-host';
    const says = isName
      ? `Resolving ${host} (${host})... ${failures[answer.reason]}\nwget: unable to resolve host address ‘${host}’\n`
      : `${connects}${failures[answer.reason]}\n`;
    return { desk: after, stdout: '', stderr: flags.on('quiet') ? '' : `${told}${says}`, exit: 4 };
  }
  return received(call, answer, {
    desk: after,
    url,
    told: flags.on('quiet')
      ? ''
      : `${told}${connects}connected.\nHTTP request sent, awaiting response... ${answer.status} ${statusText(answer.status)}\n`,
    tty,
    cwd,
  });
}

interface Got {
  readonly desk: Outcome['desk'];
  readonly url: string;
  readonly told: string;
  readonly tty: boolean;
  readonly cwd: string;
}

function received(
  { flags }: Call,
  answer: Answered & { readonly ok: true },
  { desk, url, told, tty, cwd }: Got,
): Outcome {
  if (answer.status >= 400) {
    const says = flags.on('quiet')
      ? ''
      : `${told}${timestamp(desk.clock).replace('T', ' ').replace('Z', '')} ERROR ${answer.status}: ${statusText(answer.status)}.\n\n`;
    return { desk, stdout: '', stderr: says, exit: 8 };
  }
  const file = flags.text('output-document') ?? (/[^/]\/([^/?#]+)$/.exec(url)?.[1] || 'index.html');
  if (flags.on('spider')) return { desk, stdout: '', stderr: told, exit: 0 };
  const isUnknown = answer.body === undefined;
  const says = {
    ...(isUnknown &&
      file !== '/dev/null' && { notes: [unknownBody], ...(!(tty && file === '-') && { beyond: unknownBody }) }),
  };
  const saved = flags.on('quiet') ? '' : `${told}Saving to: ‘${file === '-' ? 'STDOUT' : file}’\n\n`;
  if (file === '-') return { desk, stdout: answer.body ?? '', stderr: saved, exit: 0, ...says };
  const at = resolvePath(cwd, file);
  const next = at === '/dev/null' ? desk : changeFile(desk, at, answer.body ?? '');
  return { desk: next, stdout: '', stderr: saved, exit: 0, ...says };
}

const tool: Tool = {
  version: '1.25.0',
  refuses: (problem) => {
    const word = 'word' in problem ? problem.word : '';
    const says =
      problem.why === 'needs-value'
        ? `wget: option '${word}' requires an argument`
        : word.startsWith('--')
          ? `wget: unrecognized option '${word}'`
          : `wget: invalid option -- '${'flag' in problem && typeof problem.flag === 'string' ? problem.flag : word}'`;
    return { stderr: `${says}\nUsage: wget [OPTION]... [URL]...\n\nTry \`wget --help' for more options.\n`, exit: 2 };
  },
  command: {
    name: 'wget',
    says: { es: 'Descarga lo que hay en una dirección', en: 'Download what is at an address' },
    takes: '[URL]',
    fidelity: 'partial',
    differs: {
      es: 'Una dirección por llamada; cuenta lo que hace con menos palabras, y lo que no sabe del cuerpo lo dice',
      en: 'One address for each call; it tells what it does in fewer words, and says what it does not know of the body',
    },
    flags: [
      { name: 'output-document', short: 'O', value: 'text' },
      { name: 'quiet', short: 'q' },
      { name: 'spider' },
      { name: 'header', value: 'text' },
      { name: 'post-data', value: 'text' },
      { name: 'method', value: 'text' },
      { name: 'body-data', value: 'text' },
      ...silent(
        'timeout|T= tries|t= no-check-certificate retry-connrefused waitretry= connect-timeout= no-verbose server-response|S',
      ),
    ],
    beyond: ['recursive|r', 'continue|c', 'input-file|i=', 'directory-prefix|P=', 'user=', 'password=', 'post-file='],
    run,
  },
};
export default tool;
