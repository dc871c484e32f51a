import type { GradedExercise } from '../classroom/notebook/feedback-cell.ts';
import { answerFiles, type NotebookAnswers } from '../classroom/notebook/read.ts';
import { continued } from '../continued.ts';
import type { Source } from '../core/source.ts';
import type { Exercise } from '../exercise.ts';
import { failed, grade } from '../grade.ts';
import { textsOf } from '../render/places.ts';
import { observe } from './service/observe.ts';

/**
 * Grades what a notebook answers, on top of what every answer is at the start.
 * @param runCode its service may be run, in the cage; otherwise that part is left to a person
 */
export function gradeNotebook(
  answers: readonly NotebookAnswers[],
  course: readonly Exercise[],
  { runCode }: { readonly runCode: boolean },
): readonly GradedExercise[] {
  const byId = new Map(answers.map((one) => [one.exercise.spec.id, one]));
  const filesOf = (exercise: Exercise) => withStarter(exercise, byId.get(exercise.spec.id));
  return course.map((exercise) => {
    const { continues } = exercise.spec;
    const before = course.find(({ spec }) => spec.id === continues?.exercise);
    const earlier = before ? filesOf(before).filter(({ path }) => continues?.files.includes(path)) : [];
    const own = continued(exercise, earlier);
    const files = filesOf(exercise);
    return { report: graded(own, files, runCode), textOf: textsOf([...own.given, ...files]) };
  });
}

function withStarter({ spec, starter }: Exercise, answers: NotebookAnswers | undefined): readonly Source[] {
  const changed = answers ? answerFiles(answers, starter, () => undefined) : [];
  return spec.answers.map(({ file }, index) => {
    const text = changed.find(({ path }) => path === file)?.text ?? starter[index]?.text ?? '';
    return { path: file, text };
  });
}

function graded(exercise: Exercise, files: readonly Source[], runCode: boolean) {
  try {
    return grade(exercise, files, runCode ? observe(exercise, files) : {});
  } catch (problem) {
    return failed(exercise, files, problem);
  }
}
