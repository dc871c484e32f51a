// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿Qué ocurrirá? */
  readonly predicciones: {
    /** Cuatro pods usan 200 milésimas de CPU cada uno. ¿Cuántas réplicas decide? */
    readonly 'doble-del-objetivo': number | 'no-se';
    /** Tres pods usan 120 milésimas cada uno. ¿Cuántas réplicas? */
    readonly redondeo: number | 'no-se';
    /** Cinco pods usan 108 milésimas cada uno, el 54 %. ¿Cuántas réplicas? */
    readonly tolerancia: number | 'no-se';
    /** Ocho pods usan 300 milésimas cada uno. ¿Cuántas réplicas? */
    readonly techo: number | 'no-se';
    /** Cuatro pods usan 200 milésimas, pero un sidecar inyectado no pide CPU. ¿Cuántas réplicas? */
    readonly 'sidecar-sin-requests': number | 'no-se';
    /** De tres pods, dos usan 80 milésimas y del tercero no hay medidas. ¿Cuántas réplicas, sin mirar el pasado? */
    readonly 'pod-sin-medidas': number | 'no-se';
    /** Ocho pods trabajan diez minutos justo en el objetivo, al 50 %, y la carga cae casi a cero. ¿Cuántas réplicas quedan dos minutos después? */
    readonly 'bajada-inmediata': number | 'no-se';
    /** En `given/nodos.yaml` hay dos nodos de 2 núcleos y un Deployment de ocho pods que piden 750 milésimas. ¿Cuántos pods se quedan en Pending? */
    readonly 'pods-sin-sitio': number | 'no-se';
    /** ¿Cuántos nodos iguales añade el autoescalador de nodos, si puede llegar a diez? */
    readonly 'nodos-anadidos': number | 'no-se';
  };
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** Cuando faltan máquinas, el HPA añade nodos al clúster */
    readonly 'hpa-y-nodos': 'falso' | 'verdadero' | 'no-se';
    /** El Cluster Autoscaler añade un nodo cuando la CPU de los existentes pasa de un umbral */
    readonly 'nodos-y-cpu': 'falso' | 'verdadero' | 'no-se';
    /** Un pod en Pending porque su petición de CPU no cabe en ningún nodo puede hacer que se añada uno */
    readonly 'pendiente-anade-nodo': 'falso' | 'verdadero' | 'no-se';
    /** Para escalar por CPU hace falta que algo publique las medidas, como metrics-server */
    readonly 'metrics-server': 'falso' | 'verdadero' | 'no-se';
    /** Con un HPA conviene quitar `replicas` del manifiesto del Deployment */
    readonly 'replicas-en-el-manifiesto': 'falso' | 'verdadero' | 'no-se';
    /** Si el selector del Deployment también coincide con pods de otra aplicación, sus medidas entran en la cuenta */
    readonly 'selector-amplio': 'falso' | 'verdadero' | 'no-se';
    /** El porcentaje de uso se calcula sobre los límites (`limits`) */
    readonly 'limite-y-porcentaje': 'falso' | 'verdadero' | 'no-se';
    /** Un PodDisruptionBudget puede impedir que se retire un nodo poco usado */
    readonly 'retirar-nodo': 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿Qué cambia el HPA, y qué mira para decidirlo? */
    readonly pods: string;
    /** ¿Cuándo añade nodos el Cluster Autoscaler, y cómo llega a hacerle falta por culpa del HPA? */
    readonly nodos: string;
  };
}
