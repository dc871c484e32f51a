import { istioVersion } from '../desk/proxies.ts';
import { refuses } from '../mesh/refuses.ts';
import { clusterFlags } from '../mesh/session.ts';
import type { Command, Flag, Tool } from '../tool/tool.ts';
import { dashboard } from './dashboard.ts';
import { install, uninstall } from './install.ts';
import { kubeInject } from './kube-inject.ts';
import { analyze, proxyStatus, version } from './look.ts';
import { proxyConfig } from './proxy-config.ts';
import { tag } from './tag.ts';

const yes: Flag = { name: 'skip-confirmation', short: 'y', says: { es: 'Sin preguntar', en: 'Without asking' } };
const all: Flag = { name: 'all-namespaces', short: 'A' };
const revision: Flag = { name: 'revision', short: 'r', value: 'text' };

/** Commands that exist and are not modelled. */
const absent: readonly Command[] = (
  [
    ['admin', 'El plano de control', 'The control plane'],
    ['bug-report', 'Reúne datos para un informe', 'Collect data for a report'],
    ['create-remote-secret', 'Otro clúster', 'Another cluster'],
    ['experimental', 'Órdenes experimentales', 'Experimental commands'],
    ['manifest', 'Escribe los manifiestos', 'Print the manifests'],
    ['remote-clusters', 'Los otros clústeres', 'The other clusters'],
    ['upgrade', 'Cambia de versión', 'Change the version'],
    ['validate', 'Valida un fichero', 'Validate a file'],
    ['waypoint', 'Waypoints', 'Waypoints'],
    ['ztunnel-config', 'La configuración de ztunnel', 'The configuration of ztunnel'],
  ] as const
).map(([name, es, en]) => ({
  name,
  ...(name === 'experimental' && { aliases: ['x', 'exp'] }),
  says: { es, en },
}));

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
      {
        name: 'install',
        aliases: ['apply'],
        says: { es: 'Instala Istio en el clúster', en: 'Install Istio in the cluster' },
        fidelity: 'partial',
        differs: {
          es: 'Perfiles default, demo y minimal, y meshConfig; sin el dibujo del principio ni la mayoría de los roles.',
          en: 'Profiles default, demo and minimal, and meshConfig; without the drawing at the beginning and most roles.',
        },
        flags: [
          yes,
          revision,
          {
            name: 'set',
            short: 's',
            value: 'text',
            fidelity: 'partial',
            offers: ['profile=demo', 'profile=minimal', 'profile=default'],
          },
          { name: 'filename', short: 'f', value: 'list', fidelity: 'partial' },
          { name: 'readiness-timeout', value: 'duration' },
          { name: 'force', fidelity: 'none' },
          { name: 'verify', fidelity: 'none' },
        ],
        beyond: ['manifests=', 'charts=', 'dry-run'],
        run: install,
      },
      {
        name: 'uninstall',
        says: { es: 'Quita Istio del clúster', en: 'Remove Istio from the cluster' },
        flags: [yes, revision, { name: 'purge' }],
        beyond: ['filename=', 'set=', 'force', 'dry-run', 'manifests='],
        run: uninstall,
      },
      {
        name: 'analyze',
        says: { es: 'Busca problemas', en: 'Look for problems' },
        fidelity: 'partial',
        differs: {
          es: 'Solo del clúster, y solo IST0102 e IST0103.',
          en: 'Of the cluster only, and only IST0102 and IST0103.',
        },
        flags: [all],
        beyond: [
          'use-kube=',
          'suppress=',
          'failure-threshold=',
          'output-threshold=',
          'output=',
          'list-analyzers',
          'recursive',
          'color=',
          'revision=',
        ],
        run: analyze,
      },
      {
        name: 'proxy-status',
        aliases: ['ps'],
        says: { es: 'Los proxies y quién los configura', en: 'The proxies and who configures them' },
        fidelity: 'partial',
        differs: { es: 'Sin nombre de pod.', en: 'Without the name of a pod.' },
        beyond: ['file=', 'revision=', 'output=', 'verbosity='],
        run: proxyStatus,
      },
      {
        name: 'version',
        says: { es: 'Versión del programa y del clúster', en: 'Version of the program and of the cluster' },
        fidelity: 'partial',
        flags: [{ name: 'remote' }],
        beyond: ['short', 'output='],
        run: version,
      },
      dashboard,
      kubeInject,
      proxyConfig,
      tag,
      ...absent,
    ],
  },
};
export default tool;
