import { ansi } from './print.ts';
import type { Release } from './store.ts';

/** A release as `helm status` and `helm install` show it. @see https://github.com/helm/helm/blob/main/pkg/cmd/status.go (`WriteTable`) */
export function statusText(
  { name, updated, namespace, status, revision, description }: Release,
  { notes, manifest }: { readonly notes: string; readonly manifest?: string },
): string {
  const lines = [
    `NAME: ${name}`,
    `LAST DEPLOYED: ${ansi(updated)}`,
    `NAMESPACE: ${namespace}`,
    `STATUS: ${manifest === undefined ? status : 'pending-install'}`,
    `REVISION: ${revision}`,
    `DESCRIPTION: ${description}`,
    'TEST SUITE: None',
    ...(manifest === undefined ? [] : ['HOOKS:', `MANIFEST:\n${manifest}`]),
    ...(notes === '' ? [] : [`NOTES:\n${notes.trim()}`]),
  ];
  return `${lines.join('\n')}\n`;
}
