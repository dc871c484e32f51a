import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readTable, type TableCase } from '../../lab/istio/testing/table.ts';

/** What a conformance test asks for, as requests and statuses of ours. */
export interface Case extends TableCase {
  /** Extended features that the test needs; a core test needs none. */
  readonly features: readonly string[];
  /** What the lab cannot be asked, in words; then the test counts as skipped. */
  readonly skipped?: string;
  /** `Accepted; ResolvedRefs=BackendNotFound; attached=1`, by `HTTPRoute namespace/name` or `Gateway namespace/name listener`. */
  readonly statuses: Readonly<Record<string, string>>;
}

type Raw = Partial<Pick<Case, 'features' | 'skipped' | 'statuses'>> & {
  /** Requests in place of the others, where a mesh shows what it does in another way. */
  readonly linkerd?: readonly string[];
};

export type MeshName = 'istio' | 'linkerd';

const folder = join(import.meta.dirname, 'cases');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

/**
 * The cases of a file. A case has the name of the test whose behaviour it asks for.
 * @param mesh what the namespaces of the world are in
 */
export function casesOf(file: string, mesh: MeshName = 'istio'): readonly Case[] {
  const text = read(file);
  const raw = (parse(text) as { readonly cases: readonly Raw[] }).cases;
  const worldText = (world: string) => `${read(`namespaces-${mesh}.yaml`)}${read(`${world}.yaml`)}`;
  return readTable(file, text, worldText).map((one, index) => {
    const { features = [], skipped, statuses = {}, linkerd } = raw[index] ?? {};
    const told = { ...one, features, statuses, ...(skipped !== undefined && { skipped }) };
    if (mesh === 'istio') return told;
    const resources = one.resources.filter(({ group }) => !group.endsWith('istio.io'));
    return { ...told, resources, requests: linkerd ?? one.requests };
  });
}
