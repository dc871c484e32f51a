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
      // A variable that stands alone may hold options; inside a word it is a version or a name.
      const quiet = words.filter((word) => word === '-q' || word === '--quiet').length;
      const yes =
        quiet > 1 ||
        words.some((word) =>
          /^-[a-zA-Z]*(?:y|qq)|^--(?:yes|assume-yes|quiet=2)$|^-q=2$|^["']?\$\{?\w+\}?["']?$/.test(word),
        ) ||
        after === '|';
      if (installs && !yes) say('yes', at, { name });
    }
  },
});
