import type { Finding } from '../core/finding.ts';

/** What a section earned, as a share of its points from 0 to 1, and what it missed. */
export interface Graded {
  readonly findings: readonly Finding[];
  readonly share: number;
}

/** The mean of scores between −1 and 1, never below 0. */
export function net(scores: readonly number[]): number {
  const sum = scores.reduce((total, score) => total + score, 0);
  return Math.max(0, sum / Math.max(1, scores.length));
}
