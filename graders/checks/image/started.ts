import type { Source } from '../../core/source.ts';
import { type BuiltImage, build, type ContextFile, pull, start } from '../../lab/image/index.ts';
import type { Submission } from '../submission.ts';

/** The files of the context as Docker would get them: those of a given folder, and the service beside the Dockerfile. */
export function contextOf({ given, answers, exercise }: Submission, folder = 'given'): readonly ContextFile[] {
  const prefix = `${folder.replace(/\/$/, '')}/`;
  const files = given
    .filter(({ path }) => path.startsWith(prefix))
    .map(({ path, text }) => ({ path: path.slice(prefix.length), text }))
    .filter(({ path }) => !exercise.answers.some(({ file }) => file === path));
  const own = answers.flatMap(({ text }, index) => {
    const answer = exercise.answers[index];
    return answer?.format === 'service' ? [{ path: answer.file, text }] : [];
  });
  return [...files, ...own];
}

/** Words that only start other words. */
const wrappers = /^(?:docker-entrypoint\.sh|tini|dumb-init|exec|env|sh|bash|ash|-c|--|-\w+|\w+=.*)$/;

/** What a container starts, with the files of its image whose content is known. */
export interface StartedFiles {
  /** Behind shells and init processes. */
  readonly argv: readonly string[];
  /** Working directory. */
  readonly folder: string;
  /** By absolute paths. */
  readonly files: readonly Source[];
}

/** What the answer's container starts; undefined when it does not, or not directly. */
export function startedFiles(submission: Submission): StartedFiles | undefined {
  const image = builtImage(submission);
  if (!image) return undefined;
  const { argv, workdir } = start(image).outcome;
  const words = argv.length === 3 && argv[1] === '-c' ? (argv[2] ?? '').trim().split(/\s+/) : argv;
  const first = words.findIndex((word) => !wrappers.test(word.slice(word.lastIndexOf('/') + 1)));
  const files = [...image.files.entries].flatMap(([path, { kind, content, layer }]) =>
    kind === 'file' && content !== undefined && layer >= 0 ? [{ path, text: content }] : [],
  );
  return first === -1 ? undefined : { argv: words.slice(first), folder: workdir, files };
}

/** Name of the program the answer's container starts, behind shells and init processes; undefined when it starts none. */
export function startedProgram(submission: Submission): string | undefined {
  const image = builtImage(submission);
  return image && programIn(start(image).outcome.argv);
}

/** The image of the answer's Dockerfile; undefined where there is none, or it cannot be built. */
function builtImage(submission: Submission): BuiltImage | undefined {
  const { images, answers } = submission.exercise;
  if (submission.syntax.length > 0 || !answers.some(({ format }) => format === 'dockerfile')) return undefined;
  const built = build(submission.dockerfile(), contextOf(submission), (reference) => pull(reference, images));
  return built.ok ? built.image : undefined;
}

/** Name of the program behind the shells and init processes of a command. */
export function programIn(argv: readonly string[]): string | undefined {
  const words = argv.flatMap((word) => word.trim().split(/\s+/));
  const names = words.map((word) => word.slice(word.lastIndexOf('/') + 1));
  return names.find((name) => name !== '' && !wrappers.test(name));
}
