import type { IContainer, IEnvFromSource } from 'kubernetes-models/v1';
import type { ImageProfile } from '../images.ts';
import { list, text, texts } from '../read.ts';
import { entriesAtStart, type Sources, valueFrom } from './values.ts';

/** A container and where the values of its variables come from. */
export interface Telling extends Sources {
  readonly container: IContainer;
  readonly image: ImageProfile;
}

/**
 * The command line a container starts with: `command` replaces the image's ENTRYPOINT *and* its CMD, `args` replaces
 * only CMD. `$(NAME)` stands for a variable of `env`, not for one of the image; `$$(NAME)` for itself.
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/
 */
export function commandLine(told: Telling): readonly string[] {
  const { container, image } = told;
  const command = texts(container.command);
  const args = texts(container.args);
  const variables = declared(told);
  const expanded = (words: readonly string[]) => words.map((word) => expand(word, variables));
  if (command.length > 0) return expanded([...command, ...args]);
  return [...image.entrypoint, ...(args.length > 0 ? expanded(args) : image.cmd)];
}

/** The variables whose value the image or the manifest tells; one that nobody can read has an unknown value. */
export function environment(told: Telling): ReadonlyMap<string, string | undefined> {
  return new Map([...Object.entries(told.image.env), ...declared(told)]);
}

/** Whether nobody knows all that the container takes from elsewhere. */
export const takesUnknown = ({ container, ...sources }: Telling): boolean =>
  list(container.envFrom).some((from) => takenFrom(from, sources) === undefined);

/**
 * The variables of `envFrom` and `env`. A value may name those before it.
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
 */
function declared(told: Telling): ReadonlyMap<string, string | undefined> {
  const { container, ...sources } = told;
  const variables = new Map<string, string | undefined>(
    list(container.envFrom).flatMap((from) => takenFrom(from, sources) ?? []),
  );
  const mayTakeMore = takesUnknown(told);
  const isUnknown = (name: string) =>
    variables.has(name) ? variables.get(name) === undefined : mayTakeMore || ofService.test(name);
  for (const { name, value, valueFrom: source } of list(container.env)) {
    if (!text(name)) continue;
    if (source) {
      const found = valueFrom(source, sources);
      if (found !== 'absent') variables.set(name, found);
      continue;
    }
    const written = text(value) ?? '';
    variables.set(name, namesIn(written).some(isUnknown) ? undefined : expand(written, variables));
  }
  return variables;
}

/** What `envFrom` takes, each with its prefix; undefined where nobody knows what is there. */
function takenFrom(
  { prefix, configMapRef, secretRef }: IEnvFromSource,
  sources: Sources,
): readonly (readonly [name: string, value: string | undefined])[] | undefined {
  const known = entriesAtStart(configMapRef ? 'ConfigMap' : 'Secret', (configMapRef ?? secretRef)?.name, sources);
  if (known === undefined) return undefined;
  const entries = known === 'absent' ? [] : [...known];
  return entries.map(([key, { content }]) => [`${text(prefix) ?? ''}${key}`, content] as const);
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
