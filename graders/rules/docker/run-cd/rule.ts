import { shellCommands } from '../../../model/dockerfile/commands.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/run-cd',
  severity: 'info',
  title: { es: '`cd` dentro de `RUN`', en: '`cd` inside `RUN`' },
  related: ['DL3003'],
  over: 'dockerfile',
  messages: {
    cd: {
      es: 'El `cd` solo vale dentro de este `RUN`. Para cambiar de directorio usa `WORKDIR`.',
      en: 'The `cd` only holds inside this `RUN`. Use `WORKDIR` to change directory.',
    },
  },
  check({ instructions }, say) {
    for (const command of instructions.flatMap(shellCommands)) {
      if (command.name === 'cd' && command.after === '' && command.args.length > 0) say('cd', command.at, {});
    }
  },
});
