import type { Text } from '../../graders/index.ts';

export const searchWords = {
  title: { es: 'Buscar', en: 'Search' },
  label: {
    es: 'En las lecciones, los ejercicios, el glosario y las reglas',
    en: 'In lessons, exercises, glossary and rules (in Spanish)',
  },
  needsScript: {
    es: 'Para buscar hace falta JavaScript. Sin él, el glosario y las lecciones llevan a todo.',
    en: 'Searching needs JavaScript.',
  },
  none: {
    es: 'No hay nada sobre «{query}». Prueba con otra palabra, en español o en inglés.',
    en: 'There is nothing about "{query}". Try another word, in Spanish or English.',
  },
  some: { es: 'Resultados: {count}', en: 'Results: {count}' },
  lesson: { es: 'Lección', en: 'Lesson' },
  exercise: { es: 'Ejercicio', en: 'Exercise' },
  term: { es: 'Glosario', en: 'Glossary' },
  rule: { es: 'Regla', en: 'Rule' },
} as const satisfies Record<string, Text>;
