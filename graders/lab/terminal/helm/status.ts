import { calendarTime } from '../desk/time.ts';
import { asYaml } from './print.ts';
import type { Release } from './store.ts';

/** What is shown of a release besides its head. */
export interface Shown {
  readonly notes: string;
  /** Of a dry run: what it would do. */
  readonly pending?: 'install' | 'upgrade';
  /** Of a dry run, and of `helm get all`. */
  readonly manifest?: string;
  /** `helm get all`: the chart, the values that were given, and all of them. */
  readonly values?: { readonly given: unknown; readonly computed: unknown };
}

/** A release as `helm status` and `helm install` show it. @see https://github.com/helm/helm/blob/main/pkg/cmd/status.go (`WriteTable`) */
export function statusText(
  { name, updated, namespace, status, revision, description, chart, version, appVersion }: Release,
  { notes, pending, manifest, values }: Shown,
): string {
  const lines = [
    `NAME: ${name}`,
    `LAST DEPLOYED: ${calendarTime(updated)}`,
    `NAMESPACE: ${namespace}`,
    `STATUS: ${pending === undefined ? status : `pending-${pending}`}`,
    `REVISION: ${revision}`,
    ...(values ? [`CHART: ${chart}`, `VERSION: ${version}`, `APP_VERSION: ${appVersion}`] : []),
    `DESCRIPTION: ${description}`,
    'TEST SUITE: None',
    ...(values ? ['USER-SUPPLIED VALUES:', asYaml(values.given), 'COMPUTED VALUES:', asYaml(values.computed)] : []),
    ...(manifest === undefined ? [] : ['HOOKS:', `MANIFEST:\n${manifest}`]),
    ...(notes === '' ? [] : [`NOTES:\n${notes.trim()}`]),
  ];
  return `${lines.join('\n')}\n`;
}
