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

const alone = stepsOf(new Budget());
/** What a container gets of a world that has nothing left. */
const little = (() => {
  const world = new Budget();
  stepsOf(new Budget(world));
  stepsOf(new Budget(world));
  return stepsOf(new Budget(world));
})();

describe('a budget', () => {
  it('is over for every resource when one is spent', () => {
    const budget = new Budget();
    stepsOf(budget);
    expect(() => budget.spend('bytes', 0)).toThrow(OutOfBudget);
  });

  it('gives all it has, and nothing more', () => {
    expect(() => new Budget().spend('steps', alone)).not.toThrow();
    expect(() => new Budget().spend('steps', alone + 1)).toThrow(OutOfBudget);
  });
});

describe('the budget of a world', () => {
  it('lets one container use as much as it could alone, and leaves each other what it needs to start', () => {
    const world = new Budget();
    expect(stepsOf(new Budget(world))).toBe(alone);
    expect(stepsOf(new Budget(world))).toBe(2 * little);
    const last = new Budget(world);
    expect(stepsOf(last)).toBe(little);
    expect(stepsOf(last.another())).toBe(little);
    expect(little).toBeGreaterThan(20);
  });

  it('goes to the next container as far as the one before has left it', () => {
    const world = new Budget();
    new Budget(world).spend('steps', alone / 2);
    expect(stepsOf(new Budget(world))).toBe(little + alone - (alone / 2 - little));
  });

  it('is not touched by what is free, to the last step', () => {
    const world = new Budget();
    new Budget(world).spend('steps', little);
    expect(() => world.spend('steps', alone)).not.toThrow();
  });
});
