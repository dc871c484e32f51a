/**
 * A copy of written data with some fields changed, as admission changes a pod. What is not changed is read from the
 * original, and so is the place where everything was written.
 */
export function derive<T extends object>(written: T, changes: Partial<T>): T {
  return Object.assign(Object.create(written) as T, changes);
}
