import { istioVersion } from '../desk/proxies.ts';
import { refuses } from '../mesh/refuses.ts';
import { clusterFlags } from '../mesh/session.ts';
import type { Command, Flag, Tool } from '../tool/tool.ts';
import { analyzeCommand } from './analysis/analyze.ts';
import { dashboard } from './dashboard.ts';
import { experimental } from './describe.ts';
import { install, uninstall } from './install.ts';
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
const absent: readonly Command[] = (
  [
    ['admin', 'El plano de control', 'The control plane'],
    ['bug-report', 'Reúne datos para un informe', 'Collect data for a report'],
    ['create-remote-secret', 'Otro clúster', 'Another cluster'],
    ['manifest', 'Escribe los manifiestos', 'Print the manifests'],
    ['remote-clusters', 'Los otros clústeres', 'The other clusters'],
    ['upgrade', 'Cambia de versión', 'Change the version'],
  ] as const
).map(([name, es, en]) => ({
  name,
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
          es: 'Perfiles ambient, default, demo y minimal, meshConfig y gateways de components; sin el dibujo del principio ni la mayoría de los roles.',
          en: 'Profiles ambient, default, demo and minimal, meshConfig and gateways of components; without the drawing at the beginning and most roles.',
        },
        flags: [
          yes,
          revision,
          {
            name: 'set',
            short: 's',
            value: 'text',
            fidelity: 'partial',
            offers: ['profile=demo', 'profile=minimal', 'profile=default', 'profile=ambient'],
          },
          { name: 'filename', short: 'f', value: 'list', fidelity: 'partial' },
          { name: 'readiness-timeout', value: 'duration' },
          { name: 'force', fidelity: 'none' },
          { name: 'verify', fidelity: 'none' },
        ],
        beyond: ['manifests|d=', 'charts=', 'dry-run'],
        run: install,
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
        fidelity: 'partial',
        differs: { es: 'Sin nombre de pod.', en: 'Without the name of a pod.' },
        beyond: ['file|f=', 'revision|r=', 'output|o=', 'verbosity|v='],
        run: proxyStatus,
      },
      {
        name: 'version',
        says: { es: 'Versión del programa y del clúster', en: 'Version of the program and of the cluster' },
        fidelity: 'partial',
        flags: [{ name: 'remote' }],
        beyond: ['short|s', 'output|o='],
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
      ...absent,
    ],
  },
};
export default tool;
