import { type Command, printed, refused } from '../../tool/tool.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell'];

/** The script that `source <(kubectl completion bash)` reads; the terminal completes without it. */
export const completion: Command = {
  name: 'completion',
  says: { es: 'Completado para tu intérprete', en: 'Completion for your shell' },
  takes: 'SHELL',
  offers: () => shells,
  fidelity: 'partial',
  differs: {
    es: 'El guion está vacío: este terminal completa sin él',
    en: 'The script is empty: this terminal completes without it',
  },
  run: ({ desk, operands }) => {
    const [shell] = operands;
    if (shell === undefined)
      return refused(desk, "error: Shell not specified.\nSee 'kubectl completion -h' for help and examples\n");
    if (!shells.includes(shell)) return refused(desk, `error: Unsupported shell type ${JSON.stringify(shell)}.\n`);
    return printed(desk, `# ${shell} completion for kubectl\n`);
  },
};
