import type { Text } from '../../graders/index.ts';
import type { Passes, PictureBox, Role } from '../../graders/lab/picture/index.ts';

/** What the picture of an answer says, and the player of its requests. */
export const pictureWords = {
  title: { es: 'Tu respuesta, dibujada', en: 'Your answer, drawn' },
  summary: {
    es: 'El clúster en reposo, con lo que da el ejercicio y lo que has escrito.',
    en: 'The cluster at rest, with what the exercise gives and what you wrote.',
  },
  tooMany: {
    es: 'Hay {count} objetos: demasiados para un dibujo que se entienda. Están en las tablas.',
    en: 'There are {count} objects: too many for a drawing that can be read. They are in the tables.',
  },
  twin: { es: 'El dibujo en tablas', en: 'The drawing as tables' },
  element: { es: 'Elemento', en: 'Element' },
  what: { es: 'Qué es', en: 'What it is' },
  where: { es: 'Namespace', en: 'Namespace' },
  state: { es: 'Cómo está', en: 'How it is' },
  from: { es: 'De', en: 'From' },
  to: { es: 'A', en: 'To' },
  happens: { es: 'Qué pasa', en: 'What happens' },
  traffic: { es: 'lleva tráfico', en: 'carries traffic' },
  control: { es: 'gobierna', en: 'governs' },
  broken: { es: 'no llega a nadie', en: 'reaches nobody' },
  ready: { es: '{ready} de {wanted} pods listos', en: '{ready} of {wanted} pods ready' },
  proxied: { es: 'con proxy', en: 'with a proxy' },
  because: { es: 'Por qué', en: 'Why' },
  network: {
    es: 'Además, las conexiones de las que decide alguna NetworkPolicy: las que pasan, en verde y con trazo continuo; las que no, en rojo, a puntos y con un aspa.',
    en: 'Also the connections that some NetworkPolicy decides: those let through, in green and unbroken; those that are not, in red, dotted and with a cross.',
  },
  networkTable: { es: 'A quién deja pasar la red', en: 'Whom the network lets through' },
  tangled: {
    es: 'Son {count}, demasiadas para el dibujo: están todas en la tabla de debajo.',
    en: 'There are {count}, too many for the drawing: all of them are in the table below.',
  },
  onlyPassing: {
    es: 'Son {count}: el dibujo trae solo las que pasan, y las tablas, todas.',
    en: 'There are {count}: the drawing has only those that pass, the tables have all.',
  },
  unasked: {
    es: 'De {n} {n:carga|cargas} más no se ha preguntado qué conexiones pasan.',
    en: 'Of {n} more {n:workload|workloads} nobody asked which connections pass.',
  },
  wrong: { es: 'mal', en: 'wrong' },
  fine: { es: 'bien', en: 'fine' },
  problems: { es: 'Lo que no funciona', en: 'What does not work' },
  play: { es: 'Recórrelo en el dibujo', en: 'Walk through it in the drawing' },
  walk: { es: 'Recorrido', en: 'Walk' },
  previous: { es: 'Paso anterior', en: 'Previous step' },
  next: { es: 'Paso siguiente', en: 'Next step' },
  run: { es: 'Reproducir', en: 'Play' },
  stop: { es: 'Parar', en: 'Stop' },
  step: { es: 'Paso {step} de {of}', en: 'Step {step} of {of}' },
  split: { es: 'Así se reparte', en: 'How it is shared out' },
} as const satisfies Readonly<Record<string, Text>>;

export const roleWords: Readonly<Record<Role, Text>> = {
  gateway: { es: 'puerta de enlace', en: 'gateway' },
  route: { es: 'regla de tráfico', en: 'traffic rule' },
  service: { es: 'Service', en: 'Service' },
  workload: { es: 'carga', en: 'workload' },
  pod: { es: 'pod', en: 'pod' },
  policy: { es: 'política', en: 'policy' },
  scaler: { es: 'autoescalador', en: 'autoscaler' },
  outside: { es: 'fuera del clúster', en: 'outside the cluster' },
};

/** Whom a policy governs that leads to no element. */
export const governWords: Readonly<Record<NonNullable<PictureBox['governs']>, Text>> = {
  all: { es: 'todo el namespace', en: 'the whole namespace' },
  nobody: { es: 'no gobierna a nadie', en: 'governs nobody' },
};

/** What becomes of a connection, as short as a drawing needs it. */
export const passWords: Readonly<Record<Passes, Text>> = {
  yes: { es: 'pasa', en: 'passes' },
  no: { es: 'no pasa', en: 'blocked' },
  'by-address': { es: 'según la dirección', en: 'depends on the address' },
};

export const passMeans: Readonly<Record<Passes, Text>> = {
  yes: { es: 'la red deja pasar la conexión', en: 'the network lets the connection through' },
  no: { es: 'la red no deja pasar la conexión', en: 'the network does not let the connection through' },
  'by-address': {
    es: 'pasa solo desde las direcciones que la política nombra',
    en: 'only addresses that the policy names get through',
  },
};
