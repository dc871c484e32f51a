import { own } from '../../../core/own.ts';
import { readManifests } from '../../../model/manifests/read.ts';
import { relocate } from '../../../parse/yaml/located.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import type { Fields } from '../../cluster/index.ts';
import { decideInjection } from '../../linkerd/index.ts';
import { resolvePath } from '../../machine/index.ts';
import { fileAt } from '../desk/open.ts';
import { controlPlane } from '../mesh/linkerd.ts';
import { exists, meshSession } from '../mesh/session.ts';
import { yamlOf } from '../mesh/yaml.ts';
import { type Call, type Outcome, refused } from '../tool/tool.ts';

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

const workloads = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job']);

/**
 * `linkerd inject` and `uninject`: they write or take away the annotation in the pod template (or on a namespace), and leave
 * the proxy to the injector of the cluster.
 * @see https://github.com/linkerd/linkerd2/blob/main/cli/cmd/inject.go
 */
export function inject(call: Call): Outcome {
  return transform(call, 'enabled');
}

export function uninject(call: Call): Outcome {
  return transform(call, undefined);
}

function transform(call: Call, value: 'enabled' | undefined): Outcome {
  const { desk, cwd } = call;
  const [path] = call.operands;
  if (path === undefined) return refused(desk, 'Error: please specify a kubernetes resource file\n');
  const session = meshSession(call);
  if (
    value &&
    !call.flags.on('ignore-cluster') &&
    !(session && exists(session, 'ConfigMap', 'linkerd-config', controlPlane))
  )
    return refused(
      desk,
      'Cannot connect to Linkerd: configmaps "linkerd-config" not found\nValidate the install with: linkerd check\n',
    );
  const file = fileAt(desk, resolvePath(cwd, path));
  const text = path === '-' ? call.stdin : file && (file.content ?? '');
  if (text === undefined) return refused(desk, `Error: stat ${path}: no such file or directory\n`);
  const { resources, findings } = readManifests(parseYaml({ path, text }), 'answer');
  if (findings.some(({ severity }) => severity === 'error') && resources.length === 0)
    return refused(desk, `Error transforming resources:\nerror converting YAML to JSON: ${path} cannot be read\n`);
  const mode = value && call.flags.on('ingress') ? 'ingress' : value;
  const report: string[] = [];
  const disabled: string[] = [];
  const host: string[] = [];
  const objects = resources.map(({ kind, name, data }) => {
    const object = data as Fields;
    const isWorkload = workloads.has(kind) || kind === 'CronJob' || kind === 'Pod';
    if (!isWorkload && kind !== 'Namespace') {
      report.push(`${kind.toLowerCase()} ${JSON.stringify(name)} skipped`);
      return object;
    }
    const at =
      kind === 'Namespace' || kind === 'Pod'
        ? []
        : kind === 'CronJob'
          ? ['spec', 'jobTemplate', 'spec', 'template']
          : ['spec', 'template'];
    const template = at.reduce<Fields>((inner, key) => fields(own(inner, key)), object);
    if (mode && kind !== 'Namespace') {
      const spec = fields(template.spec);
      const containers = [spec.containers, spec.initContainers].flatMap((list) => (Array.isArray(list) ? list : []));
      const { against } = decideInjection({
        namespace: 'default',
        namespaceLabels: {},
        namespaceAnnotations: {},
        podAnnotations: {
          ...annotations(template),
          ...(annotations(template)['linkerd.io/inject'] === 'disabled' ? {} : { 'linkerd.io/inject': mode }),
        },
        hostNetwork: spec.hostNetwork === true,
        containers: containers.map((one) => String(fields(one).name)),
      });
      if (against.includes('host-network')) host.push(`${kind.toLowerCase()}/${name}`);
      if (against.includes('pod-disabled')) disabled.push(`${kind.toLowerCase()}/${name}`);
      if (against.length > 0) {
        report.push(`${kind.toLowerCase()} ${JSON.stringify(name)} skipped`);
        return object;
      }
    }
    report.push(`${kind.toLowerCase()} ${JSON.stringify(name)} ${mode ? 'injected' : 'uninjected'}`);
    return annotated(object, at, mode);
  });
  const warnings = [
    ...(host.length > 0 ? [`‼ "hostNetwork: true" detected in ${host.join(', ')}\n`] : []),
    ...(disabled.length > 0 ? [`‼ "linkerd.io/inject: disabled" annotation set on ${disabled.join(', ')}\n`] : []),
  ].join('');
  const head = warnings === '' ? '\n' : `\n${warnings}\n`;
  const stdout = objects.map((one) => `${yamlOf(one)}---\n`).join('');
  return { desk, stdout, stderr: `${head}${report.join('\n')}\n\n`, exit: 0 };
}

const annotations = (template: Fields): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields(fields(template.metadata).annotations)).map(([key, one]) => [key, String(one)]),
  );

function annotated(object: Fields, at: readonly string[], mode: string | undefined): Fields {
  const [key, ...rest] = at;
  if (key !== undefined) return relocate({ ...object, [key]: annotated(fields(own(object, key)), rest, mode) }, object);
  const metadata = fields(object.metadata);
  const { 'linkerd.io/inject': _, ...others } = fields(metadata.annotations);
  const next = mode ? { ...others, 'linkerd.io/inject': mode } : others;
  const { annotations: __, ...bare } = metadata;
  return { ...object, metadata: { ...bare, ...(Object.keys(next).length > 0 && { annotations: next }) } };
}
