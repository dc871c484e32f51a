import { shellCommands } from '../../../model/dockerfile/commands.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/apt-command',
  severity: 'info',
  title: { es: '`apt` es para personas', en: '`apt` is for people' },
  related: ['DL3027'],
  over: 'dockerfile',
  messages: {
    apt: {
      es: 'En un Dockerfile usa `apt-get`: `apt` es para la terminal, y sus opciones pueden cambiar.',
      en: 'In a Dockerfile use `apt-get`: `apt` is for the terminal, and its options may change.',
    },
  },
  check({ instructions }, say) {
    for (const command of instructions.flatMap(shellCommands)) {
      if (command.name === 'apt') say('apt', command.nameAt, {});
    }
  },
});
