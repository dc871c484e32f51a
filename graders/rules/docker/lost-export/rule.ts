import { runOf } from '../../../model/dockerfile/commands.ts';
import type { Run, ShellCommand } from '../../../model/dockerfile/dockerfile.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/lost-export',
  severity: 'warning',
  title: { es: 'Una variable que se pierde con su `RUN`', en: 'A variable that is lost with its `RUN`' },
  over: 'dockerfile',
  messages: {
    exported: {
      es: '`export {name}` solo vale dentro de este `RUN`, que ya no ejecuta nada más: la siguiente instrucción empieza en otro shell. Usa `ENV {name}=…`.',
      en: '`export {name}` only holds inside this `RUN`, which executes nothing after it: the next instruction starts in another shell. Use `ENV {name}=…`.',
    },
    activated: {
      es: '`{file}` solo vale dentro de este `RUN`, que ya no ejecuta nada más: la siguiente instrucción empieza en otro shell. Pon su directorio en `PATH` con `ENV`, o llama a los programas por su ruta.',
      en: '`{file}` only holds inside this `RUN`, which executes nothing after it: the next instruction starts in another shell. Put its directory into `PATH` with `ENV`, or call the programs by their path.',
    },
  },
  check({ instructions }, say) {
    for (const instruction of instructions) {
      const run = runOf(instruction);
      if (!run || run.command.form === 'exec') continue;
      for (const { name, args, at } of lastOnes(run)) {
        const [first] = args;
        if (!first) continue;
        if (name === 'export') say('exported', at, { name: /^\w+/.exec(first.text)?.[0] ?? first.text });
        else say('activated', at, { file: first.text });
      }
    }
  },
});

/** The commands at the end of a `RUN` that only change their own shell. */
function lastOnes(instruction: Run): readonly ShellCommand[] {
  const commands = instruction.commands();
  const other = commands.findLastIndex(({ name }) => !changesShell.has(name));
  return commands.slice(other + 1).filter(({ after }) => after !== '|' && after !== '||');
}

const changesShell: ReadonlySet<string> = new Set(['export', '.', 'source']);
