import type { IDeployment } from 'kubernetes-models/apps/v1';
import type { IContainer } from 'kubernetes-models/v1';
import type { Resource } from '../../model/manifests/manifests.ts';
import type { ImageSource } from '../cluster/index.ts';
import { type Pull, pull } from '../image/index.ts';

/** What the injector asks for a proxy unless told otherwise. */
const resources = { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '2', memory: '1Gi' } };

const proxyImage = 'istio/proxyv2:1.31.1';
const setupImage = 'istio/proxyv2-setup:1.31.1';

/**
 * A Deployment with the containers the webhook adds to its pods: the proxy as a native sidecar, and before it one that
 * redirects the traffic of the pod (which takes privileges) or, where the CNI plugin did so, only looks whether it is done.
 * @see https://istio.io/latest/docs/setup/additional-setup/cni/
 */
export function withProxy(deployment: Resource<Partial<IDeployment>>, cni: boolean): Resource {
  const { data } = deployment;
  const template = data.spec?.template;
  const initContainers = [...(template?.spec?.initContainers ?? []), setup(cni), proxy];
  const spec = { ...data.spec, template: { ...template, spec: { ...template?.spec, initContainers } } };
  return { ...deployment, data: { ...data, spec } };
}

const unprivileged = { allowPrivilegeEscalation: false, privileged: false, runAsNonRoot: true, runAsUser: 1337 };

const proxy: IContainer = {
  name: 'istio-proxy',
  image: proxyImage,
  restartPolicy: 'Always',
  resources,
  securityContext: { ...unprivileged, capabilities: { drop: ['ALL'] } },
};

function setup(cni: boolean): IContainer {
  const securityContext = cni
    ? { ...unprivileged, capabilities: { drop: ['ALL'] } }
    : { capabilities: { add: ['NET_ADMIN', 'NET_RAW'], drop: ['ALL'] }, runAsUser: 0, runAsNonRoot: false };
  return { name: cni ? 'istio-validation' : 'istio-init', image: setupImage, resources, securityContext };
}

/** The registry of a world, with the images of the proxy; what it answers is kept, since a migration asks many times. */
export function withProxyImages(images: ImageSource = pull): ImageSource {
  const kept = new Map<string, Pull>();
  return (reference) => {
    const known = kept.get(reference);
    if (known) return known;
    const pulled = reference === proxyImage || reference === setupImage ? pullProxy(reference) : images(reference);
    kept.set(reference, pulled);
    return pulled;
  };
}

function pullProxy(reference: string): Pull {
  const pulled = pull(reference, [{ name: reference.slice(0, reference.indexOf(':')), listens: [15021], user: 1337 }]);
  return reference === setupImage && pulled.ok
    ? { ok: true, image: { ...pulled.image, listens: [], behaviour: 'exits' } }
    : pulled;
}
