import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/pip-cache',
  severity: 'info',
  title: { es: 'La caché de pip se queda en la imagen', en: 'The pip cache stays in the image' },
  related: ['DL3042'],
  over: 'dockerfile',
  messages: {
    cache: {
      es: 'Añade `--no-cache-dir`: sin ella, pip deja en la capa los paquetes que ha descargado.',
      en: 'Add `--no-cache-dir`: without it, pip leaves the packages it downloaded in the layer.',
    },
  },
  check({ stages }, say) {
    const last = stages.at(-1);
    const off = last?.instructions.some(
      (instruction) =>
        instruction.keyword === 'ENV' && instruction.sets.some(({ name }) => name === 'PIP_NO_CACHE_DIR'),
    );
    for (const instruction of off ? [] : (last?.instructions ?? [])) {
      if (instruction.keyword !== 'RUN') continue;
      const cached = instruction.mounts.some(({ options }) => options.type === 'cache');
      for (const { name, args, at } of cached ? [] : instruction.commands()) {
        const words = args.map(({ text }) => text);
        const pip =
          /(?:^|\/)pip[\d.]*$/.test(name) ||
          (/(?:^|\/)python[\d.]*$/.test(name) && words[0] === '-m' && words[1] === 'pip');
        if (pip && words.includes('install') && !words.some((word) => /^--no-cache(?:-dir)?|\$/.test(word)))
          say('cache', at, {});
      }
    }
  },
});
