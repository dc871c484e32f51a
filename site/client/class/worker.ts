import type { JudgeQuestion } from '../../shared/class-data.ts';
import { judge } from './judge.ts';

/** A script of its own: a worker of the page where it may have one, and a part of the page where it may not. */
if (typeof document === 'undefined') {
  addEventListener('message', ({ data: { id, ...question } }: MessageEvent<JudgeQuestion>) => {
    try {
      postMessage({ id, report: judge(question) });
    } catch (problem) {
      postMessage({ id, problem: String(problem) });
    }
  });
} else {
  (globalThis as { timonelJudge?: typeof judge }).timonelJudge = judge;
}
