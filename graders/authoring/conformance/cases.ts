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

type Raw = Partial<Pick<Case, 'features' | 'skipped' | 'statuses'>>;

const folder = join(import.meta.dirname, 'cases');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

/** The cases of a file. A case has the name of the test whose behaviour it asks for. */
export function casesOf(file: string): readonly Case[] {
  const text = read(file);
  const raw = (parse(text) as { readonly cases: readonly Raw[] }).cases;
  return readTable(file, text, (world) => read(`${world}.yaml`)).map((one, index) => {
    const { features = [], skipped, statuses = {} } = raw[index] ?? {};
    return { ...one, features, statuses, ...(skipped !== undefined && { skipped }) };
  });
}
