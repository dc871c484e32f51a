// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿A qué corresponde cada cosa? */
  readonly quien: {
    /** Cifrar el tráfico entre dos servicios sin tocar su código */
    readonly 'cifrado-entre-servicios': 'aplicacion' | 'kubernetes' | 'malla' | 'nadie' | 'no-se';
    /** Dar a un grupo de pods un nombre y encontrar los que están listos */
    readonly 'nombre-y-descubrimiento': 'aplicacion' | 'kubernetes' | 'malla' | 'nadie' | 'no-se';
    /** Mandar el 5 % de las peticiones a la versión nueva, haya los pods que haya */
    readonly 'reparto-por-porcentaje': 'aplicacion' | 'kubernetes' | 'malla' | 'nadie' | 'no-se';
    /** Volver a crear un pod que se ha perdido */
    readonly 'arrancar-pods': 'aplicacion' | 'kubernetes' | 'malla' | 'nadie' | 'no-se';
    /** Reintentar una llamada que falla por un corte de conexión */
    readonly reintentar: 'aplicacion' | 'kubernetes' | 'malla' | 'nadie' | 'no-se';
    /** Evitar que un pago reintentado se cobre dos veces */
    readonly 'deshacer-pago-doble': 'aplicacion' | 'kubernetes' | 'malla' | 'nadie' | 'no-se';
    /** Permitir una llamada según la identidad criptográfica de quien la hace, sin tocar el código */
    readonly 'autorizar-por-identidad': 'aplicacion' | 'kubernetes' | 'malla' | 'nadie' | 'no-se';
    /** Copiar las cabeceras de la traza de la petición que entra a las que salen */
    readonly 'propagar-cabeceras-de-traza': 'aplicacion' | 'kubernetes' | 'malla' | 'nadie' | 'no-se';
    /** Medir igual la latencia y los errores de todos los servicios, sin instrumentar su código */
    readonly 'latencia-por-ruta': 'aplicacion' | 'kubernetes' | 'malla' | 'nadie' | 'no-se';
    /** Dejar de enviar tráfico a un pod listo que devuelve muchos errores, sin tocar el código de quien llama */
    readonly 'cortar-conexiones-malas': 'aplicacion' | 'kubernetes' | 'malla' | 'nadie' | 'no-se';
    /** Arreglar una respuesta que calcula mal un precio */
    readonly 'corregir-errores-de-negocio': 'aplicacion' | 'kubernetes' | 'malla' | 'nadie' | 'no-se';
    /** Limitar la memoria que puede usar un contenedor */
    readonly 'limitar-recursos': 'aplicacion' | 'kubernetes' | 'malla' | 'nadie' | 'no-se';
  };
  /** ¿Qué ocurrirá? */
  readonly grafo: {
    /** La petición entra por `web`, que llama a `pedidos`, que llama a `pagos` y a `almacen`; `almacen` llama a `precios`. Cada uno, salvo `web`, falla uno de cada diez intentos. Sin malla, ¿qué porcentaje de peticiones sale bien? (con un margen de 1) */
    readonly 'exito-sin-malla': number | 'no-se';
    /**
     * Con proxy en todos y dos reintentos por llamada, ¿en qué queda ese porcentaje?
     * casi-todo: pasa del 99 %
     * igual: sigue igual
     * a-medias: llega al 90 %, como uno solo
     */
    readonly 'exito-con-malla': 'a-medias' | 'casi-todo' | 'igual' | 'no-se';
    /** Ahora `precios` está caído del todo. Con esos reintentos, ¿cuántas llamadas recibe por cada petición de entrada? */
    readonly tormenta: number | 'no-se';
    /** `pagos` se queda sin proxy y los demás lo tienen. De las cuatro llamadas, ¿cuántas viajan cifradas? */
    readonly 'llamadas-cifradas': number | 'no-se';
    /** Solo `web` se queda sin proxy. Con `precios` caído, ¿cuántas llamadas recibe `precios` por petición? */
    readonly 'sin-proxy-en-la-entrada': number | 'no-se';
  };
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** Al instalar una malla se pueden borrar los Services de Kubernetes */
    readonly 'sustituye-services': 'falso' | 'verdadero' | 'no-se';
    /** Los reintentos de la malla hacen fiable cualquier operación */
    readonly 'cura-de-errores': 'falso' | 'verdadero' | 'no-se';
    /** Todas las funciones de la malla llegan sin tocar la aplicación */
    readonly 'sin-tocar-nada': 'falso' | 'verdadero' | 'no-se';
    /** Una malla se ocupa sobre todo del tráfico entre servicios; una puerta de API, del que entra desde fuera */
    readonly 'puerta-de-apis': 'falso' | 'verdadero' | 'no-se';
    /** Toda malla pone un proxy dentro de cada pod */
    readonly 'siempre-sidecar': 'falso' | 'verdadero' | 'no-se';
    /** Una malla añade latencia, consume CPU y memoria y es otra pieza que mantener */
    readonly coste: 'falso' | 'verdadero' | 'no-se';
    /** Las peticiones de los usuarios pasan por el plano de control de la malla */
    readonly 'plano-de-datos': 'falso' | 'verdadero' | 'no-se';
    /** Con dos o tres servicios de un mismo equipo, una malla puede no compensar */
    readonly 'pocos-servicios': 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿Qué es un service mesh y cómo se mete entre los servicios? */
    readonly 'que-es': string;
    /** ¿Qué mejora la malla en la comunicación y qué cuesta? Di para qué sirve cada mejora que nombres. */
    readonly 'mejora-y-coste': string;
  };
}
