import { re2 } from '../../../core/re2/re2.ts';
import type { Desk } from '../desk/desk.ts';
import { beyond, type Call, type Outcome, printed } from '../tool/tool.ts';
import { allows, repositories, repositoryAt } from './catalog.ts';
import { asData, formatOf, table } from './print.ts';
import { fails, wants, wantsAtLeast } from './session.ts';

type Repo = Desk['helm']['repos'][number];

const withRepos = (desk: Desk, repos: readonly Repo[]): Desk => ({ ...desk, helm: { repos } });

/** `helm repo add NAME URL`. @see https://github.com/helm/helm/blob/main/pkg/cmd/repo_add.go */
export function add(call: Call): Outcome {
  const wrong = wants(call, 2, '[NAME] [URL]');
  if (wrong) return wrong;
  const { desk, flags } = call;
  const [name = '', url = ''] = call.operands;
  if (name.includes('/'))
    return fails(call, `repository name (${name}) contains '/', please specify a different name without '/'`);
  const before = desk.helm.repos.find((one) => one.name === name);
  if (before && !flags.on('force-update')) {
    if (before.url !== url)
      return fails(call, `repository name (${name}) already exists, please specify a different name`);
    return printed(desk, `${JSON.stringify(name)} already exists with the same configuration, skipping\n`);
  }
  if (!/^\w+:\/\//.test(url)) return fails(call, `could not find protocol handler for: `);
  if (!/^https?:\/\//.test(url))
    return fails(call, `could not find protocol handler for: ${url.slice(0, url.indexOf(':'))}`);
  if (!repositoryAt(url)) return beyond(call, noIndex(url));
  const others = desk.helm.repos.filter((one) => one.name !== name);
  return {
    ...printed(
      withRepos(desk, [...others, { name, url }]),
      `${JSON.stringify(name)} has been added to your repositories\n`,
    ),
    seconds: 1,
  };
}

/** Nothing is downloaded: what an address holds that is not in the catalogue nobody knows. */
function noIndex(url: string) {
  const known = repositories.map((one) => `\`${one.url}\``).join(', ');
  return {
    es: `El laboratorio no sabe qué hay en ${url}, y no descarga nada. Los repositorios que conoce son ${known}.`,
    en: `The lab does not know what is at ${url}, and downloads nothing. The repositories that it knows are ${known}.`,
  };
}

/** @see https://github.com/helm/helm/blob/main/pkg/cmd/repo_update.go */
export function update(call: Call): Outcome {
  const { repos } = call.desk.helm;
  if (repos.length === 0) return fails(call, 'no repositories found. You must add one before updating');
  const missing = call.operands.find((name) => !repos.some((one) => one.name === name));
  if (missing !== undefined)
    return fails(call, `no repositories found matching '${missing}'.  Nothing will be updated`);
  const wanted = repos.filter(({ name }) => call.operands.length === 0 || call.operands.includes(name));
  const lines = wanted.map(
    ({ name }) => `...Successfully got an update from the ${JSON.stringify(name)} chart repository\n`,
  );
  const text = `Hang tight while we grab the latest from your chart repositories...\n${lines.join('')}Update Complete. ⎈Happy Helming!⎈\n`;
  return { ...printed(call.desk, text), seconds: 1 };
}

/** @see https://github.com/helm/helm/blob/main/pkg/cmd/repo_list.go */
export function listRepos(call: Call): Outcome {
  const { repos } = call.desk.helm;
  const format = formatOf(call);
  const data = repos.map(({ name, url }) => ({ name, url }));
  if (format !== 'table') return printed(call.desk, asData(format, data));
  if (repos.length === 0) return printed(call.desk, '', 'no repositories to show\n');
  const rows = data.map(({ name, url }) => [name, url]);
  return printed(call.desk, table(call.flags.on('no-headers') ? rows : [['NAME', 'URL'], ...rows]));
}

/** @see https://github.com/helm/helm/blob/main/pkg/cmd/repo_remove.go */
export function removeRepos(call: Call): Outcome {
  const wrong = wantsAtLeast(call, 1, '[REPO1 [REPO2 ...]]');
  if (wrong) return wrong;
  let repos = call.desk.helm.repos;
  let stdout = '';
  if (repos.length === 0) return fails(call, 'no repositories configured');
  for (const name of call.operands) {
    const desk = withRepos(call.desk, repos);
    if (!repos.some((one) => one.name === name))
      return { ...fails({ ...call, desk }, `no repo named ${JSON.stringify(name)} found`), stdout };
    repos = repos.filter((one) => one.name !== name);
    stdout += `${JSON.stringify(name)} has been removed from your repositories\n`;
  }
  return printed(withRepos(call.desk, repos), stdout);
}

/** `helm search repo [KEYWORD]`. @see https://github.com/helm/helm/blob/main/pkg/cmd/search_repo.go */
export function searchRepo(call: Call): Outcome {
  const { desk, flags, operands } = call;
  if (desk.helm.repos.length === 0) return fails(call, 'no repositories configured');
  const term = operands.join(' ').toLowerCase();
  const pattern = flags.on('regexp') && operands.length > 0 ? re2(operands.join(' ')) : undefined;
  const wanted = flags.text('version');
  const found = desk.helm.repos
    .flatMap(({ name, url }) =>
      (repositoryAt(url)?.charts ?? []).map((chart) => ({ name: `${name}/${chart.name}`, chart })),
    )
    .map(({ name, chart }) => ({
      name,
      version: chart.version,
      app_version: chart.appVersion ?? '',
      description: chart.description,
      field: [name, chart.name, chart.description].findIndex((text) =>
        pattern ? pattern.matchesIn(text) : text.toLowerCase().includes(term),
      ),
    }))
    .filter(({ field, version }) => field !== -1 && (wanted === undefined || allows(wanted, version)))
    .sort((a, b) => a.field - b.field || (a.name < b.name ? -1 : 1));
  if (found.length === 0 && flags.on('fail-on-no-result')) return fails(call, 'no results found');
  const data = found.map(({ field: _, ...shown }) => shown);
  const format = formatOf(call);
  if (format !== 'table') return printed(desk, asData(format, data));
  if (found.length === 0) return printed(desk, 'No results found\n');
  const head = ['NAME', 'CHART VERSION', 'APP VERSION', 'DESCRIPTION'];
  return printed(
    desk,
    table([head, ...data.map((one) => Object.values(one))], Number(flags.text('max-col-width') ?? 50)),
  );
}
