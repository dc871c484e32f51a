/** A part of the course and the numbers of its exercises, in the notebook's order. */
export interface Module {
  readonly title: string;
  readonly about: string;
  readonly numbers: readonly number[];
}

const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

export const modules: readonly Module[] = [
  { title: 'Contenedores con Docker', about: 'Imágenes, capas y lo que arranca dentro.', numbers: span(1, 2) },
  { title: 'Kubernetes', about: 'Pods, Deployments, Services y espacios de nombres.', numbers: span(3, 7) },
  { title: 'Istio', about: 'Identidad, permisos, rutas y observabilidad en la malla.', numbers: span(8, 15) },
  {
    title: 'Linkerd y cómo elegir malla',
    about: 'Inyección, TLS sin configurar y migraciones.',
    numbers: span(16, 19),
  },
  { title: 'Hadoop y contenedores', about: 'Datos a gran escala, con y sin orquestador.', numbers: span(20, 25) },
  { title: 'Proyecto', about: 'Un servicio propio, de la primera línea a la malla.', numbers: span(26, 30) },
];
