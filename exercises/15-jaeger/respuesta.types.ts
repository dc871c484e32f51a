// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿Qué ocurrirá? */
  readonly cabeceras: {
    /** En la malla de `given/otra-malla.yaml`, `a1` llama a `a2`, `a2` llama a `b1`, y todas las aplicaciones reenvían las cabeceras de la traza. ¿Cuántos spans de los proxies tiene la traza? */
    readonly enteras: number | 'no-se';
    /** Ahora la aplicación `a2` no reenvía las cabeceras. ¿En cuántas trazas queda partida la petición? */
    readonly partida: number | 'no-se';
    /** ¿Y cuántos spans tiene la más larga de ellas? */
    readonly 'partida-spans': number | 'no-se';
    /** `a1` llama a `a2` y `a2` llama a `b1` y después a `b1` otra vez. Quien no reenvía es `b1`, que no llama a nadie. ¿Cuántas trazas hay? */
    readonly hoja: number | 'no-se';
    /** `a1` llama a `b2`, que no tiene sidecar. ¿Cuántos spans hay? */
    readonly 'sin-sidecar': number | 'no-se';
  };
  /** ¿Qué ocurrirá? */
  readonly muestreo: {
    /** ¿Qué porcentaje de las peticiones que empiezan en `b1` se traza? */
    readonly b1: number | 'no-se';
    /** ¿Y de las que empiezan en `a1`? */
    readonly a1: number | 'no-se';
    /** ¿Y de las que empiezan en `a2`? */
    readonly a2: number | 'no-se';
    /** ¿Y de las que empiezan en `c1`? */
    readonly c1: number | 'no-se';
    /** `b1` llama a `a2`. ¿Qué porcentaje de esas peticiones se traza? (`a2` tiene un 100 % propio) */
    readonly heredada: number | 'no-se';
  };
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** Con sidecar en todos los pods, las trazas salen enteras sin tocar las aplicaciones */
    readonly automatica: 'falso' | 'verdadero' | 'no-se';
    /** Al instalar Istio con el perfil `default`, los proxies ya envían spans a Jaeger si está desplegado */
    readonly 'por-defecto': 'falso' | 'verdadero' | 'no-se';
    /** Si tras diez peticiones no hay ninguna traza, la configuración tiene que estar mal */
    readonly 'sin-trazas': 'falso' | 'verdadero' | 'no-se';
    /** Un proveedor `zipkin` puede enviar al puerto 4317 del recolector de Jaeger */
    readonly puertos: 'falso' | 'verdadero' | 'no-se';
    /** Una traza es el conjunto de spans con el mismo identificador, y cada span dice de cuál es hijo */
    readonly span: 'falso' | 'verdadero' | 'no-se';
    /** Basta con que las aplicaciones reenvíen `x-request-id` para que los proxies unan los spans */
    readonly 'x-request-id': 'falso' | 'verdadero' | 'no-se';
    /** `--set values.tracing.enabled=true` es hoy la manera de activar las trazas */
    readonly 'valores-antiguos': 'falso' | 'verdadero' | 'no-se';
    /** Trazar el 100 % en producción no tiene más coste que el disco */
    readonly coste: 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿Qué es una traza y qué es un span? */
    readonly traza: string;
    /** ¿Qué hace el proxy por su cuenta y qué le toca a la aplicación? ¿Qué se ve en Jaeger si ella no cumple? */
    readonly propagacion: string;
  };
}
