import type { Text } from '../core/text.ts';

/** A part of the course: the lessons that prepare for it and the numbers of its exercises, in the notebook's order. */
export interface Module {
  readonly title: Text;
  readonly about: Text;
  /** Ids of lessons. */
  readonly lessons: readonly string[];
  readonly numbers: readonly number[];
}

const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

export const modules: readonly Module[] = [
  {
    title: { es: 'Contenedores con Docker', en: 'Containers with Docker' },
    about: { es: 'Imágenes, capas y lo que arranca dentro.', en: 'Images, layers and what starts inside.' },
    lessons: ['microservicios', 'imagenes-y-contenedores', 'dockerfile'],
    numbers: span(1, 2),
  },
  {
    title: { es: 'Kubernetes', en: 'Kubernetes' },
    about: {
      es: 'Pods, Deployments, Services y espacios de nombres.',
      en: 'Pods, Deployments, Services and namespaces.',
    },
    lessons: [
      'kubernetes-arquitectura',
      'kubernetes-pods',
      'kubernetes-servicios',
      'kubernetes-escalado',
      'kubernetes-namespaces',
    ],
    numbers: span(3, 7),
  },
  {
    title: { es: 'Istio', en: 'Istio' },
    about: {
      es: 'Identidad, permisos, rutas y observabilidad en la malla.',
      en: 'Identity, permissions, routes and observability in the mesh.',
    },
    lessons: ['service-mesh', 'istio-arquitectura', 'istio-trafico', 'istio-seguridad', 'istio-observabilidad'],
    numbers: span(8, 15),
  },
  {
    title: { es: 'Linkerd y cómo elegir malla', en: 'Linkerd, and how to choose a mesh' },
    about: { es: 'Inyección, TLS sin configurar y migraciones.', en: 'Injection, TLS without setup, and migrations.' },
    lessons: ['linkerd', 'elegir-malla', 'migrar-a-istio'],
    numbers: span(16, 19),
  },
  {
    title: { es: 'Hadoop y contenedores', en: 'Hadoop and containers' },
    about: {
      es: 'Datos a gran escala, con y sin orquestador.',
      en: 'Data at large scale, with and without an orchestrator.',
    },
    lessons: ['hadoop-en-contenedores', 'datos-y-microservicios'],
    numbers: span(20, 25),
  },
  {
    title: { es: 'Proyecto', en: 'Project' },
    about: {
      es: 'Un servicio propio, de la primera línea a la malla.',
      en: 'A service of your own, from its first line to the mesh.',
    },
    lessons: [],
    numbers: span(26, 30),
  },
];

/** The part that an exercise belongs to, by its number. */
export const moduleOf = (number: number): Module | undefined => modules.find(({ numbers }) => numbers.includes(number));
