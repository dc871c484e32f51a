// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /**
   * Las órdenes, por orden. Ninguna es obligatoria y pueden repetirse.
   * anotar-en-a: docker exec a sh -c 'echo hola > /nota.txt'
   * anotar-en-b: docker exec b sh -c 'echo hola > /nota.txt'
   * arrancar-a: docker start a
   * borrar-a: docker rm a
   * borrar-b: docker rm b
   * borrar-imagen: docker rmi tienda:1
   * construir: docker build -t tienda:1 .
   * crear-a: docker create --name a tienda:1
   * detener-a: docker stop a
   * detener-b: docker stop b
   * ejecutar-a: docker run -d --name a tienda:1
   * ejecutar-b: docker run -d --name b tienda:1
   * guardar-a-como-imagen: docker commit a tienda:1
   */
  readonly plan: readonly ('anotar-en-a' | 'anotar-en-b' | 'arrancar-a' | 'borrar-a' | 'borrar-b' | 'borrar-imagen' | 'construir' | 'crear-a' | 'detener-a' | 'detener-b' | 'ejecutar-a' | 'ejecutar-b' | 'guardar-a-como-imagen')[];
  /** ¿Qué ocurrirá? */
  readonly predicciones: {
    /** Construyes `tienda:1` y ejecutas `docker run -d` tres veces con nombres distintos. ¿Cuántas imágenes de `tienda` hay? */
    readonly 'contenedores-de-una-imagen': number | 'no-se';
    /** De esos tres detienes uno con `docker stop`. ¿Cuántos contenedores existen en la máquina? */
    readonly 'contenedores-tras-parar': number | 'no-se';
    /**
     * Un proceso escribe `/datos` en el contenedor, lo detienes y lo arrancas otra vez. ¿Sigue el fichero?
     * si: sí
     * no: no
     */
    readonly 'fichero-tras-parar': 'no' | 'si' | 'no-se';
    /**
     * Lo mismo, pero borras el contenedor y creas otro con el mismo nombre desde la misma imagen. ¿Sigue el fichero?
     * si: sí
     * no: no
     */
    readonly 'fichero-tras-borrar': 'no' | 'si' | 'no-se';
    /**
     * Ahora los dos contenedores montan el volumen `notas` en `/datos`, y el fichero es `/datos/uno`. ¿Lo ve el segundo?
     * si: sí
     * no: no
     */
    readonly 'fichero-en-volumen': 'no' | 'si' | 'no-se';
    /**
     * Con un contenedor en marcha cambias `tienda.py` y construyes otra vez `tienda:1`. ¿Qué versión ejecuta el contenedor?
     * antigua: la antigua
     * nueva: la nueva
     */
    readonly 'contenedor-tras-reconstruir': 'antigua' | 'nueva' | 'no-se';
    /**
     * Detienes el único contenedor de `tienda:1` y ejecutas `docker rmi tienda:1`. ¿Se borra la imagen?
     * si: sí
     * no: no
     */
    readonly 'borrar-imagen-en-uso': 'no' | 'si' | 'no-se';
  };
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** Una imagen está en marcha mientras algún proceso la usa */
    readonly 'imagen-se-ejecuta': 'falso' | 'verdadero' | 'no-se';
    /** Lo que se instala dentro de un contenedor queda también en su imagen */
    readonly 'cambios-vuelven': 'falso' | 'verdadero' | 'no-se';
    /** Cada contenedor arranca su propio núcleo de sistema operativo */
    readonly nucleo: 'falso' | 'verdadero' | 'no-se';
    /** De una misma imagen pueden salir muchos contenedores a la vez */
    readonly 'varios-de-una': 'falso' | 'verdadero' | 'no-se';
    /** `docker run` equivale a `docker create` seguido de `docker start` */
    readonly 'run-equivale': 'falso' | 'verdadero' | 'no-se';
    /** `docker commit` es la manera habitual de construir imágenes */
    readonly 'commit-construye': 'falso' | 'verdadero' | 'no-se';
    /** Dos imágenes que parten de la misma base comparten sus capas en el disco */
    readonly 'capas-compartidas': 'falso' | 'verdadero' | 'no-se';
    /** Un digest (`@sha256:…`) señala siempre la misma imagen; una etiqueta puede cambiar */
    readonly digest: 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿En qué se diferencian una imagen y un contenedor, y cómo se relacionan? */
    readonly diferencia: string;
    /** ¿Cómo se crea una imagen, y qué pasa con lo que escribió un contenedor al detenerlo y al borrarlo? */
    readonly 'ciclo-de-vida': string;
  };
}
