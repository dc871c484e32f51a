import { istioVersion } from '../desk/proxies.ts';
import { refuses } from '../mesh/refuses.ts';
import { clusterFlags } from '../mesh/session.ts';
import { absent } from '../tool/declare.ts';
import type { Command, Flag, Tool } from '../tool/tool.ts';
import { analyzeCommand } from './analysis/analyze.ts';
import { dashboard } from './dashboard.ts';
import { experimental } from './describe.ts';
import { generate, install, uninstall } from './install.ts';
import { kubeInject } from './kube-inject.ts';
import { proxyStatus, version } from './look.ts';
import { proxyConfig } from './proxy-config.ts';
import { tag } from './tag.ts';
import { validateCommand } from './validate.ts';
import { waypoint } from './waypoint.ts';
import { ztunnelConfig } from './ztunnel-config.ts';

const yes: Flag = { name: 'skip-confirmation', short: 'y', says: { es: 'Sin preguntar', en: 'Without asking' } };
const revision: Flag = { name: 'revision', short: 'r', value: 'text' };

/** Commands that exist and are not modelled. */
const others: readonly Command[] = (
  [
    ['admin', 'El plano de control', 'The control plane'],
    ['bug-report', 'Reúne datos para un informe', 'Collect data for a report'],
    ['create-remote-secret', 'Otro clúster', 'Another cluster'],
    ['remote-clusters', 'Los otros clústeres', 'The other clusters'],
  ] as const
).map(([name, es, en]) => ({
  name,
  says: { es, en },
}));

const settings: readonly Flag[] = [
  {
    name: 'set',
    short: 's',
    value: 'text',
    fidelity: 'partial',
    offers: ['profile=demo', 'profile=minimal', 'profile=default', 'profile=ambient'],
  },
  { name: 'filename', short: 'f', value: 'list', fidelity: 'partial' },
];

const installing: Command = {
  name: 'install',
  says: { es: 'Instala Istio en el clúster', en: 'Install Istio in the cluster' },
  fidelity: 'partial',
  differs: {
    es: 'Perfiles ambient, default, demo y minimal, meshConfig y gateways de components; sin el dibujo del principio ni la mayoría de los roles.',
    en: 'Profiles ambient, default, demo and minimal, meshConfig and gateways of components; without the drawing at the beginning and most roles.',
  },
  flags: [
    yes,
    revision,
    ...settings,
    { name: 'readiness-timeout', value: 'duration' },
    { name: 'dry-run' },
    { name: 'force', fidelity: 'none' },
    { name: 'verify', fidelity: 'none' },
  ],
  beyond: ['manifests|d=', 'charts='],
  run: install,
};

const tool: Tool = {
  version: istioVersion,
  refuses,
  everywhere: [
    ...clusterFlags,
    { name: 'namespace', short: 'n', value: 'text' },
    { name: 'istioNamespace', short: 'i', value: 'text', fidelity: 'none' },
    { name: 'vklog', value: 'text', fidelity: 'none' },
    { name: 'as', value: 'text', fidelity: 'none' },
  ],
  command: {
    name: 'istioctl',
    says: { es: 'Instala y mira la malla de Istio', en: 'Install and look at the mesh of Istio' },
    commands: [
      { ...installing, aliases: ['apply'] },
      {
        ...installing,
        name: 'upgrade',
        says: { es: 'Otro nombre de install', en: 'Another name of install' },
      },
      {
        name: 'manifest',
        says: { es: 'Los manifiestos de Istio', en: 'The manifests of Istio' },
        commands: [
          {
            name: 'generate',
            says: { es: 'Escribe los manifiestos', en: 'Print the manifests' },
            fidelity: 'partial',
            differs: {
              es: 'Los objetos que instala el laboratorio; sin la mayoría de los roles y con esquemas abiertos.',
              en: 'The objects that the lab installs; without most roles, and with open schemas.',
            },
            flags: [revision, ...settings],
            beyond: ['output|o=', 'component=', 'force', 'manifests|d=', 'charts=', 'cluster-specific', 'dry-run'],
            run: generate,
          },
          ...absent('translate'),
        ],
      },
      {
        name: 'uninstall',
        says: { es: 'Quita Istio del clúster', en: 'Remove Istio from the cluster' },
        flags: [yes, revision, { name: 'purge' }],
        beyond: ['filename|f=', 'set|s=', 'force', 'dry-run', 'manifests|d='],
        run: uninstall,
      },
      analyzeCommand,
      {
        name: 'proxy-status',
        aliases: ['ps'],
        says: { es: 'Los proxies y quién los configura', en: 'The proxies and who configures them' },
        takes: '[<type>/]<name>[.<namespace>]',
        fidelity: 'partial',
        differs: {
          es: 'Todos los proxies tienen siempre lo que istiod les envió.',
          en: 'All proxies always have what istiod sent them.',
        },
        beyond: [
          'file=',
          'revision|r=',
          'output|o=',
          'verbosity|v=',
          'proxy-admin-port=',
          'xds-address=',
          'xds-label=',
        ],
        run: proxyStatus,
      },
      {
        name: 'version',
        says: { es: 'Versión del programa y del clúster', en: 'Version of the program and of the cluster' },
        fidelity: 'partial',
        differs: {
          es: 'Con los números de las versiones, sin la confirmación ni el Go con que se compilaron.',
          en: 'With the numbers of the versions, without the commit and the Go they were built with.',
        },
        flags: [
          { name: 'remote' },
          { name: 'short', short: 's' },
          { name: 'output', short: 'o', value: 'text', offers: ['json', 'yaml'] },
        ],
        beyond: ['revision|r=', 'xds-address='],
        run: version,
      },
      dashboard,
      kubeInject,
      proxyConfig,
      experimental,
      tag,
      validateCommand,
      waypoint,
      ztunnelConfig,
      ...others,
    ],
  },
};
export default tool;
