import { runOf } from '../../../model/dockerfile/commands.ts';
import { rule } from '../../rule.ts';
import { lastLineage } from '../bases.ts';

export default rule({
  id: 'docker/apk-cache',
  severity: 'info',
  title: { es: 'El índice de apk se queda en la imagen', en: 'The apk index stays in the image' },
  related: ['DL3019'],
  over: 'dockerfile',
  messages: {
    cache: {
      es: 'Añade `--no-cache`: sin ella, `apk add` necesita un índice que se queda en la capa.',
      en: 'Add `--no-cache`: without it, `apk add` needs an index that stays in the layer.',
    },
  },
  check(dockerfile, say) {
    for (const instruction of lastLineage(dockerfile)) {
      const run = runOf(instruction);
      if (!run) continue;
      const commands = run.commands();
      const removed = commands.some(
        ({ name, args }) => name === 'rm' && args.some(({ text }) => text.includes('/var/cache/apk')),
      );
      const mounted = run.mounts.some(({ options }) =>
        /^\/(?:var\/cache\/apk|etc\/apk\/cache)/.test(options.target ?? options.dst ?? ''),
      );
      if (removed || mounted) continue;
      for (const { name, args, at } of commands) {
        const words = args.map(({ text }) => text);
        if (name === 'apk' && words.includes('add') && !words.some((word) => /^--no-cache$|^\$/.test(word)))
          say('cache', at, {});
      }
    }
  },
});
