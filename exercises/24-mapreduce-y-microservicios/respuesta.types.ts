// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿A qué corresponde cada cosa? */
  readonly comparacion: {
    /** Escalabilidad: el trabajo se divide según los trozos de los datos de entrada */
    readonly 'parte-los-datos': 'ambos' | 'mapreduce' | 'microservicios' | 'ninguno' | 'no-se';
    /** Escalabilidad: el número de copias de cada pieza sube y baja con la carga de ese momento */
    readonly 'replicas-segun-carga': 'ambos' | 'mapreduce' | 'microservicios' | 'ninguno' | 'no-se';
    /** Escalabilidad: se crece añadiendo máquinas corrientes, en vez de comprar una mayor */
    readonly 'maquinas-corrientes': 'ambos' | 'mapreduce' | 'microservicios' | 'ninguno' | 'no-se';
    /** Escalabilidad: el planificador intenta ejecutar el cálculo en la máquina que guarda los datos */
    readonly 'calculo-junto-a-los-datos': 'ambos' | 'mapreduce' | 'microservicios' | 'ninguno' | 'no-se';
    /** Escalabilidad: el objetivo se mide en milisegundos por petición */
    readonly milisegundos: 'ambos' | 'mapreduce' | 'microservicios' | 'ninguno' | 'no-se';
    /** Gestión: un componente central decide en qué nodo se ejecuta cada cosa */
    readonly 'reparto-central': 'ambos' | 'mapreduce' | 'microservicios' | 'ninguno' | 'no-se';
    /** Gestión: lo que se ejecuta nace para un trabajo y desaparece al acabarlo */
    readonly 'nace-y-termina': 'ambos' | 'mapreduce' | 'microservicios' | 'ninguno' | 'no-se';
    /** Gestión: se declara cuántas copias tiene que haber, y un controlador las mantiene sin fecha de fin */
    readonly 'copias-mantenidas': 'ambos' | 'mapreduce' | 'microservicios' | 'ninguno' | 'no-se';
    /** Gestión: cada pieza tiene su versión y su equipo, y se despliega sin tocar las demás */
    readonly 'versiones-por-pieza': 'ambos' | 'mapreduce' | 'microservicios' | 'ninguno' | 'no-se';
    /** Resiliencia: un nodo que deja de dar señales se da por perdido, y su trabajo pasa a otros */
    readonly 'nodo-mudo': 'ambos' | 'mapreduce' | 'microservicios' | 'ninguno' | 'no-se';
    /** Resiliencia: lo que hacía el nodo perdido se vuelve a calcular desde la entrada, hasta terminar */
    readonly 'repite-el-trozo': 'ambos' | 'mapreduce' | 'microservicios' | 'ninguno' | 'no-se';
    /** Resiliencia: la plataforma guarda por su cuenta varias copias de los datos que procesa */
    readonly 'copias-de-los-datos': 'ambos' | 'mapreduce' | 'microservicios' | 'ninguno' | 'no-se';
    /** Resiliencia: un cobro o un correo que envía el código ocurre exactamente una vez, aunque se pierda el nodo */
    readonly 'efecto-una-sola-vez': 'ambos' | 'mapreduce' | 'microservicios' | 'ninguno' | 'no-se';
    /** Resiliencia: la plataforma recuerda la petición HTTP que atendía el pod perdido y la termina en otro */
    readonly 'peticion-a-medias': 'ambos' | 'mapreduce' | 'microservicios' | 'ninguno' | 'no-se';
  };
  /** ¿Qué ocurrirá? */
  readonly trabajo: {
    /** El trabajo del enunciado pierde `n1`. ¿Cuántos map ya terminados se repiten? */
    readonly 'maps-repetidos': number | 'no-se';
    /** ¿Y cuántas tareas que estaban en marcha tienen que empezar de nuevo? */
    readonly 'tareas-de-nuevo': number | 'no-se';
    /** ¿Cuántas tareas terminadas se conservan? */
    readonly 'se-conservan': number | 'no-se';
    /** El mismo trabajo pierde `n3`, donde está el ApplicationMaster, en lugar de `n1`. ¿Cuántas tareas en marcha empiezan de nuevo? */
    readonly 'pierde-al-maestro': number | 'no-se';
    /** Si los dos reduce ya hubieran terminado cuando se pierde `n1`, ¿cuántos map terminados se repetirían? */
    readonly 'reduces-acabados': number | 'no-se';
  };
  /** ¿Qué ocurrirá? */
  readonly cluster: {
    /** En `given/cluster.yaml` se pierde `n1`. ¿Cuántos pods se crean de nuevo en otros nodos, sin que nadie haga nada? */
    readonly recreados: number | 'no-se';
    /** ¿Cuántos pods de `api` siguen atendiendo mientras tanto? */
    readonly 'siguen-atendiendo': number | 'no-se';
    /** ¿Cuántos pods de `sesiones`, que es un StatefulSet, se quedan sin sustituto hasta que alguien confirma que el nodo ya no está? */
    readonly 'esperan-confirmacion': number | 'no-se';
    /** ¿Cuántos pods de `n1` no vuelve a crear nadie en otro nodo, ni se espera que lo haga? */
    readonly 'sin-sustituto': number | 'no-se';
    /** En `given/justo.yaml`, los mismos pods están en nodos más pequeños. Al perder `n1`, ¿cuántos pods de los que se sustituyen se quedan sin nodo? */
    readonly 'sin-sitio': number | 'no-se';
  };
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** Una tarea map es un microservicio pequeño */
    readonly 'map-es-servicio': 'falso' | 'verdadero' | 'no-se';
    /** Tres réplicas de un pod protegen los datos igual que tres réplicas de un bloque de HDFS */
    readonly 'replicas-iguales': 'falso' | 'verdadero' | 'no-se';
    /** Perder un pod de un servicio que guarda su estado en una base de datos externa no pierde datos */
    readonly 'pod-sin-estado': 'falso' | 'verdadero' | 'no-se';
    /** Un map se puede repetir porque su entrada no cambia y su salida solo cuenta si termina */
    readonly 'repetir-es-seguro': 'falso' | 'verdadero' | 'no-se';
    /** Un trabajo MapReduce y un servicio web se dimensionan con el mismo objetivo, la latencia de cada respuesta */
    readonly 'mismo-objetivo': 'falso' | 'verdadero' | 'no-se';
    /** Con el doble de nodos, cualquier trabajo MapReduce tarda la mitad */
    readonly 'doble-de-nodos': 'falso' | 'verdadero' | 'no-se';
    /** El NameNode y el plano de control de Kubernetes guardan el estado del que depende lo demás, y los dos se pueden replicar */
    readonly 'pieza-de-la-que-todo-depende': 'falso' | 'verdadero' | 'no-se';
    /** Un mismo sistema puede tener servicios que atienden a usuarios y trabajos por lotes que recorren sus datos por la noche */
    readonly conviven: 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** Cuando se pierde un nodo, ¿qué hace MapReduce con sus tareas, qué hace Kubernetes con sus pods y quién conserva los datos? */
    readonly 'ante-un-nodo': string;
    /** ¿Cómo escala MapReduce, cómo escala un microservicio y en qué se parecen los dos? */
    readonly 'escala-y-parecido': string;
  };
}
