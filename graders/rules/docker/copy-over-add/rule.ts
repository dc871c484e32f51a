import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/copy-over-add',
  severity: 'info',
  title: { es: '`ADD` donde basta `COPY`', en: '`ADD` where `COPY` is enough' },
  related: ['DL3020'],
  over: 'dockerfile',
  messages: {
    copy: {
      es: 'Para copiar ficheros usa `COPY`: `ADD` además descomprime y descarga, y aquí no hace falta.',
      en: 'Use `COPY` to copy files: `ADD` also unpacks and downloads, and that is not needed here.',
    },
  },
  check({ instructions }, say) {
    for (const instruction of instructions) {
      if (instruction.keyword !== 'ADD') continue;
      const special = instruction.sources.some(({ text }) =>
        /^["']?(?:https?|git|ssh):|^["']?git@|\$|^<<|\.(?:tar|tgz|tbz2?|txz|gz|bz2|xz|zst)(?:\.|["']?$)/i.test(text),
      );
      if (!special) say('copy', instruction.keywordAt, {});
    }
  },
});
