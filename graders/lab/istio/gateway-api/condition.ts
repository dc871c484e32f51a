/** What a controller says about an object, or a part of it. */
export interface Condition {
  readonly type: string;
  readonly status: boolean;
  readonly reason: string;
  readonly message: string;
}

/** Why something is not as it should be, in the words of a condition. */
export interface Problem {
  readonly reason: string;
  readonly message: string;
}

export function condition(type: string, status: boolean, reason: string, message: string): Condition {
  return { type, status, reason, message };
}

/** A condition that is true unless there is a problem. */
export function unless(problem: Problem | undefined, type: string, reason: string, message: string): Condition {
  return problem ? condition(type, false, problem.reason, problem.message) : condition(type, true, reason, message);
}
