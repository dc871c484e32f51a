import type { Fields } from '../../cluster/index.ts';
import {
  control,
  controlPlane,
  crds,
  gatewayKinds,
  linkerdKinds,
  silentValues,
  silentVizValues,
  viz,
  vizNamespace,
} from '../mesh/linkerd.ts';
import { linkerdControl, linkerdCrds, linkerdViz, printedOf } from '../mesh/printed.ts';
import { exists, type MeshSession, meshSession } from '../mesh/session.ts';
import { type Call, type Outcome, printed, refused } from '../tool/tool.ts';
import { givenIdentity, settingsOf } from './settings.ts';

const manifest = (objects: readonly Fields[]): string => printedOf(objects).text;

const noCluster =
  'Unable to install the Linkerd control plane. Cannot connect to the Kubernetes cluster:\n\nGet "http://localhost:8080/version": dial tcp 127.0.0.1:8080: connect: connection refused\n\nYou can use the --ignore-cluster flag if you just want to generate the installation config.\n';

const lacks = (session: MeshSession, names: readonly string[]): readonly string[] =>
  names.filter((name) => !exists(session, 'CustomResourceDefinition', name));

const crdNames = linkerdKinds.map(({ plural, group }) => `${plural}.${group}`);

/**
 * `linkerd install`: it prints manifests, and does nothing to the cluster. It looks at it first: whether the kinds it needs are there, and
 * whether Linkerd is.
 * @see https://github.com/linkerd/linkerd2/blob/main/cli/cmd/install.go
 */
export function install(call: Call): Outcome {
  const { desk, flags } = call;
  const isCrds = flags.on('crds');
  const unmodelled = settingsOf(call, silentValues);
  if (unmodelled) return unmodelled;
  if (!flags.on('ignore-cluster')) {
    const session = meshSession(call);
    if (!session) return refused(desk, noCluster);
    if (isCrds && lacks(session, gatewayKinds).length > 0)
      return refused(
        desk,
        'Error: Linkerd requires that the Gateway API CRDs are installed: https://linkerd.io/2/tasks/gateway-api/\n',
      );
    if (!isCrds && lacks(session, crdNames).length > 0)
      return refused(desk, 'Linkerd CRDs must be installed first. Run linkerd install with the --crds flag.\n');
    if (!isCrds && exists(session, 'ConfigMap', 'linkerd-config', controlPlane))
      return refused(
        desk,
        `Unable to install the Linkerd control plane. It appears that there is an existing installation:\n\nconfigmaps/linkerd-config\n\nIf you are sure you'd like to have a fresh install, remove these resources with:\n\n    linkerd install --ignore-cluster | kubectl delete -f -\n\nOtherwise, you can use the --ignore-cluster flag to overwrite the existing global resources.\n\n`,
      );
  }
  if (isCrds)
    return printed(
      desk,
      linkerdCrds().text,
      'Rendering Linkerd CRDs...\nNext, run `linkerd install | kubectl apply -f -` to install the control plane.\n\n',
    );
  return withIdentity(call, flags.on('ha') ? manifest(control(3)) : linkerdControl().text);
}

/** `linkerd upgrade`: the same manifests, for a cluster that has them. */
export function upgrade(call: Call): Outcome {
  const { desk, flags } = call;
  const session = meshSession(call);
  if (!session) return refused(desk, noCluster);
  const unmodelled = settingsOf(call, silentValues);
  if (unmodelled) return unmodelled;
  if (flags.on('crds')) return printed(desk, linkerdCrds().text);
  if (lacks(session, crdNames).length > 0)
    return refused(
      desk,
      `Error: Linkerd CRDs must be installed first. Run linkerd upgrade with the --crds flag:\nmissing ${crdNames[0]}\n`,
    );
  if (!exists(session, 'ConfigMap', 'linkerd-config', controlPlane))
    return refused(
      desk,
      'Failed to upgrade: could not load stored configuration: configmaps "linkerd-config" not found\n',
    );
  return withIdentity(call, linkerdControl().text);
}

/** Manifests, and the certificates that somebody gives. */
function withIdentity(call: Call, text: string): Outcome {
  const identity = givenIdentity(call);
  if ('exit' in identity) return identity;
  return printed(call.desk, identity.length === 0 ? text : `${text}${manifest(identity)}`);
}

/**
 * `linkerd prune`: what is left of another version. Here the manifests of this one are all there is.
 * @see https://github.com/linkerd/linkerd2/blob/main/cli/cmd/prune.go
 */
export function prune(call: Call): Outcome {
  return meshSession(call) ? printed(call.desk) : refused(call.desk, noCluster);
}

/** `linkerd uninstall`: what to give to `kubectl delete -f -`. */
export function uninstall(call: Call): Outcome {
  const session = meshSession(call);
  if (!session) return refused(call.desk, noCluster);
  const proxied = session.live.pods.values();
  const mine = [...proxied].filter(
    ({ verdict, deleting }) =>
      !deleting &&
      ![controlPlane, vizNamespace].includes(verdict.namespace) &&
      verdict.initContainers.some(({ name }) => name === 'linkerd-proxy'),
  );
  if (mine.length > 0 && !call.flags.on('force')) {
    const listed = mine.map(({ verdict }) => `\t* ${verdict.namespace}/${verdict.name}`).join('\n');
    return refused(
      call.desk,
      `Please uninject the following resources before uninstalling the control-plane (use --force to override this check):\n${listed}\n`,
    );
  }
  const objects = [...control(1), ...crds()].filter(({ kind, metadata }) => {
    const { name, namespace } = metadata as { readonly name: string; readonly namespace?: string };
    return namespace === undefined && exists(session, String(kind), name);
  });
  if (objects.length === 0) return refused(call.desk, 'No resources found to uninstall\n');
  return printed(call.desk, manifest(objects.map(head)));
}

const head = ({ apiVersion, kind, metadata }: Fields): Fields => ({
  apiVersion,
  kind,
  metadata: { name: (metadata as { readonly name: string }).name },
});

export function vizInstall(call: Call): Outcome {
  const { desk, flags } = call;
  const unmodelled = settingsOf(call, silentVizValues);
  if (unmodelled) return unmodelled;
  if (!flags.on('ignore-cluster')) {
    const session = meshSession(call);
    if (!session) return refused(desk, noCluster);
    if (!exists(session, 'ConfigMap', 'linkerd-config', controlPlane))
      return refused(
        desk,
        'Linkerd control plane must be installed first. If you want to install the viz extension anyway, use the --ignore-cluster flag.\n',
      );
  }
  return printed(desk, linkerdViz().text);
}

export function vizUninstall(call: Call): Outcome {
  const session = meshSession(call);
  if (!session) return refused(call.desk, noCluster);
  const objects = viz().filter(({ metadata }) => (metadata as { readonly namespace?: string }).namespace === undefined);
  const there = objects.filter(({ kind, metadata }) =>
    exists(session, String(kind), (metadata as { readonly name: string }).name),
  );
  if (there.length === 0) return refused(call.desk, 'No resources found to uninstall\n');
  return printed(call.desk, manifest(there.map(head)));
}
