import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/repeated-instruction',
  severity: 'warning',
  title: {
    es: 'La instrucción se repite y solo cuenta la última',
    en: 'The instruction is repeated and only the last one counts',
  },
  related: ['MultipleInstructionsDisallowed', 'DL4003', 'DL4004', 'DL3012'],
  over: 'dockerfile',
  messages: {
    repeated: {
      es: 'Este `{keyword}` no sirve de nada: hay otro más abajo en la misma etapa, y solo cuenta el último.',
      en: 'This `{keyword}` does nothing: there is another one below in the same stage, and only the last one counts.',
    },
  },
  check({ stages }, say) {
    for (const { instructions } of stages) {
      for (const keyword of ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'] as const) {
        const all = instructions.filter((instruction) => instruction.keyword === keyword);
        for (const { at } of all.slice(0, -1)) say('repeated', at, { keyword });
      }
    }
  },
});
