import { build, type ContextFile, pull, rebuild } from '../../../lab/image/index.ts';
import { readDockerfile } from '../../../model/dockerfile/read.ts';
import { type Given, givenFile } from '../../given.ts';
import { scenarioKind } from '../../scenario.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'rebuild',
  run({ dockerfile: path, context: folder = path.slice(0, path.lastIndexOf('/')), edit }, given) {
    const { exercise } = given;
    const { dockerfile } = readDockerfile(givenFile(given, path));
    const built = (context: readonly ContextFile[]) => {
      const answer = build(dockerfile, context, (reference) => pull(reference, exercise.images));
      if (!answer.ok) throw new Error(`${path} does not build: ${answer.refusal.kind}`);
      return answer.steps;
    };
    const context = contextIn(given, folder);
    const changed = context.map((file) => (edit.includes(file.path) ? { ...file, text: `${file.text}#\n` } : file));
    const { rebuilt, hops } = rebuild(built(context), built(changed));
    const again = rebuilt.map(({ cached }) => !cached);
    const rerun = again.filter(Boolean).length;
    return { hops, outcome: { rerun, cached: again.length - rerun, again } };
  },
});

function contextIn({ given }: Given, folder: string): readonly ContextFile[] {
  return given
    .filter(({ path }) => path.startsWith(`${folder}/`))
    .map(({ path, text }) => ({ path: path.slice(folder.length + 1), text }));
}
