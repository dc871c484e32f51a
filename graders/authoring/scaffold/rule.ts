import type { Source } from '../../core/source.ts';
import type { Lang, Text } from '../../core/text.ts';
import { todo } from './todo.ts';

/** Where a rule belongs: what it looks at follows from it. */
export const ruleAreas = ['docker', 'kubernetes', 'istio', 'linkerd'] as const;
export type RuleArea = (typeof ruleAreas)[number];

/**
 * Every file of a new rule: one that works and passes its own cases, with a sentence wherever its author has something to replace.
 * @param name kebab case; the id is `area/name`
 * @returns with paths from the root of the repository
 */
export function ruleFiles(area: RuleArea, name: string, lang: Lang = 'es'): readonly Source[] {
  const folder = `graders/rules/${area}/${name}`;
  const id = `${area}/${name}`;
  const isDocker = area === 'docker';
  const said = (text: Text) => todo(text, lang);
  const file = isDocker ? 'dockerfile' : 'yaml';
  return [
    { path: `${folder}/rule.ts`, text: isDocker ? dockerRule(id, said) : manifestRule(id, said) },
    { path: `${folder}/doc.md`, text: docOf(isDocker, said) },
    {
      path: `${folder}/cases/valid.${file}`,
      text: `# ${said(todos.valid)}\n${isDocker ? dockerValid : manifestValid}`,
    },
    {
      path: `${folder}/cases/invalid.${file}`,
      text: `# ${said(todos.invalid)}\n${isDocker ? dockerInvalid(id) : manifestInvalid(id)}`,
    },
  ];
}

const todos = {
  title: { es: 'di en una frase qué está mal.', en: 'say in one sentence what is wrong.' },
  message: { es: 'di qué hay aquí, con los nombres del fichero.', en: 'say what is here, with the names of the file.' },
  check: {
    es: 'cambia el ejemplo por lo que busca la regla; quien decide es el laboratorio.',
    en: 'replace the example by what the rule looks for; the lab is who decides.',
  },
  about: {
    es: 'qué significa, por qué importa y qué hacer.',
    en: 'what it means, why it matters and what to do.',
  },
  page: { es: 'la página de la documentación oficial.', en: 'the page of the official documentation.' },
  valid: { es: 'lo que se le parece y está bien.', en: 'what looks like it and is right.' },
  invalid: {
    es: 'lo que está mal, con el hallazgo y sus columnas.',
    en: 'what is wrong, with the finding and its columns.',
  },
} satisfies Record<string, Text>;

type Said = (text: Text) => string;

const headOf = (id: string, said: Said): string => `  id: '${id}',
  severity: 'warning',
  // ${said(todos.title)}
  title: { es: 'La etiqueta es provisional', en: 'The label is provisional' },
`;

/** In pieces, as no line of this file may look like an import of its own. */
const ruleImports = (...others: readonly string[]): string =>
  [...others, "import { rule } from '../../rule.ts';", ''].join('\n');

const manifestRule = (
  id: string,
  said: Said,
): string => `${ruleImports("import { fieldSpan } from '../../../model/manifests/manifests.ts';")}
export default rule({
${headOf(id, said)}  over: 'manifests',
  messages: {
    // ${said(todos.message)}
    found: { es: '\`{name}\` se llama como algo provisional.', en: '\`{name}\` is named like something provisional.' },
  },
  check(manifests, say) {
    // ${said(todos.check)}
    for (const resource of manifests.resources) {
      const { name } = resource;
      if (name.startsWith('tmp-')) say('found', fieldSpan(resource, 'metadata', 'name'), { name });
    }
  },
});
`;

const dockerRule = (id: string, said: Said): string => `${ruleImports()}
export default rule({
${headOf(id, said)}  over: 'dockerfile',
  messages: {
    // ${said(todos.message)}
    found: { es: '\`{image}\` es una imagen provisional.', en: '\`{image}\` is a provisional image.' },
  },
  check(dockerfile, say) {
    // ${said(todos.check)}
    for (const { from } of dockerfile.stages) {
      const { text: image, at } = from.image;
      if (image.startsWith('tmp-')) say('found', at, { image });
    }
  },
});
`;

const manifestValid = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ajustes\n';
const manifestInvalid = (id: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: tmp-ajustes # expect: ${id} 9-20\n`;
const dockerValid = 'FROM alpine:3.20\n';
const dockerInvalid = (id: string): string => `# expect: ${id} 6-18\nFROM tmp-base:1.0\n`;

function docOf(isDocker: boolean, said: Said): string {
  const fence = (text: string) => `\`\`\`${isDocker ? 'dockerfile' : 'yaml'}\n${text}\`\`\``;
  const [bad, good] = isDocker
    ? ['FROM tmp-base:1.0\n', dockerValid]
    : ['metadata:\n  name: tmp-ajustes\n', 'metadata:\n  name: ajustes\n'];
  return `# La etiqueta es provisional

${said(todos.about)}

Mal:

${fence(bad)}

Bien:

${fence(good)}

Más: ${said(todos.page)} https://kubernetes.io/docs/
`;
}
