import type { IContainer } from 'kubernetes-models/v1';
import type { ImageProfile } from '../images.ts';
import { list, text, texts } from '../read.ts';

/**
 * The command line a container starts with: `command` replaces the image's ENTRYPOINT *and* its CMD, `args` replaces
 * only CMD. `$(NAME)` stands for a variable of `env`; `$$(NAME)` for itself.
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/
 */
export function commandLine(container: IContainer, image: ImageProfile): readonly string[] {
  const command = texts(container.command);
  const args = texts(container.args);
  const variables = environment(container, image);
  const expanded = (words: readonly string[]) => words.map((word) => expand(word, variables));
  if (command.length > 0) return expanded([...command, ...args]);
  return [...image.entrypoint, ...(args.length > 0 ? expanded(args) : image.cmd)];
}

/** Whether the container runs exactly what its image was made to run. */
export function runsImageDefault(container: IContainer): boolean {
  return texts(container.command).length === 0 && texts(container.args).length === 0;
}

/** The variables whose value the manifest tells; one that comes from elsewhere is there with an unknown value. */
export function environment(container: IContainer, image: ImageProfile): ReadonlyMap<string, string | undefined> {
  const variables = new Map<string, string | undefined>(Object.entries(image.env));
  for (const { name, value, valueFrom } of list(container.env)) {
    if (text(name)) variables.set(name, valueFrom ? undefined : (text(value) ?? ''));
  }
  return variables;
}

function expand(word: string, variables: ReadonlyMap<string, string | undefined>): string {
  return word.replace(/\$\$|\$\(([A-Za-z_][\w.-]*)\)/g, (whole, name?: string) => {
    if (name === undefined) return '$';
    return variables.get(name) ?? whole;
  });
}
