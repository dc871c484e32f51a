import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Descriptor } from '../../graders/core/finding.ts';
import { descriptors, hopSentences } from '../../graders/generated/messages.ts';
import { rules } from '../../graders/generated/rules.ts';
import { tools } from '../../graders/lab/terminal/index.ts';

const root = join(import.meta.dirname, '../..');
const graders = join(root, 'graders');

/** What the pages have in the place of a module. */
export interface Written {
  /** In TypeScript: what it takes is what it imports. */
  readonly source: string;
  /** The body of the module, where it is shorter than what is made of the source. `$number("path")` stands for a module in it. */
  readonly body?: string;
}

/**
 * What the pages have in the place of modules that make one list of everything there is: the same, of which each entry is only taken
 * when it is used.
 * @returns by path from the root of the repository
 */
export const writtenLists = async (): Promise<ReadonlyMap<string, Written>> =>
  new Map([
    ['graders/render/catalogue.ts', await catalogueByName()],
    ['graders/generated/rules.ts', rulesBySubject()],
    ['graders/lab/terminal/tools.ts', { source: toolsByName() }],
    ['graders/lab/machine/programs/programs.ts', await programsByName()],
  ]);

/** A list of modules as a page has it: what each is asked for is written in its body, and nothing else. */
function listed(paths: Iterable<string>, body: string): Written {
  const imports = [...new Set(paths)].map((path) => `import ${JSON.stringify(join(root, path))};`);
  return { source: `${imports.join('\n')}\n`, body };
}

const numberOf = (path: string): string => `$number(${JSON.stringify(path)})`;

/** The rules, of which a Dockerfile takes those over Dockerfiles, and an exercise those for production that it names. */
function rulesBySubject(): Written {
  const paths = rules.map(({ folder }) => `graders/${folder}/rule.ts`);
  const over = rules.map(({ rule }) => rule.over);
  const production = rules.flatMap(({ rule }, index) => (rule.production ? [[index, rule.id] as const] : []));
  const first = over[0];
  return listed(
    paths,
    `($hand, $ask) => {
$hand({ rules: () => rules });
const production = {${production.map(([index, id]) => `${index}:{id:${JSON.stringify(id)},production:true}`).join(',')}};
const rules = [${paths.map(numberOf).join(',')}].map((module, index) => ({
  rule: {
    over: [${over.map((one) => Number(one === first)).join(',')}][index] ? ${JSON.stringify(first)} : ${JSON.stringify(over.find((one) => one !== first))},
    ...production[index],
    findings: (subject) => $ask(module).default.findings(subject),
  },
}));
}`,
  );
}

/** The programs of a machine, which are found by their names. */
async function programsByName(): Promise<Written> {
  const folder = 'graders/lab/machine/programs';
  const source = readFileSync(join(root, folder, 'programs.ts'), 'utf8');
  const from = (name: string): string => {
    const [, file] = new RegExp(`^import \\{[^}]*\\b${name}\\b[^}]*\\} from '\\./([^']+)';`, 'm').exec(source) ?? [];
    if (file === undefined) throw new Error(`where the programs come from that are called ${name}`);
    return `${folder}/${file}`;
  };
  const namesIn = async (table: string): Promise<string> => {
    const module: Record<string, ReadonlyMap<string, unknown>> = await import(join(root, from(table)));
    return [...(module[table]?.keys() ?? [])].join(' ');
  };
  const tables = [...source.matchAll(/^ {2}\.\.\.(\w+),$/gm)].map(([, table = '']) => table);
  const single = [...source.matchAll(/^ {2}\['([^']+)', (\w+)\],$/gm)];
  const rows = [
    ...(await Promise.all(tables.map(async (table) => [table, await namesIn(table)] as const))),
    ...single.map(([, name = '', local = '']) => [local, name] as const),
  ];
  const places = rows.map(
    ([local, names]) => `[${numberOf(from(local))},${JSON.stringify(local)},${JSON.stringify(names)}]`,
  );
  return listed(
    rows.map(([local]) => from(local)),
    `($hand, $ask) => {
$hand({ programs: () => programs });
// Of one that is in two tables, the later counts.
const places = new Map([${places.join(',')}].flatMap(([module, local, names]) =>
  names.split(' ').map((name) => [name, { module, local }])));
const programs = {
  get(name) {
    const place = places.get(name);
    const found = place && $ask(place.module)[place.local];
    return found instanceof Map ? found.get(name) : found;
  },
};
}`,
  );
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
async function catalogueByName(): Promise<Written> {
  const folders = [...new Set(descriptors.map(({ folder }) => folder))];
  const named = await Promise.all(folders.map(async (folder) => [folder, await namesIn(folder)] as const));
  const ofRules = rules.map(({ rule, folder }) => [rule.id, `graders/${folder}/rule.ts`, ''] as const);
  const ofFindings = named.flatMap(([folder, names]) =>
    [...names].map(([id, name]) => [id, `graders/${folder}/findings.ts`, name] as const),
  );
  const ofHops = hopModules().map((path, index) => [hopSentences[index]?.area ?? '', `graders/${path}`] as const);
  const all = [...ofRules, ...ofFindings];
  const places = all.map(
    ([id, path, name]) =>
      `${JSON.stringify(id)}:${name === '' ? numberOf(path) : `[${numberOf(path)},${JSON.stringify(name)}]`}`,
  );
  return listed(
    [...all.map(([, path]) => path), ...ofHops.map(([, path]) => path)],
    `($hand, $ask) => {
$hand({ catalogue: () => catalogue, hopCatalogue: () => hopCatalogue });
const places = {${places.join(',')}};
const areas = {${ofHops.map(([area, path]) => `${JSON.stringify(area)}:${numberOf(path)}`).join(',')}};
const catalogue = {
  get(id) {
    if (!Object.hasOwn(places, id)) return undefined;
    const [module, name = 'default'] = [places[id]].flat();
    return { about: $ask(module)[name] };
  },
};
const hopCatalogue = {
  get(message) {
    const [area, ...key] = message.split('/');
    const messages = Object.hasOwn(areas, area) ? $ask(areas[area]).hops.messages : {};
    const name = key.join('/');
    return Object.hasOwn(messages, name) ? messages[name] : undefined;
  },
};
}`,
  );
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
