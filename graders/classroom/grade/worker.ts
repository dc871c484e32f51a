import { parentPort, workerData } from 'node:worker_threads';
import { gradeFiles } from '../../cli/grading.ts';
import { continued } from '../../continued.ts';
import { type OpenedExercise, openExercise } from '../../course/exercises.ts';
import { listFolders } from '../../course/folders.ts';
import { openPersonal, personalWith } from '../../course/parameters/personal.ts';
import { KeptJson } from '../../render/kept-json.ts';
import { textsOf } from '../../render/places.ts';
import type { Job, Outcome, Setup } from './job.ts';

/** What runs in a worker thread: grades one answer after the other, for as long as there are any. */
export function work(): void {
  const setup = workerData as Setup;
  const folders = new Map(listFolders(setup.root).map((folder) => [folder.name, folder]));
  const opened = new Map<string, OpenedExercise>();
  const exerciseIn = (name: string): OpenedExercise => {
    const folder = folders.get(name);
    if (!folder) throw new Error(`there is no exercise ${name}`);
    const exercise = opened.get(name) ?? openExercise(setup.root, folder, setup.build);
    opened.set(name, exercise);
    return exercise;
  };
  const json = new KeptJson(setup.lang);
  parentPort?.on('message', (job: Job) => parentPort?.postMessage(outcomeOf(job, exerciseIn(job.folder), setup, json)));
}

function outcomeOf(job: Job, common: OpenedExercise, { runsCode, decisions }: Setup, json: KeptJson): Outcome {
  const { files, earlier, values } = job;
  const spec = common.exercise?.spec;
  const opened = values && spec ? openPersonal(common, personalWith(spec, new Map(values))) : common;
  const exercise = opened.exercise && continued(opened.exercise, earlier);
  const own = exercise ? { ...opened, exercise } : opened;
  const { report, sources } = gradeFiles(own, files, { decisions, ...(!runsCode && { observed: {} }) });
  return { report: json.exercise(report, textsOf(sources)) };
}
