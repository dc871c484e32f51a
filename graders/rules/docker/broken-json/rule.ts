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
    more: {
      es: 'Detrás de la lista hay algo más, «{found}», y con eso deja de ser JSON: Docker lo tomará todo por una orden de shell, y fallará. En un Dockerfile, `#` solo comenta al principio de la línea.',
      en: 'Something follows the list, "{found}", and with it this is no longer JSON: Docker will take it all for a shell command, and it will fail. In a Dockerfile, `#` starts a comment only at the beginning of a line.',
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
      const found = afterList(command.text);
      if (found !== undefined) say('more', command.at, { found });
      else say(/^\[\s*'/.test(command.text) ? 'quotes' : 'invalid', command.at, {});
    }
  },
});

/** The beginning of what stands behind a list that is JSON by itself. */
function afterList(text: string): string | undefined {
  const [, list = '', rest = ''] = /^(\[.*\])\s*([^\s\]][^\]]*)$/s.exec(text) ?? [];
  try {
    const isList = Array.isArray(JSON.parse(list));
    return isList ? (rest.length > 40 ? `${rest.slice(0, 40)}…` : rest) : undefined;
  } catch {
    return undefined;
  }
}
