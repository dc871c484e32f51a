import { shellCommands } from '../../../model/dockerfile/commands.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/apt-recommends',
  severity: 'info',
  title: { es: 'apt instala también lo recomendado', en: 'apt also installs what is recommended' },
  related: ['DL3015'],
  over: 'dockerfile',
  messages: {
    recommends: {
      es: 'Con `--no-install-recommends` la imagen no llevará paquetes que nadie ha pedido.',
      en: 'With `--no-install-recommends` the image will not carry packages nobody asked for.',
    },
  },
  check({ instructions }, say) {
    for (const command of instructions.flatMap(shellCommands)) {
      const { name, args, at } = command;
      const words = args.map(({ text }) => text);
      const lean = words.some((word) => /no-install-recommends|Install-Recommends|^["']?\$\{?\w+\}?["']?$/.test(word));
      if (/^apt(?:-get)?$/.test(name) && words.includes('install') && !lean) say('recommends', at, {});
    }
  },
});
