import { describe, expect, it } from 'vitest';
import { Budget, OutOfBudget } from './budget.ts';

/** How many steps a budget gives before it ends. */
function stepsOf(budget: Budget): number {
  for (let steps = 0; ; steps++) {
    try {
      budget.spend('steps');
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(OutOfBudget);
      return steps;
    }
  }
}

describe('the budget of a world', () => {
  it('is that of one container, whoever uses it, and leaves each what it needs to start', () => {
    const world = new Budget();
    const [first, second, third] = [new Budget(world), new Budget(world), new Budget(world)];
    const alone = stepsOf(new Budget());
    expect(stepsOf(first)).toBe(alone);
    expect(stepsOf(second)).toBeLessThan(200);
    expect(stepsOf(second)).toBe(0);
    const little = stepsOf(third);
    expect(little).toBeGreaterThan(20);
    expect(stepsOf(third.another())).toBe(little);
  });

  it('goes to the next container as far as the one before has left it', () => {
    const world = new Budget();
    const alone = stepsOf(new Budget());
    new Budget(world).spend('steps', alone / 2);
    const rest = stepsOf(new Budget(world));
    expect(rest).toBeLessThan(alone);
    expect(rest).toBeGreaterThan(alone / 2);
  });
});
