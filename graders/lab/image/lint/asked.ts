import type { Comment, Directive, Dockerfile, Instruction } from '../../../model/dockerfile/dockerfile.ts';
import { type Check, type CheckName, checks } from './catalogue.ts';

/** Which checks a file, or a comment above an instruction, asks for. */
export interface Asked {
  readonly skipped: 'all' | ReadonlySet<string>;
  readonly experimental: 'all' | ReadonlySet<string>;
  /** Whether a warning stops the build; only the top of a file decides it. */
  readonly failing: boolean;
}

const none: Asked = { skipped: new Set(), experimental: new Set(), failing: false };

/**
 * Reads `skip=A,B;experimental=all;error=true`.
 * @returns undefined where BuildKit refuses it
 * @see https://docs.docker.com/reference/dockerfile/#check
 */
export function readAsked(written: string): Asked | undefined {
  const text = written.trim();
  if (text === '') return none;
  let asked: Asked = none;
  for (const option of splitAt(text, ';', 3)) {
    const equals = option.indexOf('=');
    if (equals === -1) return undefined;
    const value = option.slice(equals + 1).trim();
    const names = value === 'all' ? 'all' : new Set(value.split(',').map((name) => name.trim()));
    switch (option.slice(0, equals).trim()) {
      case 'skip':
        asked = { ...asked, skipped: names };
        break;
      case 'experimental':
        asked = { ...asked, experimental: names };
        break;
      case 'error':
        if (!/^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(value)) return undefined;
        asked = { ...asked, failing: /^[1tT]/.test(value) };
        break;
      default:
        return undefined;
    }
  }
  return asked;
}

/** What the directive at the top of a file asks for: its first word counts. */
export function askedAtTop({ directives }: { readonly directives: readonly Directive[] }): Asked {
  const written = directives.find(({ name }) => name === 'check')?.value;
  return (written === undefined ? undefined : readAsked(firstWord(written))) ?? none;
}

/** The comments above an instruction, from the last empty one on. Parser directives are none of them. */
export function commentsAbove(dockerfile: Dockerfile, instruction: Instruction): readonly string[] {
  const { comments, directives, instructions, source } = dockerfile;
  const index = instructions.findIndex(({ wholeAt }) => wholeAt.from === instruction.wholeAt.from);
  const after = instructions[index - 1]?.wholeAt.to ?? 0;
  const directiveAt = new Set(directives.map(({ at }) => at.from));
  const own = comments.filter(
    ({ at }) => at.from >= after && at.from < instruction.wholeAt.from && !directiveAt.has(at.from),
  );
  const texts = own.map((comment) => asBuildKit(comment, source.text));
  return texts.slice(texts.lastIndexOf('') + 1);
}

/** Only one character before the text is taken away, so that an indented comment keeps its `#`. */
function asBuildKit({ at }: Comment, text: string): string {
  const start = text.lastIndexOf('\n', at.from - 1) + 1;
  return text.slice(start + 1, at.to).trim();
}

/** What is asked for at an instruction: the first `check` among its comments adds to what the file asks for. */
export function askedAt(global: Asked, comments: readonly string[]): Asked {
  for (const comment of comments) {
    const [, name = '', value = ''] = /^([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/.exec(comment) ?? [];
    if (name.toLowerCase() !== 'check') continue;
    const own = readAsked(firstWord(value));
    return own ? merged(global, own) : global;
  }
  return global;
}

export function isAsked({ skipped, experimental }: Asked, name: CheckName): boolean {
  const { experimental: isExperimental }: Check = checks[name];
  if (isExperimental) return experimental === 'all' || experimental.has(name);
  return skipped !== 'all' && !skipped.has(name);
}

function merged(global: Asked, own: Asked): Asked {
  const both = (a: Asked['skipped'], b: Asked['skipped']) =>
    a === 'all' || b === 'all' ? 'all' : new Set([...a, ...b]);
  return {
    ...global,
    skipped: both(global.skipped, own.skipped),
    experimental: both(global.experimental, own.experimental),
  };
}

const firstWord = (text: string): string => text.split(' ', 1)[0] ?? '';

/** As many pieces at most, the last one with all that is left. */
function splitAt(text: string, mark: string, most: number): readonly string[] {
  const parts = text.split(mark);
  return parts.length <= most ? parts : [...parts.slice(0, most - 1), parts.slice(most - 1).join(mark)];
}
