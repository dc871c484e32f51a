import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/duplicate-stage',
  severity: 'warning',
  title: { es: 'Dos etapas tienen el mismo nombre', en: 'Two stages have the same name' },
  related: ['DuplicateStageName', 'DL3024'],
  over: 'dockerfile',
  messages: {
    twice: {
      es: 'Ya hay una etapa `{name}` más arriba: `--from={name}` no podría distinguirlas.',
      en: 'There is a stage `{name}` above already: `--from={name}` could not tell them apart.',
    },
  },
  check({ stages }, say) {
    const seen = new Set<string>();
    for (const { name, from } of stages) {
      if (name === undefined || !from.as) continue;
      if (seen.has(name)) say('twice', from.as.at, { name });
      seen.add(name);
    }
  },
});
