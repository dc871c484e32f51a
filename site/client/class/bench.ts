import type { ExerciseJson } from '../../../graders/render/json.ts';
import type { JudgeQuestion } from '../../shared/class-data.ts';
import type { Scripts } from '../scripts.ts';
import type { judge } from './judge.ts';

declare global {
  interface Window {
    timonelJudge?: typeof judge;
  }
}

interface Verdict {
  readonly id: number;
  readonly report?: ExerciseJson;
  readonly problem?: string;
}

/** Milliseconds for one answer: a hostile one costs itself, and nobody else. */
const patience = 15_000;

/** Grades one answer after the other, in a worker where the browser gives one to this page. */
export class Bench {
  private worker: Worker | undefined;
  private asked = 0;

  constructor(
    private readonly scripts: Scripts,
    private readonly address: string,
    private usesWorker = location.protocol !== 'file:' && 'Worker' in window,
  ) {}

  /**
   * Grades an answer.
   * @returns undefined where that takes too long, or breaks
   * @throws where the script that grades cannot be read
   */
  async grade(question: Omit<JudgeQuestion, 'id'>): Promise<ExerciseJson | undefined> {
    const worker = this.start();
    return worker ? this.inWorker(worker, question) : this.here(question);
  }

  /** Ends what is under way. */
  close(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }

  private start(): Worker | undefined {
    if (!this.usesWorker) return undefined;
    try {
      this.worker ??= this.scripts.worker(this.address);
      return this.worker;
    } catch {
      this.usesWorker = false;
      return undefined;
    }
  }

  private inWorker(worker: Worker, question: Omit<JudgeQuestion, 'id'>): Promise<ExerciseJson | undefined> {
    const id = this.asked++;
    return new Promise((resolve) => {
      const end = (report: ExerciseJson | undefined, isLost: boolean) => {
        clearTimeout(timer);
        worker.removeEventListener('message', hear);
        worker.removeEventListener('error', fail);
        if (isLost) this.close();
        resolve(report);
      };
      const hear = ({ data }: MessageEvent<Verdict>) => data.id === id && end(data.report, false);
      const fail = () => end(undefined, true);
      const timer = setTimeout(fail, patience);
      worker.addEventListener('message', hear);
      worker.addEventListener('error', fail);
      worker.postMessage({ id, ...question } satisfies JudgeQuestion);
    });
  }

  private async here(question: Omit<JudgeQuestion, 'id'>): Promise<ExerciseJson | undefined> {
    await this.scripts.load(this.address);
    // The page stays alive between two answers.
    await new Promise((resolve) => setTimeout(resolve));
    try {
      return window.timonelJudge?.(question);
    } catch (problem) {
      console.error(problem);
      return undefined;
    }
  }
}
