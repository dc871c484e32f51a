import { hopMessages } from '../../../core/trace.ts';

/** What a MapReduce job and what a cluster of Kubernetes do when a node is lost. */
export const hops = hopMessages('recovery', {
  lost: {
    es: '`{node}` deja de dar señales. YARN lo da por perdido a los {seconds} s, y el ApplicationMaster se entera por él.',
    en: '`{node}` gives no sign of life. YARN takes it for lost after {seconds} s, and tells the ApplicationMaster.',
  },
  master: {
    es: 'El ApplicationMaster estaba en `{node}`: arranca otro intento, que recupera de su historial las tareas terminadas. Los contenedores del anterior no le sobreviven.',
    en: 'The ApplicationMaster was on `{node}`: another attempt starts and recovers the finished tasks from its history. The containers of the one before do not outlive it.',
  },
  restarted: {
    es: '{n} {n:tarea que estaba en marcha empieza|tareas que estaban en marcha empiezan} de nuevo en otro nodo: se repite solo ese trozo de los datos.',
    en: '{n} {n:task that was running starts|tasks that were running start} over on another node: only that piece of the data is worked through again.',
  },
  rerun: {
    es: '{n} {n:map que ya había terminado se repite|maps que ya habían terminado se repiten}: lo que {n:escribió|escribieron} estaba en el disco del nodo perdido, y algún reduce aún lo necesita.',
    en: '{n} {n:map that had finished runs|maps that had finished run} again: what {n:it wrote was|they wrote was} on the disk of the lost node, and some reduce still needs it.',
  },
  fetched: {
    es: 'Ningún map terminado se repite: todos los reduce han acabado y nadie necesita ya su salida.',
    en: 'No finished map runs again: all reduce tasks have ended and nobody needs their output any more.',
  },
  mapOnly: {
    es: 'Ningún map terminado se repite: sin reduce, escriben en HDFS, que guarda réplicas.',
    en: 'No finished map runs again: without reduce tasks they write to HDFS, which keeps replicas.',
  },
  kept: {
    es: '{n} {n:tarea terminada se conserva|tareas terminadas se conservan}.',
    en: '{n} finished {n:task is|tasks are} kept.',
  },
  silent: {
    es: '`{node}` deja de responder. Sus pods dejan de recibir tráfico cuando el nodo pasa a NotReady y, {seconds} s después, se desalojan.',
    en: '`{node}` stops answering. Its pods get no more traffic once the node is NotReady, and {seconds} s later they are evicted.',
  },
  replaced: {
    es: '`{pod}` se pierde y {kind:el|la} {kind} `{workload}` crea otro, con otro nombre y vacío. Nadie repite lo que el perdido tenía a medias.',
    en: '`{pod}` is lost and the {kind} `{workload}` creates another one, with another name and empty. Nobody repeats what the lost one was in the middle of.',
  },
  waiting: {
    es: '`{pod}` es {kind:del|de la} {kind} `{workload}`: no se crea otro con su nombre hasta que alguien confirma que el nodo ya no está.',
    en: '`{pod}` is of the {kind} `{workload}`: no other one of its name is created until somebody confirms that the node is gone.',
  },
  gone: {
    es: '`{pod}` ({kind}) se va con el nodo: ningún controlador lo crea en otro.',
    en: '`{pod}` ({kind}) goes with the node: no controller creates it on another.',
  },
  noRoom: {
    es: '{n} {n:pod nuevo no encuentra|pods nuevos no encuentran} nodo con sitio.',
    en: '{n} new {n:pod finds|pods find} no node with room.',
  },
});
