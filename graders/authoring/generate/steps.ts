import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contractModules } from './contract-modules.ts';
import { families } from './manifests/kinds.ts';
import { Sources } from './sources.ts';

/** A part of what is generated. */
export interface Step {
  readonly name: string;
  /** Modules that decide it, with all that they import. Paths are from the root of the repository, here and below. */
  readonly modules: readonly string[];
  /** Files and folders that it reads. */
  readonly reads: readonly string[];
  /** Files and folders that it writes: what somebody else changed there is written again. */
  readonly writes: readonly string[];
  run(root: string): Promise<void> | void;
}

const generators = 'graders/authoring/generate';

/** In this order: the later ones read what the earlier ones write. */
export const steps: readonly Step[] = [
  {
    name: 'answer types',
    modules: [`${generators}/answer-types.ts`],
    reads: ['exercises/*/exercise.yaml'],
    writes: ['exercises/*/respuesta.types.ts'],
    run: async (root) => (await import('./answer-types.ts')).generateAnswerTypes(root),
  },
  {
    name: 'pass marks',
    modules: [`${generators}/pass-marks.ts`],
    reads: ['exercises/*/exercise.yaml'],
    writes: ['exercises/*/enunciado.md'],
    run: async (root) => (await import('./pass-marks.ts')).generatePassMarks(root),
  },
  {
    name: 'preparation',
    modules: [`${generators}/preparation.ts`],
    reads: ['exercises/*/exercise.yaml', 'site/lecciones/*.md'],
    writes: ['exercises/*/enunciado.md'],
    run: async (root) => (await import('./preparation.ts')).generatePreparation(root),
  },
  {
    name: 'fidelity',
    modules: [`${generators}/fidelity.ts`],
    reads: [],
    writes: ['graders/lab/terminal/README.md'],
    run: async (root) => (await import('./fidelity.ts')).generateFidelity(root),
  },
  {
    name: 'manifests',
    modules: [`${generators}/manifests/manifests.ts`],
    reads: [
      ...[`${generators}/manifests/istio.json`, 'schemas/linkerd'],
      ...families.map(({ package: name }) => `node_modules/${name}/package.json`),
    ],
    writes: [
      ...['kubernetes', 'istio', 'gateway-api', 'prometheus'].map((name) => `schemas/${name}`),
      'graders/generated/shapes.ts',
    ],
    run: async (root) => (await import('./manifests/manifests.ts')).generateManifestSchemas(root),
  },
  {
    name: 'contracts',
    modules: [`${generators}/contracts.ts`, ...contractModules.map((name) => `graders/${name}.ts`)],
    reads: ['node_modules/ts-json-schema-generator/package.json', 'node_modules/typescript/package.json'],
    writes: ['exercise', 'variants', 'course', 'lesson', 'report', 'class'].map(
      (name) => `schemas/${name}.schema.json`,
    ),
    run: async (root) => (await import('./contracts.ts')).generateContractSchemas(root),
  },
  {
    name: 'editor schema',
    modules: [`${generators}/editor-schema.ts`],
    reads: ['kubernetes', 'istio', 'gateway-api', 'prometheus', 'linkerd'].map((name) => `schemas/${name}`),
    writes: ['schemas/manifest.schema.json'],
    run: async (root) => (await import('./editor-schema.ts')).generateEditorSchema(root),
  },
];

/**
 * Runs the steps of which anything that decides them, or anything they wrote, is not what it was after their last run here. Contents
 * are compared: neither dates nor what git knows. In a clean checkout nothing is known, and all of them run.
 * @param root absolute path of the repository
 * @param all runs every step
 * @returns the names of those that ran
 */
export async function runSteps(root: string, all: boolean, which: readonly Step[] = steps): Promise<readonly string[]> {
  const known = readDigests(root);
  const digests = new Map(Object.entries(known));
  const ran: string[] = [];
  const sources = new Sources(root);
  for (const { name, modules, reads, writes, run } of which) {
    const paths = [...reads, ...writes];
    let digest = sources.digest(modules, paths);
    if (all || known[name] !== digest) {
      await run(root);
      ran.push(name);
      digest = new Sources(root).digest(modules, paths);
    }
    digests.set(name, digest);
  }
  leave(root, digests);
  return ran;
}

const recordFile = (root: string): string => join(root, 'node_modules', '.cache', 'timonel', 'generate.json');

function readDigests(root: string): Readonly<Record<string, unknown>> {
  const file = recordFile(root);
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

function leave(root: string, digests: ReadonlyMap<string, unknown>): void {
  const file = recordFile(root);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(digests), undefined, 2)}\n`);
}
