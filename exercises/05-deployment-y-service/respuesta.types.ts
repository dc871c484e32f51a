// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿Qué ocurrirá? */
  readonly predicciones: {
    /** ¿Cuántos pods reciben tráfico de `http://almacen/`? */
    readonly endpoints: number | 'no-se';
    /** ¿Y de `http://almacen-estable/`, cuyo selector pide además `version: estable`? */
    readonly 'etiqueta-de-mas': number | 'no-se';
    /**
     * `almacen-web` no tiene `targetPort`. ¿Qué ve un cliente en `http://almacen-web/`?
     * respuesta: una respuesta normal
     * conexion-rechazada: conexión rechazada
     * sin-endpoints: ningún endpoint
     * nombre-desconocido: el nombre no existe
     */
    readonly 'sin-targetport': 'conexion-rechazada' | 'nombre-desconocido' | 'respuesta' | 'sin-endpoints' | 'no-se';
    /**
     * Se pierden tres de los cuatro pods de `almacen` y aún no hay repuesto. ¿Recibe respuesta quien llama a `http://almacen/`?
     * si: sí
     * no: no
     */
    readonly 'pods-perdidos': 'no' | 'si' | 'no-se';
    /** Se aplica `given/almacen-nuevo.yaml`, con otra imagen y sin estrategia escrita. ¿Cuántos pods disponibles quedan, como mínimo, durante el cambio? */
    readonly 'pods-minimos': number | 'no-se';
    /** ¿Y cuántos pods hay, como máximo, durante ese cambio? */
    readonly 'pods-maximos': number | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿De qué se encarga un Deployment, y qué da un Service a quien llama? */
    readonly papeles: string;
    /** ¿Cómo elige un Service los pods a los que manda tráfico, y cuáles se quedan sin él? */
    readonly eleccion: string;
    /** Cambias la imagen de un Deployment. ¿Cómo se sustituyen los pods, y cuándo desaparece uno antiguo? */
    readonly cambio: string;
  };
}
