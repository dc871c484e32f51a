/**
 * Whether an object of one namespace may be used by clients of another: `exportTo` absent or `*` shows it to all, `.` to
 * its own namespace, a name to that one.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService
 */
export function isVisible(exportTo: readonly string[] | undefined, owner: string, client: string): boolean {
  if (exportTo === undefined || exportTo.length === 0) return true;
  return exportTo.some((scope) => scope === '*' || scope === client || (scope === '.' && owner === client));
}
