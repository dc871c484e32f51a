import { runOf } from '../../../model/dockerfile/commands.ts';
import type { Instruction, Run, ShellCommand, Word } from '../../../model/dockerfile/dockerfile.ts';
import { rule } from '../../rule.ts';
import { automatic } from '../words.ts';

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
    usedLater: {
      es: '`export {name}` solo vale dentro de este `RUN`, y un `RUN` de más abajo usa `{name}`: allí ya no tiene ese valor. Usa `ENV {name}=…`, o junta los dos `RUN`.',
      en: '`export {name}` only holds inside this `RUN`, and a `RUN` further down uses `{name}`: there it does not have that value. Use `ENV {name}=…`, or join both `RUN`s.',
    },
    activated: {
      es: '`{file}` solo vale dentro de este `RUN`, que ya no ejecuta nada más: la siguiente instrucción empieza en otro shell. Pon su directorio en `PATH` con `ENV`, o llama a los programas por su ruta.',
      en: '`{file}` only holds inside this `RUN`, which executes nothing after it: the next instruction starts in another shell. Put its directory into `PATH` with `ENV`, or call the programs by their path.',
    },
  },
  check(dockerfile, say) {
    for (const { instructions } of dockerfile.stages) {
      for (const [index, instruction] of instructions.entries()) {
        const run = runOf(instruction);
        if (!run || run.command.form === 'exec') continue;
        const last = lastOnes(run);
        for (const { name, args, at } of last) {
          const [first] = args;
          if (!first) continue;
          if (name === 'export') say('exported', at, { name: variableOf(first) });
          else say('activated', at, { file: first.text });
        }
        for (const command of run.commands()) {
          const [first] = command.args;
          if (command.name !== 'export' || !first || last.includes(command)) continue;
          const name = variableOf(first);
          if (isMissed(name, instructions, index)) say('usedLater', command.at, { name });
        }
      }
    }
  },
});

const variableOf = ({ text }: Word): string => /^\w+/.exec(text)?.[0] ?? text;

/** Whether a later `RUN` uses a variable that has no value of its own there. */
function isMissed(name: string, instructions: readonly Instruction[], index: number): boolean {
  if (automatic.has(name) || instructions.some((one) => declares(one, name))) return false;
  const uses = new RegExp(`\\$(?:${name}\\b|\\{${name}\\})`);
  const sets = new RegExp(`\\b${name}\\+?=|\\bfor\\s+${name}\\b|\\bread\\b[^;&|\\n]*\\b${name}\\b`);
  return instructions.slice(index + 1).some((instruction) => {
    const later = runOf(instruction);
    if (!later || later.command.form === 'exec') return false;
    const script = [later.command.text, ...later.heredocs.map(({ content }) => content)].join('\n');
    return uses.test(script) && !sets.test(script);
  });
}

function declares(instruction: Instruction, name: string): boolean {
  if (instruction.keyword === 'ENV') return instruction.sets.some((one) => one.name === name);
  return instruction.keyword === 'ARG' && instruction.declares.some((one) => one.name === name);
}

/** The commands at the end of a `RUN` that only change their own shell. */
function lastOnes(instruction: Run): readonly ShellCommand[] {
  const commands = instruction.commands();
  const other = commands.findLastIndex(({ name }) => !changesShell.has(name));
  return commands.slice(other + 1).filter(({ after }) => after !== '|' && after !== '||');
}

const changesShell: ReadonlySet<string> = new Set(['export', '.', 'source']);
