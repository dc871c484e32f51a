import { descriptor } from '../finding.ts';

export const fault = descriptor({
  id: 'timonel/fault',
  severity: 'error',
  title: { es: 'Timonel ha fallado', en: 'Timonel failed' },
  messages: {
    file: {
      es: 'Timonel ha fallado al mirar este fichero, y no es culpa del fichero. Lo demás se ha revisado igual. Avisa con el fichero y con este texto: `{reason}`.',
      en: 'Timonel failed while looking at this file, and the file is not to blame. Everything else was looked at. Report it with the file and this text: `{reason}`.',
    },
    exercise: {
      es: 'Timonel ha fallado al corregir este ejercicio, y no es culpa de tu respuesta. Los demás se corrigen igual. Avisa con tus ficheros y con este texto: `{reason}`.',
      en: 'Timonel failed while grading this exercise, and your answer is not to blame. The others are graded all the same. Report it with your files and this text: `{reason}`.',
    },
  },
});
