import { type Block, blockIn, blocksIn, numberIn } from './blocks.ts';
import type { Judged } from './judged.ts';

/** Weights of the destinations of a rule: none is negative, and together they say who gets traffic. */
export function checkWeights(rule: Block, judged: Judged): void {
  let sum = 0;
  const routes = blocksIn(rule, 'route');
  for (const route of routes) {
    if (!blockIn(route, 'destination')) judged.refuse('noDestination', judged.at(route), {});
    const weight = numberIn(route, 'weight');
    if (weight < 0) judged.refuse('negativeWeight', judged.at(route, 'weight'), { weight });
    sum += weight;
  }
  if (routes.length > 1 && sum === 0) judged.refuse('zeroWeight', judged.key(rule, 'route'), {});
}
