import { runOf } from '../../../model/dockerfile/commands.ts';
import type { Instruction } from '../../../model/dockerfile/dockerfile.ts';
import { rule } from '../../rule.ts';
import { instructionsOf, lineage } from '../bases.ts';

export default rule({
  id: 'docker/pipe-without-pipefail',
  severity: 'warning',
  title: { es: 'Una tubería esconde los fallos', en: 'A pipe hides failures' },
  related: ['DL4006'],
  over: 'dockerfile',
  messages: {
    pipe: {
      es: 'Si falla `{command}`, este `RUN` no se entera: en una tubería solo cuenta la última orden. Pon `set -o pipefail`, con un shell que lo tenga.',
      en: 'If `{command}` fails, this `RUN` does not notice: in a pipe only the last command counts. Use `set -o pipefail`, with a shell that has it.',
    },
  },
  check(dockerfile, say) {
    for (const stage of dockerfile.stages) {
      const inherited = instructionsOf({
        ...lineage(dockerfile, stage),
        stages: lineage(dockerfile, stage).stages.slice(1),
      });
      let safe = inherited.reduce(isSafe, false);
      for (const instruction of stage.instructions) {
        safe = isSafe(safe, instruction);
        const run = runOf(instruction);
        if (!run || safe || run.command.form === 'exec') continue;
        const commands = run.commands();
        if (commands.some(({ args }) => args.some(({ text }) => text.includes('pipefail')))) continue;
        const piped = commands.findIndex(
          ({ after, name }, index) => after === '|' && risky.has(commands[index - 1]?.name ?? '') && name !== '',
        );
        const source = commands[piped - 1];
        if (piped > 0 && source) say('pipe', source.at, { command: source.name });
      }
    }
  },
});

/** Whether a pipe notices failures from an instruction on: a `SHELL` decides for what follows. */
function isSafe(before: boolean, instruction: Instruction): boolean {
  if (instruction.keyword !== 'SHELL') return before;
  return instruction.words.some(({ text }) => text.includes('pipefail') || /powershell|pwsh|cmd/i.test(text));
}

/** Commands that fail for reasons nobody controls. With `echo x | …` there is nothing to lose. */
const risky: ReadonlySet<string> = new Set([
  'curl',
  'wget',
  'aws',
  'gsutil',
  'git',
  'svn',
  'ssh',
  'scp',
  'tar',
  'unzip',
  'gpg',
  'openssl',
]);
