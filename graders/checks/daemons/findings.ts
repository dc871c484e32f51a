import { descriptor } from '../../core/finding.ts';

export const refused = descriptor({
  id: 'daemons/refused',
  severity: 'error',
  title: { es: 'Un paso no se puede dar', en: 'A step cannot be taken' },
  messages: {
    step: {
      es: 'El paso {number}, «{step}», no se puede dar en este momento. {reason}',
      en: 'Step {number}, "{step}", cannot be taken at this point. {reason}',
    },
  },
});

export const ended = descriptor({
  id: 'daemons/ended',
  severity: 'error',
  title: { es: 'Un demonio no llega a funcionar', en: 'A daemon does not get to work' },
  messages: {
    daemon: {
      es: 'Después del paso {number}, «{step}»: {reason}',
      en: 'After step {number}, "{step}": {reason}',
    },
  },
});

export const trial = descriptor({
  id: 'daemons/trial',
  severity: 'error',
  title: {
    es: 'El sistema de ficheros no aguanta lo que tiene que aguantar',
    en: 'The file system does not bear what it has to',
  },
  messages: {
    failed: {
      es: 'Al terminar, {trial}, y no sale bien. {reason}',
      en: 'In the end {trial}, and it does not go well. {reason}',
    },
  },
});

export const tooLong = descriptor({
  id: 'daemons/too-long',
  severity: 'error',
  title: { es: 'La lista tiene demasiados pasos', en: 'The list has too many steps' },
  messages: {
    steps: {
      es: '`{section}` tiene {n} pasos, y se ejecutan como mucho {most}. Quita los que no cambian nada.',
      en: '`{section}` has {n} steps, and at most {most} are carried out. Remove those that change nothing.',
    },
  },
});
