import { own } from '../../../core/own.ts';
import type { Surroundings } from './context.ts';
import { runNginx } from './nginx/nginx.ts';
import { done, forever, type Process, type Server } from './process.ts';

/** Runs one program whose behaviour is known; undefined for all the others. */
export type Program = (args: readonly string[], around: Surroundings) => Process | undefined;

/** How long a settled world has been running, in seconds: what sleeps longer is taken to run for good. */
const settled = 600;

const ends: Program = () => done();
const serve = (server: Server): Process => ({ does: 'serves', exact: true, ...server });

/** The programs of manifests' command lines, by the last part of their path. */
export const programs: Readonly<Record<string, Program>> = {
  nginx: runNginx,
  'nginx-debug': runNginx,
  'httpd-foreground': () => serve({ listens: [80], product: 'httpd' }),
  'apache2-foreground': () => serve({ listens: [80], product: 'httpd' }),
  httpd: runHttpd,
  apache2ctl: runHttpd,
  apachectl: runHttpd,
  'http-echo': (args) => serve({ listens: [flagged(args, /^-{1,2}listen$/) ?? 5678], product: 'http-echo' }),
  'redis-server': (args) => serve({ listens: [flagged(args, /^--port$/) ?? 6379], product: 'redis' }),
  python: runPython,
  python3: runPython,
  nc: runNetcat,
  sleep: runSleep,
  tail: (args) => (args.some((arg) => /^(?:-\w*[fF]|--follow)/.test(arg)) ? forever : done()),
  false: () => done(1),
  pause: () => forever,
  ...Object.fromEntries(
    (
      'echo printf cp mv mkdir ls cat touch date env true : test [ chmod chown ln rm rmdir sed awk grep head wc sort tr ' +
      'export set unset cd pwd id whoami hostname uname ps df du find which type apt-get apt apk dnf yum pip pip3 npm ' +
      'yarn curl wget nslookup dig ping ip openssl base64 tee xargs cut basename dirname umask ulimit alias read eval pgrep'
    )
      .split(' ')
      .map((name) => [name, ends]),
  ),
};

function runHttpd(args: readonly string[], { image }: Surroundings): Process | undefined {
  if (/\/(?:busybox|alpine)$/.test(image.repository)) return runBusyboxHttpd(args);
  if (args.some((arg) => /^-(?:v|V|t|l|L|S|M|h)$/.test(arg))) return done();
  const server: Server = { listens: [80], product: 'httpd', exact: true };
  if (args.some((arg) => /^-?D?FOREGROUND$|^-DNO_DETACH$|^-X$/.test(arg))) return serve(server);
  if (args.some((arg) => arg.startsWith('-') && arg !== '-k')) return undefined;
  return { does: 'exits', code: 0, cause: { because: 'daemonised', program: 'httpd' }, leaves: server };
}

/** BusyBox has a small web server of the same name: `httpd -f -p 8080 -h /www`. */
function runBusyboxHttpd(args: readonly string[]): Process {
  const port = /(?:^|:)(\d+)$/.exec(args[args.indexOf('-p') + 1] ?? '')?.[1];
  const server: Server = { listens: [args.includes('-p') && port ? Number(port) : 80], product: 'busybox' };
  if (args.some((arg) => /^-f/.test(arg))) return serve(server);
  return {
    does: 'exits',
    code: 0,
    cause: { because: 'daemonised', program: 'httpd' },
    leaves: { exact: true, ...server },
  };
}

/** `python -m http.server [port]`; a script may do anything. */
function runPython(args: readonly string[]): Process | undefined {
  const module = args.indexOf('-m');
  if (module !== -1 && args[module + 1] === 'http.server') {
    const port = args
      .slice(module + 2)
      .find((arg, index, rest) => /^\d+$/.test(arg) && !/^-(?:b|d)|^--/.test(rest[index - 1] ?? ''));
    return serve({ listens: [port === undefined ? 8000 : Number(port)], product: 'python' });
  }
  if (args.includes('--version') || args.includes('-V')) return done();
  const code = args[args.indexOf('-c') + 1];
  if (!args.includes('-c') || code === undefined) return args.length === 0 ? done() : undefined;
  return /\b(?:serve|run|listen|accept|sleep|while|import_module|exec|__import__)\b|from\s/.test(code)
    ? undefined
    : done();
}

function runNetcat(args: readonly string[]): Process | undefined {
  const listening = args.some((arg) => /^-\w*l/.test(arg));
  const port = args.findLast((arg) => /^\d+$/.test(arg));
  if (!listening) return done();
  return port ? serve({ listens: [Number(port)], product: 'nc' }) : undefined;
}

/** @see https://www.gnu.org/software/coreutils/manual/html_node/sleep-invocation.html */
function runSleep(args: readonly string[]): Process {
  const units: Record<string, number> = { '': 1, s: 1, m: 60, h: 3600, d: 86400 };
  let seconds = 0;
  for (const arg of args) {
    if (/^inf(?:inity)?$/i.test(arg)) return forever;
    const match = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(arg);
    if (!match) return done(1);
    seconds += Number(match[1]) * (own(units, match[2] ?? '') ?? 1);
  }
  if (args.length === 0) return done(1);
  return seconds >= settled ? forever : done();
}

/** The port in `--flag=:8080`, `--flag=8080` or `--flag 8080`. */
function flagged(args: readonly string[], flag: RegExp): number | undefined {
  for (const [index, arg] of args.entries()) {
    const [name = '', inline] = arg.split('=', 2);
    const port = flag.test(name) && /(\d+)$/.exec(inline ?? args[index + 1] ?? '');
    if (port) return Number(port[1]);
  }
  return undefined;
}
