// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿Qué ocurrirá? */
  readonly predicciones: {
    /**
     * `GET /v20/ofertas`. ¿A qué versión llega?
     * v1: a v1
     * v2: a v2
     * mezcla: a las dos
     */
    readonly prefijo: 'mezcla' | 'v1' | 'v2' | 'no-se';
    /**
     * `POST /productos` con la cabecera `end-user: ana` y sin `x-prueba`. ¿A qué versión llega?
     * v1: a v1
     * v2: a v2
     * mezcla: a las dos
     */
    readonly 'condiciones-alternativas': 'mezcla' | 'v1' | 'v2' | 'no-se';
    /** `GET /productos/3`, sin cabeceras. ¿Qué porcentaje llega a v2? */
    readonly pesos: number | 'no-se';
    /** `GET /nuevo`, que va a un subset que ningún DestinationRule define. ¿Qué estado recibe el cliente? */
    readonly 'subset-sin-definir': number | 'no-se';
    /** `GET /salud`, que no coincide con ninguna regla. ¿Qué estado recibe el cliente? */
    readonly 'sin-regla': number | 'no-se';
  };
  /** ¿A qué corresponde cada cosa? */
  readonly campos: {
    /** Qué pods forman la versión «v2» */
    readonly subsets: 'destination-rule' | 'service' | 'virtual-service' | 'no-se';
    /** Qué parte del tráfico va a cada versión */
    readonly pesos: 'destination-rule' | 'service' | 'virtual-service' | 'no-se';
    /** Cuántas veces se reintenta una petición */
    readonly reintentos: 'destination-rule' | 'service' | 'virtual-service' | 'no-se';
    /** Cuándo se deja de enviar tráfico a un pod que falla */
    readonly expulsion: 'destination-rule' | 'service' | 'virtual-service' | 'no-se';
    /** Con qué algoritmo se elige el pod */
    readonly balanceo: 'destination-rule' | 'service' | 'virtual-service' | 'no-se';
    /** Con qué ruta llega la petición a la aplicación */
    readonly reescritura: 'destination-rule' | 'service' | 'virtual-service' | 'no-se';
    /** Si los clientes hablan con el destino en claro o con TLS */
    readonly 'tls-del-cliente': 'destination-rule' | 'service' | 'virtual-service' | 'no-se';
    /** El nombre que usan los clientes y los pods que hay detrás */
    readonly 'nombre-y-endpoints': 'destination-rule' | 'service' | 'virtual-service' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿Qué decide un VirtualService y qué decide un DestinationRule? */
    readonly papeles: string;
    /** ¿Qué recibe quien llama si el subset no está en ningún DestinationRule? ¿Y si ninguna regla vale para su petición? ¿Cuál de los dos objetos aplicarías antes? */
    readonly fallos: string;
  };
}
