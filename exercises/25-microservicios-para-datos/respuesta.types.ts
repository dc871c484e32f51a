// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** Una decisión: qué eliges, dos pruebas a favor y lo que cuesta. */
  readonly historico: {
    /**
     * Cada noche hay que cruzar y ordenar 40 TB de registros que están en HDFS, en los discos de los nodos que calculan. ¿Con qué?
     * mapreduce: un trabajo MapReduce sobre YARN
     * spark: un trabajo Spark por lotes
     * flujo: un motor de flujo con estado, como Flink
     * microservicios: servicios pequeños unidos por una cola
     * contenedor: un contenedor que un CronJob arranca
     */
    readonly eleccion: 'contenedor' | 'flujo' | 'mapreduce' | 'microservicios' | 'spark' | 'no-se';
    /**
     * Una prueba a favor de la elección
     * datos-cerca: Las tareas se reparten por donde están los bloques, y lo filtrado es lo único que viaja
     * memoria-entre-etapas: Encadena las etapas sin escribir cada resultado intermedio en HDFS
     * mezcla-gratis: Mezclar los datos de una etapa a otra no cuesta, porque la red del clúster es interna
     * repite-tareas: Si a las cuatro falla un nodo, se repiten las tareas perdidas y no el trabajo entero
     * siempre-mas-rapido: Los microservicios procesan más deprisa que un lote
     * ya-existe: El trabajo lleva años corriendo y el equipo sabe afinarlo
     */
    readonly prueba: 'datos-cerca' | 'memoria-entre-etapas' | 'mezcla-gratis' | 'repite-tareas' | 'siempre-mas-rapido' | 'ya-existe' | 'no-se';
    /**
     * Otra prueba a favor, distinta
     * datos-cerca: Las tareas se reparten por donde están los bloques, y lo filtrado es lo único que viaja
     * memoria-entre-etapas: Encadena las etapas sin escribir cada resultado intermedio en HDFS
     * mezcla-gratis: Mezclar los datos de una etapa a otra no cuesta, porque la red del clúster es interna
     * repite-tareas: Si a las cuatro falla un nodo, se repiten las tareas perdidas y no el trabajo entero
     * siempre-mas-rapido: Los microservicios procesan más deprisa que un lote
     * ya-existe: El trabajo lleva años corriendo y el equipo sabe afinarlo
     */
    readonly 'otra-prueba': 'datos-cerca' | 'memoria-entre-etapas' | 'mezcla-gratis' | 'repite-tareas' | 'siempre-mas-rapido' | 'ya-existe' | 'no-se';
    /**
     * Lo que cuesta la elección
     * contratos-entre-equipos: Hay que acordar el formato de los mensajes entre equipos
     * escribe-cada-etapa: Cada etapa vuelve a escribir y a leer en disco
     * no-ve-nada-hasta-el-final: Hasta que termina no hay ningún resultado
     * pide-memoria: Pide mucha memoria, y sin ella vuelca a disco
     */
    readonly contrapunto: 'contratos-entre-equipos' | 'escribe-cada-etapa' | 'no-ve-nada-hasta-el-final' | 'pide-memoria' | 'no-se';
  };
  /** Una decisión: qué eliges, dos pruebas a favor y lo que cuesta. */
  readonly fraude: {
    /**
     * Hay que dar o negar cada pago según lo que la tarjeta hizo en la última hora. Son 2000 pagos por segundo. ¿Con qué?
     * mapreduce: un trabajo MapReduce sobre YARN
     * spark: un trabajo Spark por lotes
     * flujo: un motor de flujo con estado, como Flink
     * microservicios: servicios pequeños unidos por una cola
     * contenedor: un contenedor que un CronJob arranca
     */
    readonly eleccion: 'contenedor' | 'flujo' | 'mapreduce' | 'microservicios' | 'spark' | 'no-se';
    /**
     * Una prueba a favor de la elección
     * crece-con-la-carga: En las rebajas se añaden réplicas solo a lo que va saturado
     * estado-guardado: Guarda la última hora de cada tarjeta con puntos de control
     * misma-base: Todas las etapas leen y escriben la misma tabla, y así no hay que acordar formatos
     * modelo-aparte: El equipo del modelo publica el suyo varias veces al día sin tocar lo demás
     * responde-al-llegar: Trata cada pago cuando llega, en milisegundos
     * una-vez-sin-mas: Con una cola en medio, cada pago se cuenta exactamente una vez sin hacer nada
     */
    readonly prueba: 'crece-con-la-carga' | 'estado-guardado' | 'misma-base' | 'modelo-aparte' | 'responde-al-llegar' | 'una-vez-sin-mas' | 'no-se';
    /**
     * Otra prueba a favor, distinta
     * crece-con-la-carga: En las rebajas se añaden réplicas solo a lo que va saturado
     * estado-guardado: Guarda la última hora de cada tarjeta con puntos de control
     * misma-base: Todas las etapas leen y escriben la misma tabla, y así no hay que acordar formatos
     * modelo-aparte: El equipo del modelo publica el suyo varias veces al día sin tocar lo demás
     * responde-al-llegar: Trata cada pago cuando llega, en milisegundos
     * una-vez-sin-mas: Con una cola en medio, cada pago se cuenta exactamente una vez sin hacer nada
     */
    readonly 'otra-prueba': 'crece-con-la-carga' | 'estado-guardado' | 'misma-base' | 'modelo-aparte' | 'responde-al-llegar' | 'una-vez-sin-mas' | 'no-se';
    /**
     * Lo que cuesta la elección
     * duplicados: Si un mensaje llega dos veces, el servicio tiene que darse cuenta
     * espera-a-la-noche: El resultado llega al día siguiente
     * siempre-en-marcha: Algo está en marcha y gastando las 24 horas
     * un-motor-mas: Hay que saber operar el motor, con su estado y sus actualizaciones
     */
    readonly contrapunto: 'duplicados' | 'espera-a-la-noche' | 'siempre-en-marcha' | 'un-motor-mas' | 'no-se';
  };
  /** Una decisión: qué eliges, dos pruebas a favor y lo que cuesta. */
  readonly fotos: {
    /**
     * De cada foto que sube un usuario hay que sacar una miniatura, un texto y unas etiquetas. ¿Con qué?
     * mapreduce: un trabajo MapReduce sobre YARN
     * spark: un trabajo Spark por lotes
     * flujo: un motor de flujo con estado, como Flink
     * microservicios: servicios pequeños unidos por una cola
     * contenedor: un contenedor que un CronJob arranca
     */
    readonly eleccion: 'contenedor' | 'flujo' | 'mapreduce' | 'microservicios' | 'spark' | 'no-se';
    /**
     * Una prueba a favor de la elección
     * datos-juntos: Las tareas se reparten por donde están los bloques
     * equipos-sin-turno: Cada equipo prueba y publica su imagen
     * foto-a-foto: Cada foto se procesa sola: no hay que juntarla con ninguna otra
     * gpu-donde-hace-falta: Solo el paso de las etiquetas pide GPU, y escala por su cola
     * nada-mas-que-servicios: Con servicios bien hechos sobran Spark, Flink y Kafka
     * siempre-mas-rapido: Los microservicios procesan más deprisa que un lote
     */
    readonly prueba: 'datos-juntos' | 'equipos-sin-turno' | 'foto-a-foto' | 'gpu-donde-hace-falta' | 'nada-mas-que-servicios' | 'siempre-mas-rapido' | 'no-se';
    /**
     * Otra prueba a favor, distinta
     * datos-juntos: Las tareas se reparten por donde están los bloques
     * equipos-sin-turno: Cada equipo prueba y publica su imagen
     * foto-a-foto: Cada foto se procesa sola: no hay que juntarla con ninguna otra
     * gpu-donde-hace-falta: Solo el paso de las etiquetas pide GPU, y escala por su cola
     * nada-mas-que-servicios: Con servicios bien hechos sobran Spark, Flink y Kafka
     * siempre-mas-rapido: Los microservicios procesan más deprisa que un lote
     */
    readonly 'otra-prueba': 'datos-juntos' | 'equipos-sin-turno' | 'foto-a-foto' | 'gpu-donde-hace-falta' | 'nada-mas-que-servicios' | 'siempre-mas-rapido' | 'no-se';
    /**
     * Lo que cuesta la elección
     * contratos-entre-equipos: Hay que acordar el formato de los mensajes entre equipos
     * no-ve-nada-hasta-el-final: Hasta que termina no hay ningún resultado
     * tres-cosas-que-vigilar: Son tres servicios y una cola que vigilar
     */
    readonly contrapunto: 'contratos-entre-equipos' | 'no-ve-nada-hasta-el-final' | 'tres-cosas-que-vigilar' | 'no-se';
  };
  /** Una decisión: qué eliges, dos pruebas a favor y lo que cuesta. */
  readonly contadores: {
    /**
     * Un millón de contadores envía una lectura cada minuto, y algunas llegan con media hora de retraso. Hay que tener el consumo de cada barrio, hora a hora. ¿Con qué?
     * mapreduce: un trabajo MapReduce sobre YARN
     * spark: un trabajo Spark por lotes
     * flujo: un motor de flujo con estado, como Flink
     * microservicios: servicios pequeños unidos por una cola
     * contenedor: un contenedor que un CronJob arranca
     */
    readonly eleccion: 'contenedor' | 'flujo' | 'mapreduce' | 'microservicios' | 'spark' | 'no-se';
    /**
     * Una prueba a favor de la elección
     * estado-guardado: Si cae un nodo, sigue desde el último punto de control sin contar dos veces
     * misma-base: Todos los servicios suman en la misma tabla, y así no hace falta estado
     * responde-al-llegar: Trata cada lectura cuando llega
     * una-vez-sin-mas: Con una cola en medio, cada lectura se cuenta exactamente una vez sin hacer nada
     * ventanas-y-retrasos: Trae ventanas por la hora del dato, y espera a lo que llega tarde
     */
    readonly prueba: 'estado-guardado' | 'misma-base' | 'responde-al-llegar' | 'una-vez-sin-mas' | 'ventanas-y-retrasos' | 'no-se';
    /**
     * Otra prueba a favor, distinta
     * estado-guardado: Si cae un nodo, sigue desde el último punto de control sin contar dos veces
     * misma-base: Todos los servicios suman en la misma tabla, y así no hace falta estado
     * responde-al-llegar: Trata cada lectura cuando llega
     * una-vez-sin-mas: Con una cola en medio, cada lectura se cuenta exactamente una vez sin hacer nada
     * ventanas-y-retrasos: Trae ventanas por la hora del dato, y espera a lo que llega tarde
     */
    readonly 'otra-prueba': 'estado-guardado' | 'misma-base' | 'responde-al-llegar' | 'una-vez-sin-mas' | 'ventanas-y-retrasos' | 'no-se';
    /**
     * Lo que cuesta la elección
     * escribe-cada-etapa: Cada etapa vuelve a escribir y a leer en disco
     * siempre-en-marcha: Algo está en marcha y gastando las 24 horas
     * un-motor-mas: Hay que saber operar el motor, con su estado y sus actualizaciones
     */
    readonly contrapunto: 'escribe-cada-etapa' | 'siempre-en-marcha' | 'un-motor-mas' | 'no-se';
  };
  /** Una decisión: qué eliges, dos pruebas a favor y lo que cuesta. */
  readonly informe: {
    /**
     * Una analista saca a fin de mes un informe de un fichero de 3 GB. ¿Con qué?
     * mapreduce: un trabajo MapReduce sobre YARN
     * spark: un trabajo Spark por lotes
     * flujo: un motor de flujo con estado, como Flink
     * microservicios: servicios pequeños unidos por una cola
     * contenedor: un contenedor que un CronJob arranca
     */
    readonly eleccion: 'contenedor' | 'flujo' | 'mapreduce' | 'microservicios' | 'spark' | 'no-se';
    /**
     * Una prueba a favor de la elección
     * arranca-y-termina: Arranca, escribe el informe y termina
     * cabe-en-una-maquina: 3 GB caben en la memoria de una máquina
     * crece-sin-reescribir: Si un día son 3 TB, el mismo programa se reparte
     * imagen-con-todo: Su imagen lleva las bibliotecas con las que se probó
     * para-eso-esta-hadoop: Los datos de la empresa se procesan con Hadoop, sean los que sean
     * siempre-mas-rapido: Los microservicios procesan más deprisa que un lote
     */
    readonly prueba: 'arranca-y-termina' | 'cabe-en-una-maquina' | 'crece-sin-reescribir' | 'imagen-con-todo' | 'para-eso-esta-hadoop' | 'siempre-mas-rapido' | 'no-se';
    /**
     * Otra prueba a favor, distinta
     * arranca-y-termina: Arranca, escribe el informe y termina
     * cabe-en-una-maquina: 3 GB caben en la memoria de una máquina
     * crece-sin-reescribir: Si un día son 3 TB, el mismo programa se reparte
     * imagen-con-todo: Su imagen lleva las bibliotecas con las que se probó
     * para-eso-esta-hadoop: Los datos de la empresa se procesan con Hadoop, sean los que sean
     * siempre-mas-rapido: Los microservicios procesan más deprisa que un lote
     */
    readonly 'otra-prueba': 'arranca-y-termina' | 'cabe-en-una-maquina' | 'crece-sin-reescribir' | 'imagen-con-todo' | 'para-eso-esta-hadoop' | 'siempre-mas-rapido' | 'no-se';
    /**
     * Lo que cuesta la elección
     * aprender-spark: La analista tiene que aprender Spark para algo que cabe en una máquina
     * arranque-en-frio: Si falla a mitad, empieza de nuevo
     * siempre-en-marcha: Algo está en marcha y gastando las 24 horas
     * sin-reparto: Si el fichero crece mucho, deja de caber en una máquina
     */
    readonly contrapunto: 'aprender-spark' | 'arranque-en-frio' | 'siempre-en-marcha' | 'sin-reparto' | 'no-se';
  };
  /** ¿Qué ocurrirá? */
  readonly cambios: {
    /** En `given/lote.yaml`, las cinco etapas van en un solo paquete. Cambia una regla de la limpieza y se publica el paquete 1.1. ¿Cuántos pods se crean de nuevo? */
    readonly 'regla-en-el-paquete': number | 'no-se';
    /** En `given/tuberia.yaml`, cada etapa es un servicio. Cambia la misma regla y se publica `limpieza` 1.1. ¿Cuántos pods se crean de nuevo? */
    readonly 'regla-en-su-servicio': number | 'no-se';
    /** El límite de la regla está en el ConfigMap `reglas`, que `limpieza` lee al arrancar. Se cambia el ConfigMap y nada más. ¿Cuántos pods se crean de nuevo? */
    readonly 'regla-en-la-configuracion': number | 'no-se';
    /** En `given/con-huella.yaml`, la plantilla de `limpieza` lleva en una anotación la huella del ConfigMap. Cambian los dos a la vez. ¿Cuántos pods se crean de nuevo? */
    readonly 'regla-con-huella': number | 'no-se';
    /** En `given/tuberia.yaml`, `agregado` pasa de cuatro réplicas a ocho. De los pods que ya había, ¿cuántos se crean de nuevo? */
    readonly 'mas-replicas': number | 'no-se';
    /** En `given/tuberia.yaml`, el formato del evento va dentro de una biblioteca que llevan `ingesta`, `limpieza` y `agregado`. Cambia el formato. ¿Cuántos pods se crean de nuevo? */
    readonly 'formato-compartido': number | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿Qué cambia al desarrollar y al desplegar si cada etapa de la tubería es un servicio? ¿Y cuando hace falta más capacidad? */
    readonly 'desarrollo-y-despliegue': string;
    /** ¿Cuándo seguirías con un lote, como MapReduce o Spark? ¿Qué cuesta partirlo en servicios? */
    readonly 'cuando-no': string;
  };
}
