import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../../../core/json.ts';
import type { Random } from '../../random.ts';
import { gateway, grant, route } from '../gateway-api/make.ts';
import type { Fields } from '../istio-validation/made.ts';
import { mutate } from '../istio-validation/mutate.ts';
import type { Schema } from '../istio-validation/schemas.ts';

interface Made {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: Fields;
}

/** A Gateway, route or grant as the part `gateway-api` has them, with some things in it changed. */
export function make(random: Random): Json {
  const which = random.next();
  const object = which < 0.25 ? gateway(random, 'shop/web') : which < 0.3 ? grant(random, 0) : route(random, 0);
  const { apiVersion, kind, spec } = object as unknown as Made;
  const schema = specOf(apiVersion, kind);
  const changes = random.pick([0, 1, 1, 1, 1, 2]);
  for (let change = 0; change < changes; change++) mutate(random, spec, schema);
  return object;
}

const read = new Map<string, Schema>();

function specOf(apiVersion: string, kind: string): Schema {
  const file = `${apiVersion}/${kind}.json`;
  const known = read.get(file);
  if (known) return known;
  const path = join(import.meta.dirname, '../../../../../schemas/gateway-api', file);
  const { properties } = JSON.parse(readFileSync(path, 'utf8')) as Schema;
  const spec = properties?.spec ?? {};
  read.set(file, spec);
  return spec;
}
