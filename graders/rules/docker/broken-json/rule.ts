import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/broken-json',
  severity: 'error',
  title: { es: 'La forma exec no es JSON válido', en: 'The exec form is not valid JSON' },
  related: ['JSONArgsRecommended'],
  over: 'dockerfile',
  messages: {
    quotes: {
      es: 'Esto no es JSON: la forma exec lleva comillas dobles. Docker lo tomará por una orden de shell, y fallará.',
      en: 'This is not JSON: exec form takes double quotes. Docker will take it for a shell command, and it will fail.',
    },
    invalid: {
      es: 'Esto no es JSON válido (falta una comilla, una coma o el corchete final). Docker lo tomará por una orden de shell, y fallará.',
      en: 'This is not valid JSON (a quote, a comma or the closing bracket is missing). Docker will take it for a shell command, and it will fail.',
    },
  },
  check({ instructions }, say) {
    for (const instruction of instructions) {
      const command = 'command' in instruction ? instruction.command : undefined;
      if (command?.form !== 'shell' || !command.brokenJson) continue;
      say(/^\[\s*'/.test(command.text) ? 'quotes' : 'invalid', command.at, {});
    }
  },
});
