import type { Resource } from '../../model/manifests/manifests.ts';

/**
 * Who may use a Service, by its annotation.
 * @see https://istio.io/latest/docs/reference/config/annotations/#NetworkingExportTo
 */
export function exportedTo({ metadata }: Pick<Resource, 'metadata'>): readonly string[] | undefined {
  const annotated = metadata.annotations?.['networking.istio.io/exportTo'];
  return typeof annotated === 'string' ? annotated.split(',').map((scope) => scope.trim()) : undefined;
}

/**
 * Whether an object of one namespace may be used by clients of another: `exportTo` absent or `*` shows it to all, `.` to
 * its own namespace, a name to that one.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService
 */
export function isVisible(exportTo: readonly string[] | undefined, owner: string, client: string): boolean {
  if (exportTo === undefined || exportTo.length === 0) return true;
  return exportTo.some((scope) => scope === '*' || scope === client || (scope === '.' && owner === client));
}

/**
 * Where `istiod` lists an object that a client sees, of those that compete: first what its own namespace keeps for itself,
 * then what is exported to it by name, and last what is for all.
 * @see https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration
 */
export function exportRank(exportTo: readonly string[] | undefined, owner: string, client: string): number {
  if (exportTo === undefined || exportTo.length === 0 || exportTo.includes('*')) return 2;
  return owner === client ? 0 : 1;
}
