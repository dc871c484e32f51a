import { shellCommands } from '../../../model/dockerfile/commands.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/apt-assume-yes',
  severity: 'warning',
  title: { es: '`apt-get install` pregunta y nadie contesta', en: '`apt-get install` asks and nobody answers' },
  related: ['DL3014'],
  over: 'dockerfile',
  messages: {
    yes: {
      es: 'Sin `-y`, `{name} install` pregunta antes de instalar; al construir nadie contesta y la construcción se detiene.',
      en: 'Without `-y`, `{name} install` asks before installing; while building nobody answers and the build stops.',
    },
  },
  check({ instructions }, say) {
    for (const command of instructions.flatMap(shellCommands)) {
      const { name, args, at, after } = command;
      const words = args.map(({ text }) => text);
      const installs = /^apt(?:-get)?$/.test(name) && words.includes('install');
      const yes =
        words.some(
          (word) => /^-[a-zA-Z]*(?:y|qq)|^--(?:yes|assume-yes|quiet=2)$|^-q=2$/.test(word) || word.includes('$'),
        ) || after === '|';
      if (installs && !yes) say('yes', at, { name });
    }
  },
});
