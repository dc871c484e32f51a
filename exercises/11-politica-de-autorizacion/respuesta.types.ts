// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿Por qué las políticas se fijan en la identidad y no en la dirección IP? ¿De dónde sale, y quién no la tiene? */
    readonly identidad: string;
    /** ¿Qué pasa con una petición que ninguna regla menciona? Distingue si el pod tiene alguna política de tipo ALLOW. ¿Y qué cambia al escribir `from` y `to` como reglas aparte? */
    readonly decision: string;
  };
}
