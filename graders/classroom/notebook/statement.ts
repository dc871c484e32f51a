import { own } from '../../core/own.ts';
import type { Lang, Text } from '../../core/text.ts';
import type { Exercise } from '../../exercise.ts';

/** What a statement may lead to. */
export interface LinkTargets {
  /** The exercises of the notebook. */
  readonly course: readonly Exercise[];
  readonly lang: Lang;
}

/**
 * The statement of an exercise as a cell: its number is in the title, and links lead somewhere outside of the site. A link to an
 * exercise leads to its heading in the notebook; one to a page of the site, or to a file beside the statement, is only its words.
 */
export function statementText(statement: string, { spec }: Exercise, targets: LinkTargets): string {
  const titled = /^#\s+\S/.test(statement) ? statement : `# ${spec.title[targets.lang]}\n\n${statement}`;
  return linked(titled.replace(/^#\s+/, `# ${spec.number}. `), targets).trim();
}

/** Links stay as they are inside of code. */
function linked(markdown: string, targets: LinkTargets): string {
  return markdown
    .split(/(^(?:```|~~~)[\s\S]*?^(?:```|~~~)\s*$|`[^`\n]+`)/m)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(link, (...found) => rewritten(found, targets))))
    .join('');
}

const link = /(!?)\[([^\]\n]*)\]\(([^()\s]+)(?:\s+"[^"\n]*")?\)/g;

function rewritten(
  [whole = '', image = '', words = '', target = '']: readonly string[],
  { course, lang }: LinkTargets,
): string {
  if (/^(?:https?:|mailto:|#)/.test(target)) return whole;
  const [, kind = '', id = ''] = /^(\w+):(.+)$/.exec(target) ?? [];
  if (kind === 'ejercicio') {
    const exercise = course.find(({ spec }) => spec.id === id);
    return exercise ? `[${words}](#${headingOf(exercise, lang)})` : words;
  }
  const command = own(commands, kind);
  if (command) return `${words} (\`${command.replace('{id}', () => id)}\`)`;
  if (kind !== '' || /\/lecciones\//.test(target)) return words;
  return image === '' ? `${words} (\`${target}\`)` : words;
}

/** Pages of the site that a command tells as well. */
const commands: Readonly<Record<string, string>> = { regla: 'npx timonel explain {id}' };

/** The place of a heading in a notebook, as Jupyter names it: its text, with dashes for blanks. */
const headingOf = ({ spec }: Exercise, lang: Lang): string =>
  `${spec.number}.-${spec.title[lang].replaceAll(' ', '-')}`;

/** The head of the cell with the types of `respuesta.ts`. */
export const aidHead: Text = {
  es: 'Esto es lo que se pregunta en `{file}`, y lo que se puede responder a cada pregunta:',
  en: 'This is what is asked in `{file}`, and what may be answered to each question:',
};
export const givenHead: Text = {
  es: 'Los ficheros que da el ejercicio (ábrelos con un clic):',
  en: 'The files that the exercise gives (a click opens them):',
};
