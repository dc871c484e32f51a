import { hopMessages } from '../../../core/trace.ts';

/** What the metrics of a job show. */
export const hops = hopMessages('hadoop-metrics', {
  healthy: {
    es: 'Ninguna serie se aparta de las que son como ella.',
    en: 'No series stands out from those that are like it.',
  },
  skewed: {
    es: '`mapreduce_task_input_bytes`: la tarea `{task}` recibe {times} veces lo que recibe la mediana.',
    en: '`mapreduce_task_input_bytes`: the task `{task}` gets {times} times what the median gets.',
  },
  slowDisk: {
    es: '`hadoop_datanode_readblockopavgtime`: `{pod}` tarda {milliseconds} ms en leer un bloque y los demás unos {usual}; su disco está ocupado el {percent} % del tiempo.',
    en: '`hadoop_datanode_readblockopavgtime`: `{pod}` takes {milliseconds} ms to read a block and the others some {usual}; its disk is busy {percent}% of the time.',
  },
  smallFiles: {
    es: '`mapreduce_job_maps`: hay {maps} tareas map, y a cada una le tocan {kilobytes} kB.',
    en: '`mapreduce_job_maps`: there are {maps} map tasks, and each gets {kilobytes} kB.',
  },
  collecting: {
    es: '`jvm_gc_collection_seconds_sum`: las tareas de `{pod}` pasan el {percent} % del tiempo recogiendo memoria.',
    en: '`jvm_gc_collection_seconds_sum`: the tasks of `{pod}` spend {percent}% of the time collecting garbage.',
  },
  shuffling: {
    es: '`hadoop_nodemanager_shuffleoutputsfailed`: `{pod}` deja de entregar {perSecond} salidas por segundo.',
    en: '`hadoop_nodemanager_shuffleoutputsfailed`: `{pod}` fails to deliver {perSecond} outputs per second.',
  },
  meshDiffers: {
    es: 'De las series de Istio, cambia {metrics}.',
    en: 'Of the series of Istio, {metrics} changes.',
  },
  meshAlike: {
    es: 'Las series de Istio son las mismas que en una ejecución sana: por la red pasa lo de siempre.',
    en: 'The series of Istio are the same as in a healthy run: the same goes over the network as always.',
  },
});
