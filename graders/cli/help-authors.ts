import type { Text } from '../core/text.ts';

/** The texts of `--help` of the commands for those who write a course. */
export const authorCommands = {
  new: {
    es: 'para quien escribe un curso: empieza un ejercicio o una regla, con todos sus ficheros',
    en: 'for authors: begins an exercise or a rule, with all its files',
  },
  init: {
    es: 'deja en una carpeta los ejercicios para estudiar o, con --course, un curso tuyo para escribirlo',
    en: 'leaves in a folder the exercises to study or, with --course, a course of your own to write',
  },
  site: { es: 'publica el curso como sitio estático', en: 'publishes the course as a static site' },
  gate: {
    es: 'para quien escribe un curso: dice qué le falta a un ejercicio para publicarse',
    en: 'for authors: tells what an exercise lacks to be published',
  },
} satisfies Record<string, Text>;

export const authorOptions = {
  course: {
    es: 'carpeta del curso: la que contiene exercises/, y sus solutions/ y site/lecciones/',
    en: 'folder of the course: the one that holds exercises/, and its solutions/ and site/lecciones/',
  },
  initFolder: { es: 'carpeta que se prepara; sin ella, esta', en: 'folder that is prepared; without it, this one' },
  siteOut: {
    es: 'carpeta del sitio; sin ella, site/dist del curso',
    en: 'folder of the site; without it, site/dist of the course',
  },
  newWhat: { es: 'exercise (un ejercicio) o rule (una regla del motor)', en: 'exercise, or rule (of the engine)' },
  newName: {
    es: 'id o título del ejercicio; de una regla, su id: kubernetes/mi-regla',
    en: 'id or title of the exercise; of a rule, its id: kubernetes/my-rule',
  },
  newNumber: {
    es: 'número del ejercicio; sin él, el siguiente',
    en: 'number of the exercise; without it, the next one',
  },
  newTitle: { es: 'su título', en: 'its title, in Spanish' },
  newTitleEn: { es: 'su título en inglés', en: 'its title in English' },
  newLesson: {
    es: 'id de la lección que prepara para él; sin él, la del último ejercicio',
    en: 'id of the lesson that prepares for it; without it, that of the last exercise',
  },
  newFormat: {
    es: 'con qué se responde: manifests, dockerfile o literal (preguntas)',
    en: 'what it is answered with: manifests, dockerfile or literal (questions)',
  },
  accept: {
    es: 'escribe lo que se deduce del resto, después de enseñarlo: la última sección del enunciado, los tipos, los hallazgos de los errores típicos',
    en: 'writes what follows from the rest, after showing it: the last section of the statement, types, the findings of typical mistakes',
  },
  watch: { es: 'vuelve a mirar cada vez que guardas', en: 'looks again whenever you save' },
} satisfies Record<string, Text>;

export const authorExamples: Readonly<Record<string, readonly (readonly [line: string, what: Text])[]>> = {
  new: [
    [
      'npx timonel new exercise "Política de red"',
      { es: 'exercises/31-politica-de-red y su solución', en: 'exercises/31-politica-de-red and its solution' },
    ],
    ['npx timonel new exercise capas --format dockerfile', { es: 'se responde con un Dockerfile', en: 'a Dockerfile' }],
    ['npx timonel new rule kubernetes/mi-regla', { es: 'regla, página y casos', en: 'rule, page and cases' }],
  ],
  init: [
    ['npx timonel init curso', { es: 'los ejercicios, en curso/', en: 'the exercises, in curso/' }],
    [
      'npx timonel init --course mi-curso',
      { es: 'un curso tuyo, con un ejemplo', en: 'a course of your own, with an example' },
    ],
  ],
  site: [
    ['npx timonel site', { es: 'en site/dist, con enlaces relativos', en: 'in site/dist, with relative links' }],
    ['npx timonel site --course mi-curso --out public', { es: 'el de otro curso', en: 'that of another course' }],
  ],
  gate: [
    ['npx timonel gate 31', { es: 'qué le falta al 31', en: 'what 31 lacks' }],
    ['npx timonel gate 31 --watch', { es: 'mientras lo escribes', en: 'while you write it' }],
  ],
};

export const authorCodes: Readonly<Record<string, Text>> = {
  gate: {
    es: 'Termina con 0 si todo se puede publicar y con 1 si falta algo.',
    en: 'Ends with 0 when all can be published, and 1 when something is missing.',
  },
};
