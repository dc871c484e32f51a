import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { readExercise, readReference } from '../course/solutions.ts';
import { checkKinds } from '../generated/kinds.ts';
import { readSubmission } from '../submission.ts';
import { comment } from './bench/comment.ts';

const root = process.cwd();

/** A check that looks at more than it needs comes to its verdict anew for each answer of a class, and nothing else would tell. */
it.each(['05-deployment-y-service', '27-desplegar-el-servicio', '28-istio-dos-versiones', '29-observabilidad'])(
  'no check of %s looks at the comments at the end of a file',
  (folder) => {
    const exercise = readExercise(root, folder);
    if (!exercise) throw new Error(`no exercise in ${folder}`);
    const answers = readReference(root, exercise).answers.map(({ path, text }) => ({
      path: basename(path),
      text: `${text.trimEnd()}\n${comment(path, 'uno')}\n`,
    }));
    const submission = readSubmission(exercise, answers);
    for (const spec of exercise.spec.checks) {
      const { looked } = submission.looking(() => checkKinds[spec.kind].check(spec as never, submission));
      expect([spec.id, looked.filter((part) => part.startsWith('text '))]).toEqual([spec.id, []]);
      expect(looked.map((part) => submission.says(part))).not.toContain(undefined);
    }
  },
);
