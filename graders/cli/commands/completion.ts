import type { Command } from 'commander';
import { fill } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';

/** Shells that completion is written for. */
export const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

/** Commands that take an exercise. */
const withExercise = ['grade', 'hint', 'reset'];

/** Prints what a shell reads to complete `timonel`: commands, their options, and the exercises of the folder one stands in. */
export function completion(shell: string, top: Command, context: Context): ExitCode {
  if (!isShell(shell))
    throw new UsageError(fill(unknownShell, { shell, known: shells.map((one) => `\`${one}\``) }, context.lang));
  context.out.write(scripts[shell](commandsOf(top)));
  return 0;
}

const isShell = (word: string): word is Shell => shells.some((shell) => shell === word);

interface Known {
  readonly name: string;
  readonly about: string;
  readonly options: readonly string[];
  /** Commands within it. */
  readonly actions: readonly string[];
}

function commandsOf(top: Command): readonly Known[] {
  const general = top.options.flatMap(({ long }) => long ?? []);
  return top.commands.map((command) => ({
    name: command.name(),
    about: command.summary(),
    options: [...new Set([command, ...command.commands].flatMap(optionsOf)), ...general, '--help'],
    actions: command.commands.map((action) => action.name()),
  }));
}

const optionsOf = ({ options }: Command): readonly string[] =>
  options.filter(({ hidden }) => !hidden).flatMap(({ long }) => long ?? []);

const within = (commands: readonly Known[], line: (known: Known) => string): string =>
  commands
    .filter(({ actions }) => actions.length > 0)
    .map(line)
    .join('');

const scripts: Readonly<Record<Shell, (commands: readonly Known[]) => string>> = {
  bash: (commands) => `# timonel completion bash >> ~/.bashrc
_timonel() {
  local word="\${COMP_WORDS[COMP_CWORD]}" command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version" -- "$word"))
    return
  fi
  case "$word" in
    -*)
      case "$command" in
${commands.map(({ name, options }) => `        ${name}) COMPREPLY=($(compgen -W "${options.join(' ')}" -- "$word")) ;;`).join('\n')}
      esac
      return ;;
  esac
  case "$command" in
${within(commands, ({ name, actions }) => `    ${name}) [ "$COMP_CWORD" -eq 2 ] && COMPREPLY=($(compgen -W "${actions.join(' ')}" -- "$word")) ;;\n`)}    ${withExercise.join('|')}) [ -d exercises ] && COMPREPLY=($(compgen -W "$(command ls exercises)" -- "$word")) ;;
  esac
}
complete -o default -F _timonel timonel
alias timonel='npx timonel'
`,
  zsh: (commands) => `# timonel completion zsh >> ~/.zshrc
autoload -Uz compinit && compinit
_timonel() {
  local -a commands
  commands=(
${commands.map(({ name, about }) => `    '${name}:${about.replaceAll("'", '’')}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'timonel' commands
    return
  fi
  if [[ "$words[CURRENT]" == -* ]]; then
    case "$words[2]" in
${commands.map(({ name, options }) => `      ${name}) compadd -- ${options.join(' ')} ;;`).join('\n')}
    esac
    return
  fi
  case "$words[2]" in
${within(commands, ({ name, actions }) => `    ${name}) if (( CURRENT == 3 )); then compadd -- ${actions.join(' ')}; else _files; fi ;;\n`)}    ${withExercise.join('|')}) [[ -d exercises ]] && compadd -- exercises/*(/:t) ;;
    *) _files ;;
  esac
}
compdef _timonel timonel
alias timonel='npx timonel'
`,
  fish: (commands) => `# timonel completion fish > ~/.config/fish/completions/timonel.fish
alias timonel 'npx timonel'
complete -c timonel -n __fish_use_subcommand -f
${commands
  .map(
    ({ name, about, options }) =>
      `complete -c timonel -n __fish_use_subcommand -a ${name} -d '${about.replaceAll("'", '’')}'\n${options
        .map((option) => `complete -c timonel -n '__fish_seen_subcommand_from ${name}' -l ${option.replace(/^--/, '')}`)
        .join('\n')}`,
  )
  .join('\n')}
${within(commands, ({ name, actions }) => `complete -c timonel -n '__fish_seen_subcommand_from ${name}' -a '${actions.join(' ')}'\n`)}complete -c timonel -n '__fish_seen_subcommand_from ${withExercise.join(' ')}' -f -a '(command ls exercises 2>/dev/null)'
`,
};

const unknownShell: Text = {
  es: 'No sé completar en `{shell}`: se admite {known}.',
  en: 'There is no completion for `{shell}`: {known} will do.',
};
