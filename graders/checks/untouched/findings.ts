import { descriptor } from '../../core/finding.ts';

export const changed = descriptor({
  id: 'untouched/changed',
  severity: 'error',
  title: { es: 'La respuesta cambia un objeto dado', en: 'The answer changes an object that was given' },
  messages: {
    changed: {
      es: '{kind:El|La} {kind} `{name}` está entre los ficheros dados, y la respuesta lo cambia. Lo dado se queda como está: adapta a ello lo demás.',
      en: 'The {kind} `{name}` is among the given files, and the answer changes it. What was given stays as it is: fit the rest to it.',
    },
  },
});
