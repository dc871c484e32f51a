import { linkerdVersion } from '../desk/proxies.ts';
import { controlPlane } from '../mesh/linkerd.ts';
import { refuses } from '../mesh/refuses.ts';
import { clusterFlags, exists, meshSession } from '../mesh/session.ts';
import { absent, silent } from '../tool/declare.ts';
import { type Command, type Flag, printed, type Tool } from '../tool/tool.ts';
import { check, vizCheck } from './check.ts';
import { inject, uninject } from './inject.ts';
import { install, prune, uninstall, upgrade, vizInstall, vizUninstall } from './install.ts';
import { authz, completion, endpoints } from './look.ts';
import { vizEdges, vizStat, vizTap } from './viz.ts';

const namespace: Flag = { name: 'namespace', short: 'n', value: 'text' };
const ignore: Flag = {
  name: 'ignore-cluster',
  says: { es: 'Sin mirar el clúster', en: 'Without looking at the cluster' },
};
const crds: Flag = {
  name: 'crds',
  says: { es: 'Solo las definiciones de tipos', en: 'Only the definitions of kinds' },
};
/** Of values, those that decide nothing here. */
const settings: readonly Flag[] = ['set', 'set-string'].map((name) => ({ name, value: 'text', fidelity: 'partial' }));
const otherSettings = ['set-file=', 'values|f='];
const identityFiles: readonly Flag[] = [
  'identity-trust-anchors-file',
  'identity-issuer-certificate-file',
  'identity-issuer-key-file',
].map((name) => ({ name, value: 'text' }));
const output: Flag = { name: 'output', short: 'o', value: 'text' };
/** How `check` tells what it found. */
const report: Flag = { ...output, offers: ['table', 'short', 'json'] };
const all: Flag = { name: 'all-namespaces', short: 'A' };
const wait: Flag = { name: 'wait', value: 'duration' };
const manifests = {
  es: 'Sin la mayoría de los roles y secretos, y con esquemas abiertos: no deciden nada aquí.',
  en: 'Without most roles and secrets, and with open schemas: they decide nothing here.',
};

const viz: Command = {
  name: 'viz',
  says: { es: 'La extensión que muestra el tráfico', en: 'The extension that shows traffic' },
  commands: [
    {
      name: 'install',
      says: { es: 'Escribe los manifiestos de la extensión', en: 'Print the manifests of the extension' },
      fidelity: 'partial',
      differs: manifests,
      flags: [ignore, ...settings, ...silent('skip-checks')],
      beyond: [...otherSettings, 'ha', 'output|o='],
      run: vizInstall,
    },
    {
      name: 'check',
      says: { es: 'Comprueba la extensión', en: 'Check the extension' },
      flags: [wait, { name: 'proxy' }, report],
      run: vizCheck,
    },
    {
      name: 'edges',
      says: { es: 'Las conexiones y si van cifradas', en: 'Connections, and whether they are secured' },
      takes: '(RESOURCETYPE)',
      flags: [namespace, output, all],
      run: vizEdges,
    },
    {
      name: 'stat',
      says: { es: 'Métricas de cada carga', en: 'Metrics of each workload' },
      takes: '(RESOURCES)',
      fidelity: 'partial',
      differs: {
        es: 'El ritmo, las latencias y las conexiones no se miden: en su lugar hay un `-`.',
        en: 'Rate, latency and connections are not measured: a `-` stands there.',
      },
      flags: [
        namespace,
        all,
        { name: 'from', value: 'text' },
        { name: 'from-namespace', value: 'text' },
        ...silent('time-window|t= unmeshed'),
        { ...output, fidelity: 'partial', offers: ['table', 'wide'] },
      ],
      beyond: ['to=', 'to-namespace=', 'selector|l='],
      run: vizStat,
    },
    {
      name: 'tap',
      says: { es: 'Las peticiones, según pasan', en: 'Requests as they go by' },
      takes: '(RESOURCE)',
      fidelity: 'partial',
      differs: {
        es: 'Muestra cada petición una vez y solo su línea `req`.',
        en: 'Shows each request once, and only its `req` line.',
      },
      flags: [namespace, { name: 'method', value: 'text' }, { name: 'path', value: 'text' }, ...silent('max-rps=')],
      beyond: ['to=', 'to-namespace=', 'scheme=', 'authority=', 'output|o=', 'selector|l='],
      run: vizTap,
    },
    { name: 'uninstall', says: { es: 'Escribe lo que hay que quitar', en: 'Print what to remove' }, run: vizUninstall },
    { name: 'dashboard', says: { es: 'Abre el panel', en: 'Open the dashboard' } },
    { name: 'top', says: { es: 'Las rutas con más tráfico', en: 'The routes with most traffic' } },
    { name: 'routes', says: { es: 'Métricas de cada ruta', en: 'Metrics of each route' } },
    { name: 'authz', says: { es: 'Métricas de las políticas', en: 'Metrics of policies' } },
    { name: 'stat-inbound', says: { es: 'Métricas de lo que entra', en: 'Metrics of what comes in' } },
    { name: 'stat-outbound', says: { es: 'Métricas de lo que sale', en: 'Metrics of what goes out' } },
    { name: 'profile', says: { es: 'Un ServiceProfile a partir del tráfico', en: 'A ServiceProfile from traffic' } },
  ],
};

const tool: Tool = {
  version: linkerdVersion,
  refuses,
  everywhere: [
    ...clusterFlags,
    { name: 'linkerd-namespace', short: 'L', value: 'text', fidelity: 'none' },
    { name: 'verbose', fidelity: 'none' },
    { name: 'api-addr', value: 'text', fidelity: 'none' },
    { name: 'as', value: 'text', fidelity: 'none' },
  ],
  command: {
    name: 'linkerd',
    says: { es: 'Instala y mira la malla de Linkerd', en: 'Install and look at the mesh of Linkerd' },
    commands: [
      {
        name: 'check',
        says: { es: 'Comprueba la instalación', en: 'Check the installation' },
        fidelity: 'partial',
        differs: {
          es: 'De certificados, versiones y permisos dice siempre que están bien: el laboratorio no los modela.',
          en: 'Of certificates, versions and permissions it always says that they are fine: the lab does not model them.',
        },
        flags: [
          { name: 'pre' },
          { name: 'proxy' },
          namespace,
          wait,
          report,
          { name: 'crds', fidelity: 'none' },
          ...silent('expected-version='),
        ],
        beyond: ['linkerd-cni-enabled'],
        run: check,
      },
      {
        name: 'install',
        says: { es: 'Escribe los manifiestos del plano de control', en: 'Print the manifests of the control plane' },
        fidelity: 'partial',
        differs: manifests,
        flags: [crds, ignore, { name: 'ha' }, ...settings, ...identityFiles, ...silent('skip-checks')],
        beyond: [
          ...otherSettings,
          'identity-external-issuer',
          'default-inbound-policy=',
          'linkerd-cni-enabled',
          'output|o=',
        ],
        run: install,
      },
      {
        name: 'inject',
        says: { es: 'Pide el proxy en un manifiesto', en: 'Ask for the proxy in a manifest' },
        takes: 'CONFIG-FILE',
        fidelity: 'partial',
        flags: [ignore, { name: 'ingress' }],
        beyond: [
          'manual',
          'enable-debug-sidecar',
          'skip-inbound-ports=',
          'skip-outbound-ports=',
          'opaque-ports=',
          'default-inbound-policy=',
          'native-sidecar',
          'wait-before-exit-seconds=',
        ],
        run: inject,
      },
      {
        name: 'uninject',
        says: { es: 'Deja de pedir el proxy en un manifiesto', en: 'Stop asking for the proxy in a manifest' },
        takes: 'CONFIG-FILE',
        run: uninject,
      },
      viz,
      {
        name: 'version',
        says: { es: 'Versión del programa y del clúster', en: 'Version of the program and of the cluster' },
        flags: [{ name: 'client' }, { name: 'short' }],
        beyond: ['proxy'],
        run: (call) => {
          const session = meshSession(call);
          const server =
            session && exists(session, 'ConfigMap', 'linkerd-config', controlPlane) ? linkerdVersion : 'unavailable';
          const isShort = call.flags.on('short');
          const client = isShort ? linkerdVersion : `Client version: ${linkerdVersion}`;
          const lines = call.flags.on('client') ? [client] : [client, isShort ? server : `Server version: ${server}`];
          return printed(call.desk, `${lines.join('\n')}\n`);
        },
      },
      {
        name: 'upgrade',
        says: { es: 'Escribe los manifiestos de esta versión', en: 'Print the manifests of this version' },
        fidelity: 'partial',
        flags: [crds, ...settings, ...identityFiles, ...silent('force')],
        beyond: [...otherSettings, 'from-manifests=', 'output|o='],
        run: upgrade,
      },
      {
        name: 'uninstall',
        says: { es: 'Escribe lo que hay que quitar', en: 'Print what to remove' },
        flags: [{ name: 'force', short: 'f' }],
        run: uninstall,
      },
      {
        name: 'authz',
        says: { es: 'Qué autoriza a entrar en un recurso', en: 'What authorizes to enter a resource' },
        takes: 'resource',
        flags: [namespace],
        run: authz,
      },
      {
        name: 'completion',
        says: { es: 'Completado para tu intérprete', en: 'Completion for your shell' },
        takes: '[bash|zsh|fish]',
        fidelity: 'partial',
        differs: {
          es: 'El guion está vacío: este terminal completa sin él',
          en: 'The script is empty: this terminal completes without it',
        },
        run: completion,
      },
      {
        name: 'diagnostics',
        aliases: ['dg'],
        says: { es: 'Por dentro', en: 'The inside' },
        commands: [
          {
            name: 'endpoints',
            aliases: ['ep'],
            says: { es: 'Las direcciones de un Service', en: 'The addresses of a Service' },
            takes: 'authorities',
            beyond: ['output|o=', 'destination-pod=', 'token='],
            run: endpoints,
          },
          ...absent('controller-metrics policy profile proxy-metrics'),
        ],
      },
      { name: 'identity', says: { es: 'Certificados de los proxies', en: 'Certificates of proxies' } },
      { name: 'jaeger', says: { es: 'Trazas', en: 'Traces' } },
      { name: 'multicluster', says: { es: 'Varios clústeres', en: 'Several clusters' } },
      { name: 'profile', says: { es: 'Un ServiceProfile', en: 'A ServiceProfile' } },
      {
        name: 'prune',
        says: { es: 'Escribe lo que sobra de otra versión', en: 'Print what is left of another version' },
        beyond: ['output|o='],
        run: prune,
      },
    ],
  },
};
export default tool;
