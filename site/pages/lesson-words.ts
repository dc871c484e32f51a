import type { Text } from '../../graders/index.ts';

/** What the pages of lessons say around the lessons themselves, which are in Spanish. */
export const lessonWords = {
  lessons: { es: 'Lecciones', en: 'Lessons' },
  lessonsTitle: { es: 'Las lecciones', en: 'The lessons' },
  lessonsLead: {
    es: 'Cada lección prepara para sus ejercicios: quien solo la ha leído a ella puede resolverlos. Los ejemplos se cambian y se ejecutan en la página.',
    en: 'Each lesson prepares for its exercises: who has read nothing else can solve them. The examples can be changed and run in the page. Lessons are in Spanish, as the course is.',
  },
  whereYouAre: { es: 'Dónde estás', en: 'Where you are' },
  minutes: { es: 'minutos de lectura', en: 'minutes to read' },
  oneExercise: { es: 'ejercicio', en: 'exercise' },
  manyExercises: { es: 'ejercicios', en: 'exercises' },
  contents: { es: 'En esta lección', en: 'In this lesson' },
  practise: { es: 'Practica lo que has leído', en: 'Practise what you read' },
  sources: { es: 'Fuentes', en: 'Sources' },
  otherLessons: { es: 'Otras lecciones', en: 'Other lessons' },
  copy: { es: 'Copiar', en: 'Copy' },
  question: { es: 'Piénsalo', en: 'Think about it' },
  chooseToSee: {
    es: 'Abre una respuesta para ver si lo es y por qué.',
    en: 'Open an answer to see whether it is right and why.',
  },
  right: { es: 'Sí.', en: 'Yes.' },
  wrong: { es: 'No.', en: 'No.' },
  lab: { es: 'Laboratorio', en: 'Lab' },
  labFiles: { es: 'Ficheros del ejemplo', en: 'Files of the example' },
  labGiven: { es: 'Ficheros dados', en: 'Given files' },
  labTry: { es: 'Ahora tú:', en: 'Your turn:' },
  labReset: { es: 'Volver al original', en: 'Back to the original' },
  labWithout: {
    es: 'Con JavaScript, este ejemplo se cambia y se ejecuta aquí mismo.',
    en: 'With JavaScript, this example can be changed and run right here.',
  },
  runCheck: { es: 'Comprobar los ficheros', en: 'Check the files' },
  runCluster: { es: 'Ver el clúster en reposo', en: 'See the cluster at rest' },
  runLoad: { es: 'Someterlo a carga y ver qué hace', en: 'Put it under load and see what it does' },
  runUpdate: { es: 'Actualizar', en: 'Update' },
  toImage: { es: 'a', en: 'to' },
  runImage: { es: 'Construir la imagen y arrancarla', en: 'Build the image and start it' },
  from: { es: 'desde', en: 'from' },
  fromOutside: { es: 'desde fuera del clúster', en: 'from outside the cluster' },
} as const satisfies Record<string, Text>;
