import type { IContainer } from 'kubernetes-models/v1';
import type { ImageProfile } from '../images.ts';
import { list, text, texts } from '../read.ts';

/**
 * The command line a container starts with: `command` replaces the image's ENTRYPOINT *and* its CMD, `args` replaces
 * only CMD. `$(NAME)` stands for a variable of `env`, not for one of the image; `$$(NAME)` for itself.
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/
 */
export function commandLine(container: IContainer, image: ImageProfile): readonly string[] {
  const command = texts(container.command);
  const args = texts(container.args);
  const variables = declared(container);
  const expanded = (words: readonly string[]) => words.map((word) => expand(word, variables));
  if (command.length > 0) return expanded([...command, ...args]);
  return [...image.entrypoint, ...(args.length > 0 ? expanded(args) : image.cmd)];
}

/** The variables whose value the image or the manifest tells; one that comes from elsewhere has an unknown value. */
export function environment(container: IContainer, image: ImageProfile): ReadonlyMap<string, string | undefined> {
  return new Map([...Object.entries(image.env), ...declared(container)]);
}

/**
 * The variables of `env`. A value may name those before it.
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
 */
function declared(container: IContainer): ReadonlyMap<string, string | undefined> {
  const variables = new Map<string, string | undefined>();
  const isUnknown = (name: string) =>
    variables.has(name)
      ? variables.get(name) === undefined
      : list(container.envFrom).length > 0 || ofService.test(name);
  for (const { name, value, valueFrom } of list(container.env)) {
    if (!text(name)) continue;
    const written = text(value) ?? '';
    const isTold = !valueFrom && !namesIn(written).some(isUnknown);
    variables.set(name, isTold ? expand(written, variables) : undefined);
  }
  return variables;
}

/** Variables that the kubelet makes for the Services of a namespace. */
export const ofService = /_SERVICE_(?:HOST|PORT)|_PORT(?:_|$)/;

const reference = /\$\$|\$\(([^)]{0,253})\)/g;

function namesIn(word: string): readonly string[] {
  return [...word.matchAll(reference)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

function expand(word: string, variables: ReadonlyMap<string, string | undefined>): string {
  return word.replace(reference, (whole, name?: string) => {
    if (name === undefined) return '$';
    return variables.get(name) ?? whole;
  });
}
