import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { launcher } from '../../cli/testing/launcher.ts';
import { type AuthoredExercise, readReference, readVariants, type Variant } from '../../course/solutions.ts';
import { comment } from './comment.ts';
import { AnsweredCourse } from './course.ts';
import type { Measurement } from './row.ts';
import { saySlowest, Timings } from './timing.ts';

const saves = 40;
const warming = 12;
const goal = 50;

/** Between two saves nobody waits for anything. Milliseconds. */
const pause = 40;

/**
 * Saves in a session that runs, over right and wrong answers in turn: from the file on the disk until the last line of its result is printed,
 * the time included that the watcher waits for the rest of a save. A service is saved without a change of its own: to run it has its row.
 */
export function savedInSession(root: string): Measurement {
  return {
    what: 'timonel start, warm: a saved file to its printed result: p50 / p95 of the slowest, and those above the goal',
    goal: `p95 ≤ ${goal} ms`,
    async measure() {
      const course = new AnsweredCourse(root);
      const session = new RunningSession(course.root);
      try {
        await session.isReady();
        const all = new Map<string, Timings>();
        for (const exercise of course.exercises) {
          const variants = variantsOf(root, exercise);
          const times: number[] = [];
          for (let index = 0; index < saves; index++) {
            const answers = variants[index % variants.length]?.answers ?? [];
            const time = await session.printed(() => course.save(exercise, marked(exercise, answers, index)));
            if (index >= warming) times.push(time);
            await wait(pause);
          }
          all.set(exercise.folder.slice(0, 2), new Timings(times));
        }
        return saySlowest(all, goal);
      } finally {
        await session.end();
        course.remove();
      }
    },
  };
}

function variantsOf(root: string, exercise: AuthoredExercise): readonly Variant[] {
  const reference = readReference(root, exercise);
  const serviceOf = ({ answers }: Variant): string | undefined =>
    answers.find((_, index) => exercise.spec.answers[index]?.format === 'service')?.text;
  const rejected = readVariants(root, exercise, 'rejected').filter((one) => serviceOf(one) === serviceOf(reference));
  return [reference, ...rejected];
}

/** An answer that nobody saved before. */
function marked({ spec }: AuthoredExercise, answers: Variant['answers'], index: number): Variant['answers'] {
  return answers.map((answer, position) => {
    const isService = spec.answers[position]?.format === 'service';
    return isService ? answer : { ...answer, text: `${answer.text}\n${comment(answer.path, `${index}`)}\n` };
  });
}

/** `timonel start` over a course, printing lines one after another. */
class RunningSession {
  private readonly child: ChildProcess;
  private said = '';
  private heard: () => void = () => {};

  constructor(root: string) {
    const args = [launcher, 'start', '--plain', '--port', '0', '--lang', 'en', '--course', root];
    this.child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
    const hear = (text: string): void => {
      this.said += text;
      this.heard();
    };
    this.child.stdout?.setEncoding('utf8').on('data', hear);
    this.child.once('close', (code) => hear(`\nthe session ended with ${code}\n`));
  }

  /** Every answer is graded, and the pages are built: nothing else runs. */
  async isReady(): Promise<void> {
    await this.says(/^(?:The pages (?:are|could not)|the session ended).*$/m);
  }

  /** @returns milliseconds from the end of a save until its result is printed */
  async printed(save: () => void): Promise<number> {
    this.said = '';
    save();
    const began = performance.now();
    await this.says(/^End of what was graded.*$/m);
    return performance.now() - began;
  }

  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('close', resolve));
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    await ended;
  }

  private async says(wanted: RegExp): Promise<void> {
    while (!wanted.test(this.said)) {
      if (this.said.includes('the session ended')) throw new Error(this.said.trim());
      await new Promise<void>((resolve) => {
        this.heard = resolve;
      });
    }
  }
}
