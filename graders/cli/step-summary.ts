import { appendFileSync } from 'node:fs';
import { fill } from '../core/messages.ts';
import type { Text } from '../core/text.ts';
import type { Context } from './io.ts';
import { printLines } from './print.ts';

/**
 * Adds to the summary that GitHub Actions shows below a step, where there is one.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
 */
export function addStepSummary(text: string, { env, err, lang }: Context): void {
  const file = env.GITHUB_STEP_SUMMARY ?? '';
  if (file === '') return;
  try {
    appendFileSync(file, text);
  } catch (problem) {
    printLines(err, [fill(notAdded, { code: (problem as NodeJS.ErrnoException).code ?? 'EIO' }, lang)]);
  }
}

const notAdded: Text = {
  es: 'No se ha podido escribir el resumen del paso (GITHUB_STEP_SUMMARY): {code}.',
  en: 'The summary of the step (GITHUB_STEP_SUMMARY) could not be written: {code}.',
};
