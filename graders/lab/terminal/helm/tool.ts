import { absent, silent } from '../tool/declare.ts';
import type { Command, Flag, Tool } from '../tool/tool.ts';
import { chartBeyond, chartFlags } from './ask.ts';
import { repositoryAt } from './catalog.ts';
import { install } from './install.ts';
import { getAll, getHooks, getManifest, getMetadata, getNotes, getValues, history, list, status } from './look.ts';
import { refuses } from './refuses.ts';
import { add, listRepos, removeRepos, searchRepo, update } from './repo.ts';
import { everywhere } from './session.ts';
import { showChart, showValues, template } from './show.ts';
import { releasesOf } from './store.ts';
import { uninstall } from './uninstall.ts';
import { rollback, upgrade } from './upgrade.ts';
import { valueFlags } from './values.ts';
import { release, version } from './version.ts';

const output: Flag = { name: 'output', short: 'o', value: 'text', offers: ['table', 'json', 'yaml'] };
const dryRun: Flag = { name: 'dry-run', value: 'text', bare: 'unset', offers: ['client', 'server'] };
const wait: Flag = {
  name: 'wait',
  value: 'text',
  bare: 'watcher',
  offers: ['watcher', 'legacy', 'hookOnly'],
  says: { es: 'Espera a que todo esté listo', en: 'Wait until everything is ready' },
};
const timeout: Flag = { name: 'timeout', value: 'duration' };
const hideNotes: Flag = { name: 'hide-notes' };
const description: Flag = { name: 'description', value: 'text' };
const revision: Flag = { name: 'revision', value: 'number' };
const createNamespace: Flag = {
  name: 'create-namespace',
  says: { es: 'Crea el espacio de nombres si no existe', en: 'Create the namespace if it does not exist' },
};

const ofCharts: Command['offers'] = (desk) =>
  desk.helm.repos.flatMap(({ name, url }) => (repositoryAt(url)?.charts ?? []).map((chart) => `${name}/${chart.name}`));
const ofReleases: Command['offers'] = (desk) =>
  desk.clusters.flatMap(({ live }) => [...new Set(releasesOf({ live }).map(({ name }) => name))]);
const ofRepos: Command['offers'] = ({ helm }) => helm.repos.map(({ name }) => name);

const modelled = {
  es: 'De los charts de Istio (base, istiod, gateway, cni, ztunnel) y de Linkerd (linkerd-crds, linkerd-control-plane, linkerd-viz). Los manifiestos tienen lo que el laboratorio modela de ellos.',
  en: 'Of the charts of Istio (base, istiod, gateway, cni, ztunnel) and of Linkerd (linkerd-crds, linkerd-control-plane, linkerd-viz). Manifests hold what the lab models of them.',
};

const sending: readonly Flag[] = [
  ...valueFlags,
  ...chartFlags,
  wait,
  timeout,
  dryRun,
  hideNotes,
  description,
  createNamespace,
  output,
  ...silent(
    'no-hooks disable-openapi-validation skip-crds dependency-update render-subchart-notes skip-schema-validation wait-for-jobs enable-dns hide-secret force-conflicts server-side= labels|l=',
  ),
];
const sendingBeyond = [
  ...chartBeyond,
  'set-literal=',
  'post-renderer=',
  'post-renderer-args=',
  'take-ownership',
  'force',
  'force-replace',
];

const tool: Tool = {
  version: release,
  refuses,
  everywhere,
  command: {
    name: 'helm',
    says: { es: 'Instala charts en Kubernetes', en: 'Install charts in Kubernetes' },
    commands: [
      {
        name: 'repo',
        says: { es: 'Repositorios de charts', en: 'Repositories of charts' },
        commands: [
          {
            name: 'add',
            says: { es: 'Añade un repositorio', en: 'Add a repository' },
            takes: 'NAME URL',
            fidelity: 'partial',
            differs: {
              es: 'Nada se descarga: conoce los repositorios de Istio y el de Linkerd (edge).',
              en: 'Nothing is downloaded: it knows the repositories of Istio and of Linkerd (edge).',
            },
            flags: [{ name: 'force-update' }, ...silent('timeout= allow-deprecated-repos')],
            beyond: ['username=', 'password=', 'password-stdin', ...chartBeyond.slice(4)],
            run: add,
          },
          {
            name: 'list',
            aliases: ['ls'],
            says: { es: 'Los repositorios', en: 'The repositories' },
            flags: [output, { name: 'no-headers' }],
            run: listRepos,
          },
          {
            name: 'remove',
            aliases: ['rm'],
            says: { es: 'Quita repositorios', en: 'Remove repositories' },
            takes: 'REPO…',
            offers: ofRepos,
            run: removeRepos,
          },
          {
            name: 'update',
            aliases: ['up'],
            says: { es: 'Pone al día los índices', en: 'Bring the indexes up to date' },
            takes: '[REPO…]',
            flags: silent('timeout='),
            offers: ofRepos,
            run: update,
          },
          ...absent('index'),
        ],
      },
      {
        name: 'search',
        says: { es: 'Busca charts', en: 'Look for charts' },
        commands: [
          {
            name: 'repo',
            says: { es: 'Busca en los repositorios añadidos', en: 'Look in the repositories that were added' },
            takes: '[KEYWORD]',
            fidelity: 'partial',
            differs: { es: 'Cada chart en una sola versión.', en: 'Each chart in one version only.' },
            flags: [
              output,
              { name: 'version', value: 'text' },
              { name: 'regexp', short: 'r' },
              { name: 'max-col-width', value: 'number' },
              { name: 'fail-on-no-result' },
              ...silent('versions|l devel'),
            ],
            run: searchRepo,
          },
          ...absent('hub'),
        ],
      },
      {
        name: 'show',
        aliases: ['inspect'],
        says: { es: 'Lo que dice un chart', en: 'What a chart says' },
        commands: [
          {
            name: 'values',
            says: { es: 'Sus valores', en: 'Its values' },
            takes: 'CHART',
            fidelity: 'partial',
            differs: {
              es: 'Solo los valores que el laboratorio lee, sin comentarios.',
              en: 'Only the values that the lab reads, without comments.',
            },
            flags: chartFlags,
            beyond: [...chartBeyond, 'jsonpath='],
            offers: ofCharts,
            run: showValues,
          },
          {
            name: 'chart',
            says: { es: 'Su definición', en: 'Its definition' },
            takes: 'CHART',
            fidelity: 'partial',
            flags: chartFlags,
            beyond: chartBeyond,
            offers: ofCharts,
            run: showChart,
          },
          ...absent('all readme crds'),
        ],
      },
      {
        name: 'install',
        says: { es: 'Instala un chart', en: 'Install a chart' },
        takes: '[NAME] CHART',
        fidelity: 'partial',
        differs: modelled,
        flags: [
          ...sending,
          { name: 'generate-name', short: 'g' },
          { name: 'replace' },
          { name: 'atomic' },
          { name: 'rollback-on-failure' },
        ],
        beyond: [...sendingBeyond, 'name-template='],
        offers: ofCharts,
        run: install,
      },
      {
        name: 'upgrade',
        says: { es: 'Lleva una instalación a otros valores', en: 'Bring an installation to other values' },
        takes: 'RELEASE CHART',
        fidelity: 'partial',
        differs: modelled,
        flags: [
          ...sending,
          { name: 'install', short: 'i' },
          { name: 'reuse-values' },
          { name: 'reset-values' },
          { name: 'reset-then-reuse-values' },
          ...silent('history-max= cleanup-on-fail'),
        ],
        beyond: [...sendingBeyond, 'atomic', 'rollback-on-failure'],
        offers: ofReleases,
        run: upgrade,
      },
      {
        name: 'uninstall',
        aliases: ['del', 'delete', 'un'],
        says: { es: 'Quita instalaciones', en: 'Remove installations' },
        takes: 'RELEASE…',
        flags: [
          { name: 'keep-history' },
          { name: 'ignore-not-found' },
          { name: 'dry-run' },
          description,
          ...silent('wait timeout= no-hooks cascade='),
        ],
        offers: ofReleases,
        run: uninstall,
      },
      {
        name: 'rollback',
        says: { es: 'Vuelve a una revisión anterior', en: 'Go back to an earlier revision' },
        takes: 'RELEASE [REVISION]',
        flags: [
          wait,
          timeout,
          dryRun,
          description,
          ...silent('no-hooks wait-for-jobs cleanup-on-fail history-max= force-conflicts server-side='),
        ],
        beyond: ['force', 'force-replace'],
        offers: ofReleases,
        run: rollback,
      },
      {
        name: 'list',
        aliases: ['ls'],
        says: { es: 'Lo que está instalado', en: 'What is installed' },
        flags: [
          output,
          { name: 'all-namespaces', short: 'A' },
          { name: 'short', short: 'q' },
          { name: 'no-headers' },
          { name: 'filter', short: 'f', value: 'text' },
          { name: 'date', short: 'd' },
          { name: 'reverse', short: 'r' },
          ...['deployed', 'failed', 'superseded', 'uninstalled'].map((name) => ({ name })),
          ...silent('max|m= offset= pending uninstalling'),
        ],
        beyond: ['selector=', 'time-format='],
        run: list,
      },
      {
        name: 'status',
        says: { es: 'El estado de una instalación', en: 'The state of an installation' },
        takes: 'RELEASE',
        fidelity: 'partial',
        differs: { es: 'Sin la lista de sus objetos.', en: 'Without the list of its objects.' },
        flags: [revision, output],
        offers: ofReleases,
        run: status,
      },
      {
        name: 'history',
        aliases: ['hist'],
        says: { es: 'Sus revisiones', en: 'Its revisions' },
        takes: 'RELEASE',
        flags: [{ name: 'max', value: 'number' }, output],
        beyond: ['show-rollback-revision'],
        offers: ofReleases,
        run: history,
      },
      {
        name: 'get',
        says: { es: 'Lo que Helm guarda de una instalación', en: 'What Helm keeps of an installation' },
        commands: [
          {
            name: 'values',
            says: { es: 'Los valores que se dieron', en: 'The values that were given' },
            takes: 'RELEASE',
            flags: [revision, output, { name: 'all', short: 'a' }],
            offers: ofReleases,
            run: getValues,
          },
          {
            name: 'manifest',
            says: { es: 'Sus manifiestos', en: 'Its manifests' },
            takes: 'RELEASE',
            fidelity: 'partial',
            differs: modelled,
            flags: [revision],
            offers: ofReleases,
            run: getManifest,
          },
          {
            name: 'notes',
            says: { es: 'Sus notas', en: 'Its notes' },
            takes: 'RELEASE',
            flags: [revision],
            offers: ofReleases,
            run: getNotes,
          },
          {
            name: 'all',
            says: { es: 'Todo', en: 'Everything' },
            takes: 'RELEASE',
            fidelity: 'partial',
            differs: modelled,
            flags: [revision],
            beyond: ['template='],
            offers: ofReleases,
            run: getAll,
          },
          {
            name: 'metadata',
            says: { es: 'Sus datos', en: 'Its data' },
            takes: 'RELEASE',
            fidelity: 'partial',
            flags: [revision],
            beyond: ['output|o='],
            offers: ofReleases,
            run: getMetadata,
          },
          {
            name: 'hooks',
            says: { es: 'Sus hooks', en: 'Its hooks' },
            takes: 'RELEASE',
            fidelity: 'partial',
            differs: { es: 'Los charts del laboratorio no tienen.', en: 'The charts of the lab have none.' },
            flags: [revision],
            offers: ofReleases,
            run: getHooks,
          },
        ],
      },
      {
        name: 'template',
        says: { es: 'Escribe los manifiestos sin instalarlos', en: 'Print the manifests without installing them' },
        takes: '[NAME] CHART',
        fidelity: 'partial',
        differs: modelled,
        flags: [
          ...valueFlags,
          ...chartFlags,
          { name: 'generate-name', short: 'g' },
          ...silent('include-crds no-hooks skip-crds skip-tests dry-run kube-version= create-namespace'),
        ],
        beyond: [...sendingBeyond, 'show-only=', 'output-dir=', 'validate', 'api-versions=', 'is-upgrade'],
        offers: ofCharts,
        run: template,
      },
      version,
      ...absent('completion create dependency env lint package plugin pull push registry test verify'),
    ],
  },
};
export default tool;
