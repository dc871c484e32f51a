import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/reserved-stage-name',
  severity: 'warning',
  title: { es: 'La etapa usa un nombre reservado', en: 'The stage uses a reserved name' },
  related: ['ReservedStageName'],
  over: 'dockerfile',
  messages: {
    reserved: {
      es: '`{name}` es un nombre reservado de Docker: llama a la etapa de otra forma.',
      en: '`{name}` is a reserved name of Docker: call the stage something else.',
    },
  },
  check({ stages }, say) {
    for (const { name, from } of stages) {
      if (from.as && (name === 'scratch' || name === 'context')) say('reserved', from.as.at, { name });
    }
  },
});
