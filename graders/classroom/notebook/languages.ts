/** What a piece of code is, as far as it matters for the place it goes to. */
export type Language = 'yaml' | 'dockerfile' | 'shell' | 'literal' | 'typescript' | 'xml' | 'properties' | 'other';

const tags: ReadonlyMap<string, Language> = new Map([
  ...['yaml', 'yml', 'json'].map((tag) => [tag, 'yaml'] as const),
  ...['dockerfile', 'docker', 'containerfile'].map((tag) => [tag, 'dockerfile'] as const),
  ...['sh', 'bash', 'zsh', 'shell', 'console', 'terminal', 'shellsession', 'shell-session', 'cmd', 'system', 'sx'].map(
    (tag) => [tag, 'shell'] as const,
  ),
  ...['ts', 'typescript', 'js', 'javascript', 'mjs', 'node'].map((tag) => [tag, 'typescript'] as const),
  ...['xml'].map((tag) => [tag, 'xml'] as const),
  ...['ini', 'cfg', 'conf', 'properties'].map((tag) => [tag, 'properties'] as const),
]);

/** The line a text begins with, blank lines and comments aside. */
const firstLine = /^(?:[ \t]*(?:(?:#|\/\/).*|---[ \t]*)?\n)*(.*)/;

const signs: readonly (readonly [RegExp, Language])[] = [
  [/^(?:apiVersion|kind):(?:\s|$)/, 'yaml'],
  [/^(?:FROM|ARG)\s+\S/, 'dockerfile'],
  [/^<(?:\?xml|configuration\b)/, 'xml'],
  [/^\[[\w.-]+\]\s*$/, 'properties'],
  [/^(?:!|\$\s)\s*\S/, 'shell'],
];

/** What a piece of code is: by what it says, and where that is not plain by the language somebody named. */
export function languageFor(tag: string, text: string): Language {
  const first = firstLine.exec(text)?.[1] ?? '';
  const sign = signs.find(([pattern]) => pattern.test(first));
  if (sign) return sign[1];
  if (/^[ \t]*export[ \t]+default\b/m.test(text)) return 'literal';
  return tags.get(tag) ?? 'other';
}

/** Words in capitals that begin a line of a Dockerfile. */
export const instruction =
  /^(?:FROM|ARG|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL)(?:\s|$)/;

const command = /^(?:docker|kubectl|istioctl|linkerd|helm|kind|minikube|curl)\s+-{0,2}[a-z]/;

/** How code that stands in no fence begins, and which lines go on with it. */
interface Loose {
  readonly tag: string;
  readonly begins: RegExp;
  /** Only in cells of code: in prose the same words are a sentence. */
  readonly onlyInCode?: true;
  readonly goesOn: (line: string, before: string) => boolean;
}

const blankOrComment = /^\s*(?:#.*)?$/;

export const loose: readonly Loose[] = [
  {
    tag: 'yaml',
    begins: /^(?:apiVersion|kind):\s|^---\s*$/,
    goesOn: (line) => blankOrComment.test(line) || /^(?:\s+\S|-\s|---|\.\.\.\s*$|[a-z][A-Za-z]*:(?:\s|$))/.test(line),
  },
  {
    tag: 'dockerfile',
    begins: /^(?:FROM\s+(?:--platform=\S+\s+)?[^\s.,;]\S*(?:\s+AS\s+\S+)?|ARG\s+\w+(?:=\S*)?)\s*$/i,
    goesOn: (line, before) => blankOrComment.test(line) || instruction.test(line) || /\\\s*$/.test(before),
  },
  {
    tag: 'xml',
    begins: /^<(?:\?xml|configuration\b)/,
    goesOn: (line) => /^\s*(?:<.*|$)/.test(line) || /^\s+\S/.test(line),
  },
  {
    tag: 'properties',
    onlyInCode: true,
    begins: /^\[[\w.-]+\]\s*$/,
    goesOn: (line) => blankOrComment.test(line) || /^\s*(?:\[[\w.-]+\]|[\w.-]+\s*=)/.test(line),
  },
  {
    tag: 'literal',
    begins: /^(?:import type \{|export default\b)/,
    goesOn: (line, before) => !/^\}.*;?\s*$/.test(before) || line.trim() === '',
  },
  {
    tag: 'shell',
    begins: /^(?:!|\$\s)\s*\S/,
    goesOn: (line, before) => /^(?:!|\$\s|#|\s*$)/.test(line) || /\\\s*$/.test(before),
  },
  {
    tag: 'shell',
    onlyInCode: true,
    begins: command,
    goesOn: (line, before) => command.test(line) || blankOrComment.test(line) || /\\\s*$/.test(before),
  },
  {
    tag: 'python',
    onlyInCode: true,
    begins: /^(?:import \w|from [\w.]+ import |def \w+\(|class \w+|@\w+[.(])/,
    goesOn: (line) => !/^(?:apiVersion:|FROM\s|---\s*$)/.test(line),
  },
  {
    tag: 'typescript',
    onlyInCode: true,
    begins: /^(?:import\b.*from\s+['"]|(?:const|let) \w+\s*=|(?:async )?function \w+\()/,
    goesOn: (line) => !/^(?:apiVersion:|FROM\s|---\s*$)/.test(line),
  },
];

/** Commands as they are typed: without the marks that Jupyter and a transcript of a terminal put before them. */
export const asCommands = (text: string): string => text.replace(/^(?:!|\$ )[ \t]*/gm, '');
