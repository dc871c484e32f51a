import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Descriptor } from '../../graders/core/finding.ts';
import { descriptors, hopSentences } from '../../graders/generated/messages.ts';
import { rules } from '../../graders/generated/rules.ts';
import { tools } from '../../graders/lab/terminal/index.ts';

const graders = join(import.meta.dirname, '../../graders');

/**
 * What the pages have in the place of modules that make one list of everything there is: the same, of which each entry is only taken
 * when it is used.
 * @returns TypeScript by path from the root of the repository
 */
export const writtenLists = async (): Promise<ReadonlyMap<string, string>> =>
  new Map([
    ['graders/render/catalogue.ts', await catalogueByName()],
    ['graders/generated/rules.ts', rulesBySubject()],
    ['graders/lab/terminal/tools.ts', toolsByName()],
  ]);

/** The rules, of which a Dockerfile takes those over Dockerfiles. */
function rulesBySubject(): string {
  const imports = rules.map(({ folder }, index) => `import m${index} from '../${folder}/rule.ts';`);
  const entries = rules.map(
    ({ rule }, index) => `{ rule: { over: '${rule.over}', findings: (subject) => m${index}.findings(subject) } },`,
  );
  return `${imports.join('\n')}\nexport const rules = [\n${entries.join('\n')}\n];\n`;
}

/** The tools of the terminal, which are found by their names. */
function toolsByName(): string {
  const list = readFileSync(join(graders, 'lab/terminal/tools.ts'), 'utf8');
  const imports = [...list.matchAll(/^import (?!type\b).*;$/gm)].map(([line]) => line);
  const names = /= \[([^\]]*)\];/.exec(list)?.[1]?.split(/,\s*/).filter(Boolean) ?? [];
  const getters = (of: object, from: string): string =>
    Object.keys(of)
      .map((key) => `get ${key}() { return ${from}.${key}; },`)
      .join(' ');
  const entries = tools.map(({ command, ...tool }, index) => {
    const { name, ...rest } = command;
    const from = names[index]?.trim();
    return `{ ${getters(tool, `${from}`)} command: { name: '${name}', ${getters(rest, `${from}.command`)} } },`;
  });
  return `${imports.join('\n')}\nexport const tools = [\n${entries.join('\n')}\n];\n`;
}

/** The sentences by name: saying one does not take all of them. */
async function catalogueByName(): Promise<string> {
  const imports: string[] = [];
  const take = (what: string, path: string): string => {
    const local = `m${imports.length}`;
    imports.push(`import { ${what} as ${local} } from '../${path}';`);
    return local;
  };
  const ofRules = rules.map(({ rule, folder }) => `'${rule.id}': ${take('default', `${folder}/rule.ts`)},`);
  const folders = [...new Set(descriptors.map(({ folder }) => folder))];
  const named = await Promise.all(folders.map(async (folder) => [folder, await namesIn(folder)] as const));
  const ofFindings = named.flatMap(([folder, names]) =>
    [...names].map(([id, name]) => `'${id}': ${take(name, `${folder}/findings.ts`)},`),
  );
  const ofHops = hopModules().map((path, index) => `'${hopSentences[index]?.area}': ${take('hops', path)},`);
  return `${imports.join('\n')}
const abouts = {
${[...ofRules, ...ofFindings].join('\n')}
};
const areas = {
${ofHops.join('\n')}
};
export const catalogue = {
  get: (id) => (Object.hasOwn(abouts, id) ? { about: abouts[id] } : undefined),
};
export const hopCatalogue = {
  get(message) {
    const [area, ...key] = message.split('/');
    const { messages } = Object.hasOwn(areas, area) ? areas[area] : { messages: {} };
    const name = key.join('/');
    return Object.hasOwn(messages, name) ? messages[name] : undefined;
  },
};
`;
}

/** How the descriptors of a folder are called, by their ids. */
async function namesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const module: Record<string, Descriptor> = await import(join(graders, folder, 'findings.ts'));
  return new Map(Object.entries(module).map(([name, { id }]) => [id, name]));
}

/** The modules of `hopSentences`, in its order. */
function hopModules(): readonly string[] {
  const list = readFileSync(join(graders, 'generated/messages.ts'), 'utf8');
  return [...list.matchAll(/^import \{ hops as hops\d+ \} from '\.\.\/([^']+)';/gm)].map(([, path = '']) => path);
}
