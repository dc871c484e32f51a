// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿Qué cambiarías para dar más tráfico a la versión 2 y qué para deshacerlo? ¿Y qué hay que hacer con los pods? */
    readonly promover: string;
    /** ¿Qué mirarías antes de cada paso para decidir si sigues, y de quién? */
    readonly medir: string;
  };
}
