// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** `EXPOSE 8080` hace que se pueda llegar al servicio desde fuera de la máquina */
    readonly 'expose-publica': 'falso' | 'verdadero' | 'no-se';
    /** Con `docker run -p 9000:8080` el servicio, que escucha en el 8080, responde en el 9000 de la máquina */
    readonly 'orden-de-p': 'falso' | 'verdadero' | 'no-se';
    /** Un servicio que escucha en `127.0.0.1` dentro de su contenedor se alcanza desde fuera si se publica el puerto */
    readonly loopback: 'falso' | 'verdadero' | 'no-se';
    /** Las tareas guardadas en memoria siguen ahí después de `docker restart` */
    readonly memoria: 'falso' | 'verdadero' | 'no-se';
    /** Dos contenedores de la misma imagen comparten la lista de tareas que está en memoria */
    readonly 'dos-contenedores': 'falso' | 'verdadero' | 'no-se';
    /** Borrar dos veces la misma tarea y recibir primero un 204 y después un 404 es compatible con que `DELETE` sea idempotente */
    readonly 'borrar-dos-veces': 'falso' | 'verdadero' | 'no-se';
    /** Responder 200 con `{ "error": … }` es equivalente a responder 404, porque el cliente puede leer el cuerpo */
    readonly 'error-con-200': 'falso' | 'verdadero' | 'no-se';
    /** El servidor de desarrollo de un framework, con recarga automática, es una buena orden de arranque para la imagen */
    readonly 'modo-desarrollo': 'falso' | 'verdadero' | 'no-se';
  };
}
