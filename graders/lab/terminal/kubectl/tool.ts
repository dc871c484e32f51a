import type { Command, Tool } from '../tool/tool.ts';
import { apiResources, apiVersions, clusterInfo, top, version } from './commands/about.ts';
import { apply } from './commands/apply.ts';
import { attach } from './commands/attach.ts';
import { auth } from './commands/auth.ts';
import { autoscale } from './commands/autoscale.ts';
import { completion } from './commands/completion.ts';
import { config } from './commands/config.ts';
import { cp } from './commands/cp.ts';
import { create } from './commands/create.ts';
import { debug } from './commands/debug.ts';
import { remove } from './commands/delete.ts';
import { describeCommand } from './commands/describe.ts';
import { diff } from './commands/diff.ts';
import { drain } from './commands/drain.ts';
import { edit } from './commands/edit.ts';
import { events } from './commands/events.ts';
import { exec } from './commands/exec.ts';
import { explain } from './commands/explain.ts';
import { expose } from './commands/expose.ts';
import { get } from './commands/get.ts';
import { kustomize } from './commands/kustomize.ts';
import { annotate, label } from './commands/label.ts';
import { logs } from './commands/logs.ts';
import { cordon, taint, uncordon } from './commands/nodes.ts';
import { patch } from './commands/patch.ts';
import { portForward } from './commands/port-forward.ts';
import { proxy } from './commands/proxy.ts';
import { replace } from './commands/replace.ts';
import { rollout } from './commands/rollout.ts';
import { run } from './commands/run.ts';
import { scale } from './commands/scale.ts';
import { set } from './commands/set.ts';
import { wait } from './commands/wait.ts';
import { namespaceOffers } from './flags.ts';
import { refuses } from './refuses.ts';
import { release } from './release.ts';

/** Commands that exist and are not modelled. */
const absent: readonly Command[] = [
  { name: 'certificate', says: { es: 'Peticiones de certificado', en: 'Certificate requests' } },
  { name: 'kuberc', says: { es: 'Preferencias', en: 'Preferences' } },
  { name: 'options', says: { es: 'Opciones de todas las órdenes', en: 'Options of all commands' } },
  { name: 'plugin', says: { es: 'Complementos', en: 'Plugins' } },
];

const tool: Tool = {
  version: release,
  refuses,
  everywhere: [
    {
      name: 'namespace',
      short: 'n',
      value: 'text',
      offers: namespaceOffers,
      says: { es: 'Espacio de nombres', en: 'Namespace' },
    },
    {
      name: 'context',
      value: 'text',
      offers: ({ kube }) => kube.contexts.map(({ name }) => name),
      says: { es: 'Contexto del kubeconfig', en: 'Context of the kubeconfig' },
    },
    {
      name: 'as',
      value: 'text',
      fidelity: 'partial',
      says: { es: 'En nombre de quién (solo lo mira auth can-i)', en: 'On whose behalf (only auth can-i looks at it)' },
    },
    { name: 'as-group', value: 'text', fidelity: 'partial' },
    { name: 'v', short: 'v', value: 'number', fidelity: 'none' },
    { name: 'request-timeout', value: 'text', fidelity: 'partial' },
    { name: 'warnings-as-errors', fidelity: 'none' },
    ...[
      'kubeconfig',
      'cluster',
      'user',
      'server',
      'token',
      'as-uid',
      'cache-dir',
      'certificate-authority',
      'client-certificate',
      'client-key',
      'tls-server-name',
      'profile',
      'username',
      'password',
    ].map((name) => ({ name, value: 'text' as const, fidelity: 'none' as const })),
    { name: 'insecure-skip-tls-verify', fidelity: 'none' },
  ],
  command: {
    name: 'kubectl',
    says: { es: 'Habla con un clúster de Kubernetes', en: 'Talk to a Kubernetes cluster' },
    commands: [
      create,
      expose,
      run,
      set,
      explain,
      get,
      edit,
      remove,
      rollout,
      scale,
      autoscale,
      clusterInfo,
      top,
      cordon,
      uncordon,
      drain,
      taint,
      describeCommand,
      logs,
      attach,
      exec,
      portForward,
      proxy,
      cp,
      auth,
      debug,
      events,
      diff,
      apply,
      patch,
      replace,
      wait,
      kustomize,
      label,
      annotate,
      apiResources,
      apiVersions,
      config,
      completion,
      version,
      ...absent,
    ],
  },
};

export default tool;
