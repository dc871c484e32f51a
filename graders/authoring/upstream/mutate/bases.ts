import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { JsonObject } from '../../../core/json.ts';
import { lazy } from '../../../core/lazy.ts';

const folder = join(import.meta.dirname, '../bases');

/** Manifests that the API server accepts, with as many fields as go together: what mutants are made of. */
export const bases: () => readonly JsonObject[] = lazy(() =>
  readdirSync(folder)
    .sort()
    .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')))
    .map((document) => document.toJS() as JsonObject),
);
