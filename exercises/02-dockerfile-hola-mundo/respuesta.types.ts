// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿Qué ocurrirá? */
  readonly predicciones: {
    /** Con `given/tienda/Dockerfile`, ¿cuántas de sus cuatro instrucciones que dejan capa (`WORKDIR`, `COPY`, `RUN` y `COPY`) se repiten al editar `tienda.py`? */
    readonly 'editar-codigo': number | 'no-se';
    /** ¿Y al editar `requirements.txt`? */
    readonly 'editar-dependencias': number | 'no-se';
    /**
     * `given/tienda/Dockerfile.junto` copia todo antes de instalar. Al editar `tienda.py`, ¿se repite `RUN pip install`?
     * si: sí
     * no: no
     */
    readonly 'todo-junto': 'no' | 'si' | 'no-se';
    /** Con `given/tienda/Dockerfile`, ¿cuántas instrucciones se repiten al editar `notas.md`, que está en `.dockerignore`? */
    readonly 'editar-notas': number | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿Qué es un Dockerfile? ¿Y en qué momento se ejecuta lo que pones en `RUN`, y en cuál lo de `CMD`? */
    readonly receta: string;
    /** ¿Qué capas aprovecha Docker de una construcción anterior, y qué pasa con el resto del Dockerfile cuando cambia una instrucción o lo que copia? */
    readonly cache: string;
  };
}
