// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿A qué corresponde cada cosa? */
  readonly afirmaciones: {
    /** En un pico de trabajo, más réplicas de NodeManager empiezan a ejecutar tareas en minutos */
    readonly 'mas-nodemanagers': 'falso' | 'si-datos-fuera' | 'si-disco-del-nodo' | 'si-hay-nodos' | 'si-volumen-en-red' | 'verdadero' | 'no-se';
    /** Un autoescalador puede quitar la mitad de los DataNodes por la noche y volver a ponerlos por la mañana, sin más */
    readonly 'menos-datanodes-de-noche': 'falso' | 'si-datos-fuera' | 'si-disco-del-nodo' | 'si-hay-nodos' | 'si-volumen-en-red' | 'verdadero' | 'no-se';
    /** Al terminar el trabajo se borra el Hadoop entero, y mañana se crea otro que encuentra los datos */
    readonly 'borrar-el-cluster': 'falso' | 'si-datos-fuera' | 'si-disco-del-nodo' | 'si-hay-nodos' | 'si-volumen-en-red' | 'verdadero' | 'no-se';
    /** Sin configurar nada, YARN sigue llevando cada tarea al nodo que tiene su bloque */
    readonly 'localidad-de-serie': 'falso' | 'si-datos-fuera' | 'si-disco-del-nodo' | 'si-hay-nodos' | 'si-volumen-en-red' | 'verdadero' | 'no-se';
    /** Si el NodeManager y el DataNode de cada nodo comparten nombre de anfitrión, las tareas leen de un disco de su propio nodo */
    readonly 'localidad-preparada': 'falso' | 'si-datos-fuera' | 'si-disco-del-nodo' | 'si-hay-nodos' | 'si-volumen-en-red' | 'verdadero' | 'no-se';
    /** Los pods de Hadoop y los de otros servicios pueden compartir nodos y aprovechar huecos que máquinas dedicadas dejarían vacíos */
    readonly 'compartir-nodos': 'falso' | 'si-datos-fuera' | 'si-disco-del-nodo' | 'si-hay-nodos' | 'si-volumen-en-red' | 'verdadero' | 'no-se';
    /** En Kubernetes ya no hace falta YARN: los trabajos MapReduce se envían directamente a Kubernetes */
    readonly 'adios-a-yarn': 'falso' | 'si-datos-fuera' | 'si-disco-del-nodo' | 'si-hay-nodos' | 'si-volumen-en-red' | 'verdadero' | 'no-se';
    /** Un Deployment es la forma adecuada de ejecutar DataNodes */
    readonly 'datanode-en-deployment': 'falso' | 'si-datos-fuera' | 'si-disco-del-nodo' | 'si-hay-nodos' | 'si-volumen-en-red' | 'verdadero' | 'no-se';
    /** HDFS con tres réplicas sobre volúmenes que ya guardan tres copias ocupa nueve veces los datos */
    readonly 'espacio-multiplicado': 'falso' | 'si-datos-fuera' | 'si-disco-del-nodo' | 'si-hay-nodos' | 'si-volumen-en-red' | 'verdadero' | 'no-se';
    /** Si se pierde el nodo del NameNode, su pod vuelve en otro nodo con sus metadatos */
    readonly 'namenode-en-otro-nodo': 'falso' | 'si-datos-fuera' | 'si-disco-del-nodo' | 'si-hay-nodos' | 'si-volumen-en-red' | 'verdadero' | 'no-se';
    /** Los mismos manifiestos, con otros valores, despliegan el Hadoop de pruebas y el de producción */
    readonly 'mismo-manifiesto': 'falso' | 'si-datos-fuera' | 'si-disco-del-nodo' | 'si-hay-nodos' | 'si-volumen-en-red' | 'verdadero' | 'no-se';
    /** Un mismo trabajo termina antes en Kubernetes que en esas mismas máquinas sin él */
    readonly 'siempre-mas-rapido': 'falso' | 'si-datos-fuera' | 'si-disco-del-nodo' | 'si-hay-nodos' | 'si-volumen-en-red' | 'verdadero' | 'no-se';
  };
  /** ¿Qué ocurrirá? */
  readonly reparto: {
    /** En `given/dedicado.yaml`, Hadoop tiene sus nodos y la tienda los suyos. ¿Cuántos de los 12 NodeManagers se quedan sin nodo? */
    readonly dedicado: number | 'no-se';
    /** ¿Y en `given/compartido.yaml`, con los mismos nodos y los mismos pods? */
    readonly compartido: number | 'no-se';
    /** En `given/pico.yaml` se piden 24 NodeManagers en el clúster compartido, y el autoescalador puede llegar a diez nodos iguales. ¿Cuántos añade? */
    readonly pico: number | 'no-se';
    /** ¿Y cuántos pods se quedan esperando en ese pico si no hay autoescalador? */
    readonly 'pico-sin-autoescalador': number | 'no-se';
  };
  /** ¿Qué ocurrirá? */
  readonly datos: {
    /** Seis máquinas en dos racks, cada una con su DataNode y su NodeManager, tres réplicas y la topología configurada. Con sitio de sobra, ¿qué porcentaje de las tareas lee de un disco de su máquina? */
    readonly 'lectura-en-maquinas': number | 'no-se';
    /** Las mismas seis máquinas como nodos de Kubernetes: en cada una, un pod de DataNode con el disco del nodo y un pod de NodeManager, sin configurar nada más. ¿Qué porcentaje de las tareas lee de un disco de su máquina? (con un margen de 1) */
    readonly 'lectura-en-pods': number | 'no-se';
    /** Ahora los pods usan `hostNetwork`, de modo que el NodeManager y el DataNode de un nodo se llaman igual, pero los volúmenes de los DataNodes están en la red. ¿Qué porcentaje lee de un disco de su máquina? */
    readonly 'lectura-en-red': number | 'no-se';
    /** `dfs.replication` vale 2 y cada volumen de red guarda por su cuenta 3 copias. ¿Cuántos discos ocupa cada byte? */
    readonly 'discos-por-byte': number | 'no-se';
    /**
     * En los pods sin topología, con disco del nodo y tres réplicas, se pierde para siempre el rack `/r1` entero. ¿Se pierde algún bloque?
     * ninguno: ninguno: HDFS reparte siempre entre dos racks
     * algunos: algunos: los que tenían sus tres réplicas en él
     * la-mitad: la mitad, como los DataNodes
     */
    readonly 'rack-perdido': 'algunos' | 'la-mitad' | 'ninguno' | 'no-se';
    /**
     * Con `dfs.replication` a 2, un autoescalador quita a la vez `m1` y `m2`, con sus discos. ¿Se pierde algún bloque?
     * si: sí, los que solo estaban en esos dos
     * no: no, el NameNode los copia antes
     */
    readonly 'dos-datanodes-menos': 'no' | 'si' | 'no-se';
    /** Se borra por error el pod `datanode-0` de un StatefulSet que usa discos de los nodos, con una sola réplica por bloque. ¿Qué porcentaje de los bloques se pierde? */
    readonly 'pod-reiniciado': number | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** Tres ventajas de llevar Hadoop a Kubernetes: ¿qué pasa con los NodeManagers en un pico, con los nodos y con la forma de desplegar? */
    readonly gana: string;
    /** ¿Qué pasa con la localidad de los datos al llevar HDFS y YARN a pods, y qué tienen de especial los DataNodes? */
    readonly paga: string;
  };
}
