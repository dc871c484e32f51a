import type { Text } from '../../../core/text.ts';
import type { Component, Duty } from './component.ts';

const by = (component: Component, es: string, en: string): Duty => ({ component, duty: { es, en } satisfies Text });

const store = [
  by('kube-apiserver', 'valida la petición', 'validates the request'),
  by('etcd', 'guarda el objeto', 'stores the object'),
];

const startContainers = [
  by('kubelet', 've en la API un pod asignado a su nodo', 'sees in the API a pod bound to its node'),
  by('container-runtime', 'descarga la imagen y arranca los contenedores', 'pulls the image and starts the containers'),
];

const schedule = [
  by(
    'kube-scheduler',
    'elige un nodo y escribe la asignación en la API',
    'chooses a node and writes the binding to the API',
  ),
];

const createPods = [
  by(
    'kube-controller-manager',
    'compara lo deseado con lo que hay y crea los pods que faltan',
    'compares desired with actual and creates the missing pods',
  ),
];

/**
 * What happens in a cluster, as the duties each component carries out in turn. Only the API server talks to etcd, the
 * scheduler only decides, and the kubelet is who starts containers; a crashed container is restarted on the node without
 * asking anybody, and rules that kube-proxy already wrote stay in the kernel.
 * @see https://kubernetes.io/docs/concepts/architecture/
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy
 */
export const actions = {
  'store-deployment': store,
  'run-deployment': [...store, ...createPods, ...store, ...schedule, ...store, ...startContainers],
  'create-pods': [...store, ...createPods, ...store],
  'run-pod': [...store, ...schedule, ...store, ...startContainers],
  'restart-container': [
    by('kubelet', 've que el contenedor ha terminado', 'sees that the container has ended'),
    by('container-runtime', 'lo vuelve a arrancar en el mismo nodo', 'starts it again on the same node'),
  ],
  'replace-lost-pod': [...createPods, ...store, ...schedule, ...store, ...startContainers],
  'serve-existing': [],
  'route-to-new-pod': [
    by(
      'kube-controller-manager',
      'añade el pod a los EndpointSlices del Service',
      "adds the pod to the Service's EndpointSlices",
    ),
    ...store,
    by('kube-proxy', 'escribe las reglas nuevas en el nodo', 'writes the new rules on the node'),
  ],
  'list-pods': [
    by('kube-apiserver', 'atiende la consulta', 'serves the query'),
    by('etcd', 'devuelve el estado guardado', 'returns the stored state'),
  ],
} as const satisfies Readonly<Record<string, readonly Duty[]>>;

export type ActionName = keyof typeof actions;
