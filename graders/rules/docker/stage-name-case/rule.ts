import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/stage-name-case',
  severity: 'info',
  title: { es: 'El nombre de la etapa lleva mayúsculas', en: 'The stage name has uppercase letters' },
  related: ['StageNameCasing'],
  over: 'dockerfile',
  messages: {
    case: {
      es: 'Escribe la etapa `{name}` en minúsculas: Docker no distingue, y así se lee igual en todas partes.',
      en: 'Write the stage `{name}` in lowercase: Docker does not tell them apart, and it reads the same everywhere.',
    },
  },
  check({ stages }, say) {
    for (const { from } of stages) {
      if (from.as && /[A-Z]/.test(from.as.text)) say('case', from.as.at, { name: from.as.text });
    }
  },
});
