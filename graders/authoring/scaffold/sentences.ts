import type { Text } from '../../core/text.ts';

/** What is left to do in the files of a new exercise. */
export const fileTodos = {
  checks: {
    es: 'cambia la comprobación de ejemplo por las tuyas; el editor completa sus campos, y `needs`, `points` y `required` dicen cómo cuentan.',
    en: 'replace the example by checks of your own; the editor completes their fields, and `needs`, `points` and `required` say how they count.',
  },
  world: {
    es: 'describe lo que ya está en el clúster cuando llega la respuesta.',
    en: 'describe what is in the cluster when the answer arrives.',
  },
  reference: { es: 'escribe la respuesta de referencia.', en: 'write the reference answer.' },
  accepted: {
    es: 'escribe otra respuesta buena, distinta de verdad, y dale a la carpeta un nombre que diga en qué.',
    en: 'write another right answer, different in earnest, and name its folder after the difference.',
  },
  rejected: {
    es: 'escribe un error típico y, en un comentario `expect`, el hallazgo que recibe; `timonel gate --accept` lo escribe.',
    en: 'write a typical mistake and, in a comment `expect`, the finding it gets; `timonel gate --accept` writes it.',
  },
} satisfies Record<string, Text>;

export const titleTodo: Text = { es: 'el título en inglés.', en: 'the title in English.' };

export const statementTodos = {
  context: {
    es: 'cuenta en dos o tres frases qué ocurre y por qué importa.',
    en: 'tell in two or three sentences what happens and why it matters.',
  },
  asks: {
    es: 'di qué hay que conseguir, sin decir cómo; lo que se comprueba por su nombre se pide por su nombre.',
    en: 'say what must be achieved, and not how; what is checked by name is asked for by name.',
  },
  checks: { es: 'di qué prueba el corrector y qué es libre.', en: 'say what the grader tries, and what is free.' },
} satisfies Record<string, Text>;

export const explanationTodos: Text = {
  es: 'explica por qué la solución es así, y qué se gana y se pierde con las otras.',
  en: 'explain why the solution is as it is, and what the others gain and lose.',
};

/** From orientation to almost there. */
export const hintTodos: readonly Text[] = [
  {
    es: 'una pista que oriente: qué objeto o qué idea hace falta.',
    en: 'a hint that orients: which object or idea it takes.',
  },
  { es: 'una pista que acerque: qué campo decide.', en: 'a hint that comes closer: which field decides.' },
  { es: 'una pista que casi lo diga.', en: 'a hint that almost tells.' },
];
