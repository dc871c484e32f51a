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

export const cut = descriptor({
  id: 'timonel/cut',
  severity: 'error',
  title: { es: 'La corrección se ha cortado', en: 'The grading was cut short' },
  messages: {
    time: {
      es: 'Corregir esta respuesta lleva más de {seconds} s, y se ha cortado. Ninguna respuesta de tamaño normal tarda así: mírala, y avisa con ella si no ves por qué.',
      en: 'Grading this answer takes more than {seconds} s, and it was cut short. No answer of ordinary size takes that long: look at it, and report it if you cannot see why.',
    },
    memory: {
      es: 'Corregir esta respuesta pide más de {megabytes} MiB de memoria, y se ha cortado. Ninguna respuesta de tamaño normal pide tanto: mírala, y avisa con ella si no ves por qué.',
      en: 'Grading this answer asks for more than {megabytes} MiB of memory, and it was cut short. No answer of ordinary size asks for that much: look at it, and report it if you cannot see why.',
    },
  },
});
