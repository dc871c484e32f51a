import { describe, expect, it } from 'vitest';
import type { CheckPicture } from './checks/drawn/picture.ts';
import { readExercise, source } from './course/solutions.ts';
import { branchOfCheck, pictureOfAnswer } from './picture.ts';
import { thorough } from './vitest/quick.ts';

/** The pictures of the checks of a reference answer, with text of its first file replaced. */
function seen(folder: string, ...changes: readonly (readonly [string, string])[]) {
  const exercise = readExercise(process.cwd(), folder);
  if (!exercise) throw new Error(`no ${folder}`);
  const answers = exercise.spec.answers.map(({ file }) => {
    return { path: file, text: source(process.cwd(), `solutions/${folder}/${file}`).text };
  });
  const [first, ...others] = answers;
  if (!first) throw new Error('no answer');
  const text = changes.reduce((all, [from, to]) => all.replace(from, to), first.text);
  return pictureOfAnswer(exercise, [{ ...first, text }, ...others]);
}

function only<Kind extends CheckPicture['kind']>(kind: Kind, ...asked: Parameters<typeof seen>) {
  const found = seen(...asked)?.checks.map(({ picture }) => picture) ?? [];
  return found.filter((picture): picture is Extract<CheckPicture, { kind: Kind }> => picture.kind === kind);
}

describe('what a check looked at', () => {
  it('is every moment of an update, with what was decided', () => {
    const [works, broken] = only('rollout', '27-desplegar-el-servicio');
    expect(works?.moments.map(({ oldReady, newReady, newPods }) => `${oldReady} ${newReady}/${newPods}`)).toEqual([
      ...['1 0/0', '1 0/1', '1 1/1', '0 1/1'],
    ]);
    expect(works?.moments.map(({ hops }) => hops.length)).toEqual([1, 0, 0, 1]);
    expect([broken?.image, broken?.end]).toEqual(['averia:1.0', 'stuck']);
  });

  it('is another from a moment on, where something else is done then', () => {
    const folder = '27-desplegar-el-servicio';
    const exercise = readExercise(process.cwd(), folder);
    if (!exercise) throw new Error(`no ${folder}`);
    const answers = exercise.spec.answers.map(({ file }) => {
      return { path: file, text: source(process.cwd(), `solutions/${folder}/${file}`).text };
    });
    const undone = branchOfCheck(exercise, answers, 'version-rota', { kind: 'rollout', at: 600, does: { undo: true } });
    const { moments = [], end, shared = 0 } = undone?.kind === 'rollout' ? undone : {};
    expect([end, moments[shared - 1]?.newPods, moments.at(-1)?.newPods]).toEqual(['complete', 1, 0]);
    const image = { kind: 'rollout', at: 0, does: { image: 'tareas:1.1' } } as const;
    expect(branchOfCheck(exercise, answers, 'version-rota', image)).toMatchObject({ end: 'complete' });
    expect(branchOfCheck(exercise, answers, 'nadie', image)).toBeUndefined();
  });

  it('is every look of an autoscaler, with what led to its decision', () => {
    const folder = '06-escalado-automatico';
    const [scaled] = only('autoscaling', folder);
    expect(scaled?.moments.length).toBe(161);
    const rise = scaled?.moments.find(({ at }) => at === 300);
    expect(rise).toMatchObject({ ready: 2, percent: 300 });
    expect(rise && rise.replicas > rise.ready && rise.hops.length > 0).toBe(true);
    const [held] = only('autoscaling', folder, ['maxReplicas: 12', 'maxReplicas: 3']);
    expect(Math.max(...(held?.moments ?? []).map(({ replicas }) => replicas))).toBe(3);
  });

  thorough('is every instant of a migration, and goes on after the first loss', () => {
    const folder = '19-plan-de-migracion';
    const early = [
      "    'etiquetar-tienda',\n",
      "    'autorizar-a-los-observados',\n    'etiquetar-tienda',\n",
    ] as const;
    const [there] = only('migration', folder, early);
    const lost = there?.steps.map(({ number, instants }) => [number, instants.map((one) => one.length)]);
    expect(lost?.slice(5, 9)).toEqual([
      [6, [0, 0]],
      [7, [2]],
      [8, [2]],
      [9, [2, 2, 1]],
    ]);
    expect([there?.steps.length, there?.left]).toEqual([16, 0]);
    const [first] = there?.steps[6]?.instants[0] ?? [];
    expect(there?.flows[first?.flow ?? -1]).toEqual({ from: 'tienda/pedidos', to: 'http://pagos.pagos/' });
    expect(first?.trace.hops.at(-1)?.stage).toBe('authorization');
  });

  it('ends a migration where a step cannot be taken, and counts what is left', () => {
    const [there] = only('migration', '19-plan-de-migracion', ["    'instalar-istio-con-cni',\n", '']);
    expect(there?.steps.map(({ refused }) => refused)).toEqual([true]);
    expect(there?.left).toBe(13);
  });

  it('is the layers of an image, once, with what a change of each file builds again', () => {
    const [image, ...others] = only('layers', '02-dockerfile-hola-mundo');
    expect(others).toEqual([]);
    expect(image?.layers.map(({ text }) => text)).toEqual(['WORKDIR /app', 'COPY hola.py .']);
    expect(image?.edits).toEqual([{ file: 'hola.py', again: [false, true] }]);
    expect(image?.base?.reference).toMatch(/python:/);
    expect(image?.class).toBe('small');
  });

  it('knows which layers stay in a stage that is only copied from', () => {
    const two =
      'FROM python:3.14-slim AS taller\nWORKDIR /obra\nCOPY hola.py .\nFROM python:3.14-slim\nWORKDIR /app\nCOPY --from=taller /obra/hola.py .';
    const [image] = only('layers', '02-dockerfile-hola-mundo', [
      'FROM python:3.14-slim\nWORKDIR /app\nCOPY hola.py .',
      two,
    ]);
    expect(image?.layers.map(({ bytes }) => bytes !== undefined)).toEqual([false, false, true, true]);
  });

  it('is nothing where the answer does not get that far', () => {
    expect(only('layers', '02-dockerfile-hola-mundo', ['COPY hola.py', 'COPY nada.py'])).toEqual([]);
    expect(only('autoscaling', '06-escalado-automatico', ['kind: Deployment', 'kind: StatefulSet'])).toEqual([]);
    expect(seen('19-plan-de-migracion', ['plan: [', 'plan: ['.repeat(2)])).toBeUndefined();
  });
});
