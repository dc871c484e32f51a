// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /**
   * 
   * continuar-namenode: volver a arrancar `namenode` con `docker start`
   * crear-red: crear la red `hadoop`
   * datanode-1: arrancar `datanode-1` con el volumen `bloques-1` en `/data`
   * datanode-1-sin-volumen: arrancar `datanode-1` sin volumen
   * datanode-2: arrancar `datanode-2` con el volumen `bloques-2` en `/data`
   * datanode-2-otros-nombres: arrancar `datanode-2` con `CORE_CONF_fs_defaultFS` en lugar de `CORE-SITE.XML_fs.defaultFS`
   * datanode-2-sin-red: arrancar `datanode-2` con el volumen `bloques-2`, en la red por defecto de Docker
   * datanode-2-sin-volumen: arrancar `datanode-2` sin volumen
   * datanode-3: arrancar `datanode-3` con el volumen `bloques-3` en `/data`
   * detener-namenode: detener `namenode` con `docker stop`
   * formatear: formatear el volumen `nombres`, montado en `/data`, con un contenedor que termina
   * lanzar-trabajo: lanzar el trabajo que lee `/entrada` y deja `/salida`
   * namenode-con-volumen: arrancar `namenode` con el volumen `nombres` en `/data` y `ENSURE_NAMENODE_DIR=/data/name`
   * namenode-en-localhost: arrancar `namenode` con el volumen `nombres` y `fs.defaultFS` en `hdfs://localhost:8020`
   * namenode-en-otra-carpeta: arrancar `namenode` con el volumen `nombres` en `/nombres` y ahí sus datos
   * namenode-formatea-siempre: arrancar `namenode` con el volumen `nombres` y una orden que formatea antes de cada arranque
   * namenode-sin-volumen: arrancar `namenode` sin volumen, con `ENSURE_NAMENODE_DIR=/data/name`
   * namenode-ya-formateado: arrancar `namenode` con el volumen `nombres` en `/data`, sin formatear nada
   * nodemanager: arrancar `nodemanager` con el servicio `mapreduce_shuffle`
   * nodemanager-sin-shuffle: arrancar `nodemanager` con los servicios por defecto
   * resourcemanager: arrancar `resourcemanager`
   * subir-datos: subir `/entrada` a HDFS
   */
  readonly demonios: readonly ('continuar-namenode' | 'crear-red' | 'datanode-1' | 'datanode-1-sin-volumen' | 'datanode-2' | 'datanode-2-otros-nombres' | 'datanode-2-sin-red' | 'datanode-2-sin-volumen' | 'datanode-3' | 'detener-namenode' | 'formatear' | 'lanzar-trabajo' | 'namenode-con-volumen' | 'namenode-en-localhost' | 'namenode-en-otra-carpeta' | 'namenode-formatea-siempre' | 'namenode-sin-volumen' | 'namenode-ya-formateado' | 'nodemanager' | 'nodemanager-sin-shuffle' | 'resourcemanager' | 'subir-datos')[];
  /** ¿Qué ocurrirá? */
  readonly predicciones: {
    /** El NameNode no tiene volumen y su imagen lo formatea si no encuentra nada; los tres DataNodes sí tienen volumen y ya guardan bloques. Borras el contenedor del NameNode y lo creas igual. ¿Cuántos DataNodes quedan registrados? */
    readonly 'recrear-sin-volumen': number | 'no-se';
    /** En el mismo clúster, en lugar de borrar el NameNode lo detienes y lo vuelves a arrancar (`docker stop` y `docker start`). ¿Cuántos DataNodes quedan registrados? */
    readonly 'parar-sin-volumen': number | 'no-se';
    /**
     * Montas un volumen vacío en `/data`, y tanto `dfs.namenode.name.dir` como `ENSURE_NAMENODE_DIR` dicen `/data`. ¿Qué hace el NameNode la primera vez?
     * arranca: se formatea y arranca
     * sin-formatear: no se formatea y termina
     * sin-permiso: no puede escribir y termina
     */
    readonly 'carpeta-del-volumen': 'arranca' | 'sin-formatear' | 'sin-permiso' | 'no-se';
    /**
     * Hay tres DataNodes sin volumen y `/entrada` tiene tres réplicas. Borras el contenedor de `datanode-1` y lo creas igual. ¿Se puede leer `/entrada`?
     * si: sí, de los otros dos
     * no: no, sus bloques estaban en el contenedor
     */
    readonly 'un-datanode-sin-volumen': 'no' | 'si' | 'no-se';
    /** En el contenedor del NameNode, `fs.defaultFS` es `hdfs://localhost:8020`; en los tres DataNodes, `hdfs://namenode:8020`. ¿Cuántos DataNodes se registran? */
    readonly 'en-localhost': number | 'no-se';
  };
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** Usar Docker con Hadoop quiere decir, siempre, meter los demonios en contenedores */
    readonly 'solo-demonios': 'falso' | 'verdadero' | 'no-se';
    /** Con el runtime de Docker de YARN, dos trabajos pueden usar a la vez versiones distintas de una biblioteca sin instalarlas en los nodos */
    readonly 'dependencias-por-trabajo': 'falso' | 'verdadero' | 'no-se';
    /** Para una tarea MapReduce sirve cualquier imagen que tenga el jar del trabajo */
    readonly 'imagen-cualquiera': 'falso' | 'verdadero' | 'no-se';
    /** Conviene formatear el NameNode en cada arranque, para que empiece limpio */
    readonly 'formatear-al-arrancar': 'falso' | 'verdadero' | 'no-se';
    /** Con tres réplicas por bloque, el NameNode no necesita volumen */
    readonly 'replicas-en-lugar-de-volumen': 'falso' | 'verdadero' | 'no-se';
    /** En Hadoop 3, la interfaz web del NameNode está en el puerto 9870 */
    readonly 'interfaz-web': 'falso' | 'verdadero' | 'no-se';
    /** Aunque `yarn-site.xml` permita Docker, `container-executor.cfg` puede negarlo */
    readonly 'root-decide': 'falso' | 'verdadero' | 'no-se';
    /** Una tarea que YARN lanza en Docker deja de poder leer bloques de su propia máquina */
    readonly 'localidad-perdida': 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿Qué se ejecuta en contenedores cuando quien usa Docker es YARN, y qué gana con eso cada trabajo? */
    readonly caminos: string;
    /** Los demonios están en contenedores. ¿Dónde tiene que estar lo que deba durar? ¿Y por qué las réplicas de HDFS no salvan al NameNode? */
    readonly datos: string;
  };
}
