import { rule } from '../../rule.ts';

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
  check({ stages }, say) {
    for (const { instructions } of stages) {
      let safe = false;
      for (const instruction of instructions) {
        if (instruction.keyword === 'SHELL')
          safe = instruction.words.some(({ text }) => text.includes('pipefail') || /powershell|pwsh|cmd/i.test(text));
        if (instruction.keyword !== 'RUN' || safe || instruction.command.form === 'exec') continue;
        const commands = instruction.commands();
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
