// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** Una consulta de PromQL para cada pregunta. */
  readonly consultas: {
    /** Un solo número: cuántas veces lo que recibe de media una tarea reduce recibe la que más. */
    readonly 'peor-entre-media': string;
    /** Por pod: qué parte del tiempo (de 0 a 1) pasan sus tareas (`process="task"`) recogiendo memoria. */
    readonly recogiendo: string;
    /** Un solo número: cuántos bytes le tocan a cada tarea map. */
    readonly 'por-tarea-map': string;
    /** Por pod: qué parte de las peticiones de la mezcla (de 0 a 1) acaba con el código 200, según el proxy de quien las sirve. */
    readonly 'mezcla-servida': string;
  };
  /** ¿Qué ocurrirá? */
  readonly diagnostico: {
    /**
     * `given/volcados/lunes.prom`: ¿qué explica que el trabajo vaya lento?
     * nada: nada: es una ejecución sana
     * reparto-de-claves: una tarea se lleva casi todos los datos
     * disco: el disco de una máquina va mal
     * ficheros-pequenos: hay demasiados ficheros pequeños
     * memoria: unas tareas se quedan sin memoria y la recogen sin parar
     * mezcla: el servicio de la mezcla de un NodeManager no da abasto
     */
    readonly lunes: 'disco' | 'ficheros-pequenos' | 'memoria' | 'mezcla' | 'nada' | 'reparto-de-claves' | 'no-se';
    /**
     * `given/volcados/martes.prom`: ¿qué explica que el trabajo vaya lento?
     * nada: nada: es una ejecución sana
     * reparto-de-claves: una tarea se lleva casi todos los datos
     * disco: el disco de una máquina va mal
     * ficheros-pequenos: hay demasiados ficheros pequeños
     * memoria: unas tareas se quedan sin memoria y la recogen sin parar
     * mezcla: el servicio de la mezcla de un NodeManager no da abasto
     */
    readonly martes: 'disco' | 'ficheros-pequenos' | 'memoria' | 'mezcla' | 'nada' | 'reparto-de-claves' | 'no-se';
    /**
     * `given/volcados/miercoles.prom`: ¿qué explica que el trabajo vaya lento?
     * nada: nada: es una ejecución sana
     * reparto-de-claves: una tarea se lleva casi todos los datos
     * disco: el disco de una máquina va mal
     * ficheros-pequenos: hay demasiados ficheros pequeños
     * memoria: unas tareas se quedan sin memoria y la recogen sin parar
     * mezcla: el servicio de la mezcla de un NodeManager no da abasto
     */
    readonly miercoles: 'disco' | 'ficheros-pequenos' | 'memoria' | 'mezcla' | 'nada' | 'reparto-de-claves' | 'no-se';
    /**
     * `given/volcados/jueves.prom`: ¿qué explica que el trabajo vaya lento?
     * nada: nada: es una ejecución sana
     * reparto-de-claves: una tarea se lleva casi todos los datos
     * disco: el disco de una máquina va mal
     * ficheros-pequenos: hay demasiados ficheros pequeños
     * memoria: unas tareas se quedan sin memoria y la recogen sin parar
     * mezcla: el servicio de la mezcla de un NodeManager no da abasto
     */
    readonly jueves: 'disco' | 'ficheros-pequenos' | 'memoria' | 'mezcla' | 'nada' | 'reparto-de-claves' | 'no-se';
    /**
     * `given/volcados/viernes.prom`: ¿qué explica que el trabajo vaya lento?
     * nada: nada: es una ejecución sana
     * reparto-de-claves: una tarea se lleva casi todos los datos
     * disco: el disco de una máquina va mal
     * ficheros-pequenos: hay demasiados ficheros pequeños
     * memoria: unas tareas se quedan sin memoria y la recogen sin parar
     * mezcla: el servicio de la mezcla de un NodeManager no da abasto
     */
    readonly viernes: 'disco' | 'ficheros-pequenos' | 'memoria' | 'mezcla' | 'nada' | 'reparto-de-claves' | 'no-se';
    /**
     * El lunes: ¿Qué tarea es?
     * r-000000: r_000000
     * r-000001: r_000001
     * r-000002: r_000002
     * r-000003: r_000003
     * r-000004: r_000004
     * r-000005: r_000005
     */
    readonly 'quien-lunes': 'r-000000' | 'r-000001' | 'r-000002' | 'r-000003' | 'r-000004' | 'r-000005' | 'no-se';
    /**
     * El miércoles: ¿Qué pod es?
     * nodemanager-0: nodemanager-0
     * nodemanager-1: nodemanager-1
     * nodemanager-2: nodemanager-2
     * nodemanager-3: nodemanager-3
     */
    readonly 'quien-miercoles': 'nodemanager-0' | 'nodemanager-1' | 'nodemanager-2' | 'nodemanager-3' | 'no-se';
    /**
     * El viernes: ¿Qué pod es?
     * datanode-0: datanode-0
     * datanode-1: datanode-1
     * datanode-2: datanode-2
     * datanode-3: datanode-3
     */
    readonly 'quien-viernes': 'datanode-0' | 'datanode-1' | 'datanode-2' | 'datanode-3' | 'no-se';
  };
  /** ¿Qué ocurrirá? */
  readonly malla: {
    /**
     * El fallo del lunes: ¿qué enseñan de él las métricas de Istio?
     * nada: nada: son las de una ejecución sana
     * sintoma: un síntoma: algo de la red cambia
     */
    readonly 'en-la-malla-lunes': 'nada' | 'sintoma' | 'no-se';
    /**
     * El fallo del martes: ¿qué enseñan de él las métricas de Istio?
     * nada: nada: son las de una ejecución sana
     * sintoma: un síntoma: algo de la red cambia
     */
    readonly 'en-la-malla-martes': 'nada' | 'sintoma' | 'no-se';
    /**
     * El fallo del miércoles: ¿qué enseñan de él las métricas de Istio?
     * nada: nada: son las de una ejecución sana
     * sintoma: un síntoma: algo de la red cambia
     */
    readonly 'en-la-malla-miercoles': 'nada' | 'sintoma' | 'no-se';
    /**
     * El fallo del jueves: ¿qué enseñan de él las métricas de Istio?
     * nada: nada: son las de una ejecución sana
     * sintoma: un síntoma: algo de la red cambia
     */
    readonly 'en-la-malla-jueves': 'nada' | 'sintoma' | 'no-se';
    /**
     * El fallo del viernes: ¿qué enseñan de él las métricas de Istio?
     * nada: nada: son las de una ejecución sana
     * sintoma: un síntoma: algo de la red cambia
     */
    readonly 'en-la-malla-viernes': 'nada' | 'sintoma' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** Un trabajo de Hadoop va lento. ¿Qué miras, dónde y en qué orden? */
    readonly procedimiento: string;
    /** ¿Qué no puede enseñarte la malla de un trabajo de Hadoop? */
    readonly limite: string;
  };
}
