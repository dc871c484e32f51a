import { runOf } from '../../../model/dockerfile/commands.ts';
import { rule } from '../../rule.ts';
import { lastLineage } from '../bases.ts';

export default rule({
  id: 'docker/apt-lists',
  severity: 'info',
  title: { es: 'Las listas de apt se quedan en la imagen', en: 'The apt lists stay in the image' },
  related: ['DL3009'],
  over: 'dockerfile',
  messages: {
    lists: {
      es: 'Este `RUN` descarga las listas de paquetes y las deja en la capa. Bórralas en la misma instrucción.',
      en: 'This `RUN` downloads the package lists and leaves them in the layer. Remove them in the same instruction.',
    },
  },
  check(dockerfile, say) {
    for (const instruction of lastLineage(dockerfile)) {
      const run = runOf(instruction);
      if (!run) continue;
      const commands = run.commands();
      const update = commands.find(
        ({ name, args }) => /^apt(?:-get)?$/.test(name) && args.some(({ text }) => text === 'update'),
      );
      const removed = commands.some(
        ({ name, args }) =>
          (/^(?:rm|find)$/.test(name) && args.some(({ text }) => text.includes('/var/lib/apt'))) ||
          (/^apt(?:-get)?$/.test(name) && args.some(({ text }) => text === 'distclean' || text === 'dist-clean')),
      );
      const mounted = run.mounts.some(({ options }) =>
        (options.target ?? options.dst ?? '').startsWith('/var/lib/apt'),
      );
      if (update && !removed && !mounted) say('lists', update.at, {});
    }
  },
});
