import type { Desk } from '../desk/desk.ts';
import type { Chart, Repository } from './chart.ts';
import { istio } from './charts/istio.ts';
import { linkerd } from './charts/linkerd.ts';

/** The repositories that the lab knows. Others can be added, and nobody knows what they hold. */
export const repositories: readonly Repository[] = [istio, linkerd];

export const repositoryAt = (url: string): Repository | undefined => {
  const wanted = url.replace(/\/+$/, '');
  return repositories.find((one) => one.url === wanted);
};

/** A chart that somebody names, or why there is none. */
export type Located =
  | { readonly chart: Chart }
  | { readonly error: string }
  /** It may well exist, and the lab does not have it. */
  | { readonly unknown: string };

/**
 * The chart behind `REPOSITORY/NAME`, or behind a name and `--repo`.
 * @param version as in `--version`; a range counts where the version there is lies in it
 * @see https://github.com/helm/helm/blob/main/pkg/downloader/chart_downloader.go (`ResolveChartVersion`)
 */
export function locate(
  { helm }: Desk,
  written: string,
  { version, url }: { readonly version: string | undefined; readonly url: string | undefined },
): Located {
  const name = written.trim();
  if (url !== undefined) return inRepository(url, name, version, url);
  if (/^(?:oci|https?):\/\//.test(name)) return { unknown: name };
  if (/^[./]/.test(name)) return { error: `path ${JSON.stringify(name)} not found` };
  const slash = name.indexOf('/');
  if (slash === -1) return { error: `non-absolute URLs should be in form of repo_name/path_to_chart, got: ${name}` };
  const repo = helm.repos.find((one) => one.name === name.slice(0, slash));
  if (!repo) return { error: `repo ${name.slice(0, slash)} not found` };
  return inRepository(repo.url, name.slice(slash + 1), version, repo.name);
}

function inRepository(url: string, name: string, version: string | undefined, called: string): Located {
  const repository = repositoryAt(url);
  if (!repository) return { unknown: `${called}/${name}` };
  const chart = repository.charts.find((one) => one.name === name);
  const others = otherCharts.get(repository.url);
  if (!chart && others?.has(name)) return { unknown: `${called}/${name}` };
  const isVersion = chart !== undefined && (version === undefined || allows(version, chart.version));
  if (chart && isVersion) return { chart };
  // Every release is in the repository, and the lab has one of them.
  if (chart && version !== undefined && /^[~^>=<v\d]/.test(version))
    return { unknown: `${called}/${name} --version ${version}` };
  return {
    error: `chart ${JSON.stringify(name)} matching ${version ?? ''} not found in ${called} index. (try 'helm repo update'): no chart name found`,
  };
}

/** Charts that the repositories hold and the lab does not. */
const otherCharts: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [istio.url, new Set(['ambient', 'default'])],
  [
    linkerd.url,
    new Set([
      'linkerd2-cni',
      'linkerd-jaeger',
      'linkerd-multicluster',
      'linkerd-multicluster-link',
      'linkerd2',
      'linkerd-failover',
      'linkerd-smi',
      'partials',
    ]),
  ],
]);

/** Whether a version lies in a range of one condition: `1.31.1`, `1.31`, `~1.31.0`, `^1.30.0`, `>=1.0.0`. */
export function allows(range: string, version: string): boolean {
  const [, sign = '', wanted = ''] = /^\s*(\^|~|>=|<=|>|<|=)?\s*v?([\d.]+)(?:\.[xX*])?\s*$/.exec(range) ?? [];
  if (wanted === '') return false;
  const have = numbers(version);
  const want = numbers(wanted);
  const order = compare(have, [want[0] ?? 0, want[1] ?? 0, want[2] ?? 0]);
  switch (sign) {
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '^':
      return order >= 0 && have[0] === want[0];
    case '~':
      return order >= 0 && have[0] === want[0] && (want.length < 2 || have[1] === want[1]);
    default:
      return want.every((part, index) => part === have[index]);
  }
}

const numbers = (version: string): readonly number[] => version.split('.').filter(Boolean).map(Number);

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < 3; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
