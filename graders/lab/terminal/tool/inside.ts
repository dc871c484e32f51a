import { locate, type Machine, nameOf } from '../../machine/index.ts';

/** The inside of a container in which the shell is that somebody types to. */
export interface Inside {
  /** The words in front of a command that is to be carried out there: `docker exec -i web`. */
  readonly through: readonly string[];
  /** The shell: `sh`. */
  readonly shell: string;
  readonly kind: 'bash' | 'busybox' | 'plain';
  readonly user: string;
  readonly isRoot: boolean;
  readonly host: string;
  readonly cwd: string;
  /** What it was told that holds for the lines after it: directories and variables. */
  readonly told: readonly string[];
  readonly leaving?: Leaving;
}

/** What happens when it ends. */
export interface Leaving {
  readonly says?: string;
  /** The container whose first process it is. */
  readonly container?: string;
  /** A command that takes away what it was opened for. */
  readonly command?: readonly string[];
}

/** A shell without a script: it reads one, or opens for whoever sits before it. */
export const isShell = ([program = '', ...args]: readonly string[]): boolean =>
  /(?:^|\/)(?:sh|bash|ash|dash)$/.test(program) && args.every((arg) => /^-[sil]+$/.test(arg));

/** The script and its arguments that a shell is given as `sh -c` is. */
export const scriptOf = ([shell = '', flag = '', text, ...args]: readonly string[]): readonly string[] | undefined =>
  /(?:^|\/)(?:sh|bash|ash|dash)$/.test(shell) && /^-[a-z]*c$/.test(flag) && text !== undefined
    ? [text, ...args]
    : undefined;

/** A shell that has just opened in a machine. */
export function opened(
  machine: Machine,
  through: readonly string[],
  [shell = 'sh']: readonly string[],
  leaving?: Leaving,
): Inside {
  const { uid, users, cwd, host } = machine;
  const hasBusybox = locate(machine, 'busybox').state === 'found';
  return {
    through,
    shell,
    kind: /bash$/.test(shell) ? 'bash' : hasBusybox ? 'busybox' : 'plain',
    user: nameOf(users.uids, uid) ?? (uid === 0 ? 'root' : 'I have no name!'),
    isRoot: uid === 0,
    host: host.hostname ?? '',
    cwd,
    told: [],
    ...(leaving && { leaving }),
  };
}

/** What the shell asks for the next line with. */
export function promptInside({ kind, user, isRoot, host, cwd }: Inside): string {
  const sign = isRoot ? '#' : '$';
  if (kind === 'bash') return `${user}@${host}:${cwd}${sign} `;
  return kind === 'busybox' ? `${cwd} ${sign} ` : `${sign} `;
}

/** The command that carries out a script there, after all that the shell was told. */
export function commandInside({ through, shell, told }: Inside, script: string): string {
  const words = [...through, shell, '-c', [...told, script].join('\n')];
  return words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
}

const value = `(?:'[^']*'|"[^"\`$]*"|[^\\s;&|<>()'"\`])*`;
const lasting = new RegExp(
  `^\\s*(cd(?:\\s+${value})?|(?:export\\s+)?[A-Za-z_]\\w*=${value}|export\\s+[A-Za-z_]\\w*|unset\\s+[A-Za-z_]\\w*)\\s*(?:$|&&|;)`,
);

/** What of a line holds for the lines after it: that it goes to another directory, or sets a variable. */
export const lastingIn = (line: string): string | undefined => lasting.exec(line)?.[1];
