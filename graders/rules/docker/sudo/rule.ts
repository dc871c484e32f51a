import { shellCommands } from '../../../model/dockerfile/commands.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/sudo',
  severity: 'warning',
  title: { es: '`sudo` en una construcción', en: '`sudo` in a build' },
  related: ['DL3004'],
  over: 'dockerfile',
  messages: {
    sudo: {
      es: '`sudo` no hace falta al construir: cambia de usuario con `USER`.',
      en: '`sudo` is not needed while building: switch users with `USER`.',
    },
  },
  check({ instructions }, say) {
    for (const command of instructions.flatMap(shellCommands)) {
      if (command.name === 'sudo') say('sudo', command.nameAt, {});
    }
  },
});
