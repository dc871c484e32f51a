import { fieldsOf } from '../../../core/fields.ts';
import { own } from '../../../core/own.ts';
import { readManifests } from '../../../model/manifests/read.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import type { Fields, InjectedPod } from '../../cluster/index.ts';
import { decideInjection } from '../../istio/index.ts';
import { resolvePath } from '../../machine/index.ts';
import { changeFile, fileAt } from '../desk/open.ts';
import { istioProxy } from '../desk/proxies.ts';
import { istioRevisions } from '../desk/webhooks.ts';
import { meshSession } from '../mesh/session.ts';
import { yamlOf } from '../mesh/yaml.ts';
import { type Call, type Command, type Outcome, printed, refused } from '../tool/tool.ts';
import { noServer } from './install.ts';

/** `istioctl kube-inject`: writes the proxy into the pod templates of a file. @see istioctl/pkg/kubeinject/kubeinject.go */
function run(call: Call): Outcome {
  const { desk, cwd, flags } = call;
  const path = flags.text('filename');
  if (path === undefined || path === '') return refused(desk, 'Error: filename not specified (see --filename or -f)\n');
  const session = meshSession(call);
  if (!session) return refused(desk, noServer);
  const revisions = istioRevisions(session.live.resources);
  const revision = flags.text('revision') ?? 'default';
  if (!revisions.includes(revision))
    return refused(
      desk,
      'Error: could not find valid mutatingWebhookConfiguration "istio-sidecar-injector" from cluster mutatingwebhookconfigurations.admissionregistration.k8s.io "istio-sidecar-injector" not found\n',
    );
  const file = fileAt(desk, resolvePath(cwd, path));
  const text = path === '-' ? call.stdin : file && (file.content ?? '');
  if (text === undefined) return refused(desk, `Error: open ${path}: no such file or directory\n`);
  const { resources } = readManifests(parseYaml({ path, text }), 'answer');
  const objects = resources.map((one) => {
    const template = podTemplateOf(one);
    const object = one.data as Fields;
    return template ? injected(object, template.path, template.namespace, revision) : object;
  });
  const out = objects.map((one) => `${yamlOf(one)}---\n`).join('');
  const into = flags.text('output');
  return into === undefined ? printed(desk, out) : printed(changeFile(desk, resolvePath(cwd, into), out));
}

function injected(object: Fields, [key, ...rest]: readonly string[], namespace: string, revision: string): Fields {
  if (key !== undefined) return { ...object, [key]: injected(fieldsOf(own(object, key)), rest, namespace, revision) };
  const metadata = fieldsOf(object.metadata);
  const texts = (value: unknown) =>
    Object.fromEntries(Object.entries(fieldsOf(value)).map(([name, one]) => [name, String(one)]));
  const [labels, annotations] = [texts(metadata.labels), texts(metadata.annotations)];
  const spec = fieldsOf(object.spec) as InjectedPod['spec'];
  // Asked for by hand, it takes every pod that does not refuse.
  const decided = decideInjection({
    namespace,
    namespaceLabels: { 'istio-injection': 'enabled' },
    podLabels: labels,
    podAnnotations: annotations,
    hostNetwork: spec.hostNetwork === true,
    revisions: ['default', revision],
  });
  if (!decided.injected) return object;
  const made = istioProxy({ namespace, labels, annotations, spec } as InjectedPod, revision);
  return { ...object, metadata: { ...metadata, labels: made.labels, annotations: made.annotations }, spec: made.spec };
}

export const kubeInject: Command = {
  name: 'kube-inject',
  says: { es: 'Escribe el proxy en un manifiesto', en: 'Write the proxy into a manifest' },
  fidelity: 'partial',
  differs: {
    es: 'El proxy que escribe es el mismo que pone el webhook del laboratorio, sin volúmenes ni variables.',
    en: 'The proxy that it writes is the one that the webhook of the lab adds, without volumes and variables.',
  },
  flags: [
    { name: 'filename', short: 'f', value: 'text' },
    { name: 'output', short: 'o', value: 'text' },
    { name: 'revision', short: 'r', value: 'text' },
  ],
  beyond: [
    'injectConfigFile=',
    'injectConfigMapName=',
    'meshConfigFile=',
    'meshConfigMapName=',
    'operatorFileName=',
    'valuesFile=',
    'webhookConfig=',
  ],
  run,
};
