import { rule } from '../../rule.ts';
import { instructionsOf, lineage } from '../bases.ts';

export default rule({
  id: 'docker/shell-form-command',
  severity: 'warning',
  title: { es: 'La orden de arranque está en forma shell', en: 'The start command is in shell form' },
  related: ['JSONArgsRecommended', 'DL3025'],
  over: 'dockerfile',
  messages: {
    shell: {
      es: 'Este `{keyword}` está en forma shell: el proceso 1 será el shell, que no pasa las señales a tu programa.',
      en: 'This `{keyword}` is in shell form: process 1 will be the shell, which does not pass signals on to your program.',
    },
  },
  check(dockerfile, say) {
    for (const stage of dockerfile.stages) {
      const shell = instructionsOf(lineage(dockerfile, stage)).some(({ keyword }) => keyword === 'SHELL');
      for (const instruction of stage.instructions) {
        if (instruction.keyword !== 'CMD' && instruction.keyword !== 'ENTRYPOINT') continue;
        const { command, keyword } = instruction;
        // `exec` makes the program take the place of the shell, and who chose a shell with SHELL meant it.
        if (command.form !== 'shell' || command.brokenJson || shell || /^exec\s/.test(command.text)) continue;
        say('shell', command.at, { keyword });
      }
    }
  },
});
