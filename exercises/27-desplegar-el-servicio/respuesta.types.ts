// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿Qué ocurrirá? */
  readonly predicciones: {
    /**
     * `given/siempre.yaml` pide `tareas:1.0` con `imagePullPolicy: Always`. La imagen está cargada en los nodos y en ningún registro. ¿Cómo queda su contenedor?
     * en-marcha: en marcha
     * no-se-descarga: sin imagen (`ErrImagePull`)
     * se-reinicia: reiniciándose (`CrashLoopBackOff`)
     */
    readonly siempre: 'en-marcha' | 'no-se-descarga' | 'se-reinicia' | 'no-se';
    /**
     * `given/ultima.yaml` pide `tareas:latest` y no dice nada de `imagePullPolicy`. ¿Cómo queda su contenedor?
     * en-marcha: en marcha
     * no-se-descarga: sin imagen (`ErrImagePull`)
     * se-reinicia: reiniciándose (`CrashLoopBackOff`)
     */
    readonly 'etiqueta-latest': 'en-marcha' | 'no-se-descarga' | 'se-reinicia' | 'no-se';
    /**
     * `given/fija.yaml` pide `tareas:1.0` y tampoco dice nada de `imagePullPolicy`. ¿Cómo queda su contenedor?
     * en-marcha: en marcha
     * no-se-descarga: sin imagen (`ErrImagePull`)
     * se-reinicia: reiniciándose (`CrashLoopBackOff`)
     */
    readonly 'etiqueta-fija': 'en-marcha' | 'no-se-descarga' | 'se-reinicia' | 'no-se';
    /**
     * El Service `fija` es de tipo NodePort, con `port: 80` y `nodePort: 30080`. ¿Responde `http://node-1:30080/tareas` a un cliente de fuera del clúster?
     * si: sí
     * no: no
     */
    readonly nodeport: 'no' | 'si' | 'no-se';
    /**
     * ¿Y `http://node-1:80/tareas`?
     * si: sí
     * no: no
     */
    readonly 'puerto-del-service': 'no' | 'si' | 'no-se';
    /**
     * `given/doble.yaml` tiene dos réplicas. Creas una tarea por `http://doble/tareas` y después pides la lista muchas veces. ¿En qué parte de las respuestas está la tarea?
     * en-todas: en todas
     * en-la-mitad: más o menos en la mitad
     * en-ninguna: en ninguna
     */
    readonly 'dos-replicas': 'en-la-mitad' | 'en-ninguna' | 'en-todas' | 'no-se';
    /**
     * Con una sola réplica (`given/fija.yaml`), creas una tarea, el pod se pierde y el Deployment lo sustituye. ¿En qué parte de las respuestas está la tarea?
     * en-todas: en todas
     * en-la-mitad: más o menos en la mitad
     * en-ninguna: en ninguna
     */
    readonly 'pod-sustituido': 'en-la-mitad' | 'en-ninguna' | 'en-todas' | 'no-se';
  };
}
