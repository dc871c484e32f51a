import { has, own } from '../../core/own.ts';
/**
 * The part of JSON Schema that `exercise.schema.json` is written in. `ajv` would take longer to compile it than a whole
 * grade takes; this reads it as it is, and points at one mistake instead of listing what every alternative lacks.
 * @see https://json-schema.org/draft-07/json-schema-validation
 */
export interface JsonSchema {
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
}

export type Path = readonly (string | number)[];

/** One thing a schema does not allow, at a path of the data. */
export type Violation =
  | {
      readonly problem: 'unknownField';
      readonly path: Path;
      readonly field: string;
      readonly allowed: readonly string[];
    }
  | { readonly problem: 'missingField'; readonly path: Path; readonly field: string }
  | { readonly problem: 'value'; readonly path: Path; readonly found: unknown; readonly allowed: readonly unknown[] }
  | { readonly problem: 'type'; readonly path: Path; readonly found: string; readonly expected: readonly string[] }
  | { readonly problem: 'pattern'; readonly path: Path; readonly found: string; readonly pattern: string }
  | { readonly problem: 'tooFew'; readonly path: Path; readonly count: number };

/** The first thing that a value has and its schema does not allow; undefined when it fits. */
export function firstViolation(value: unknown, schema: JsonSchema): Violation | undefined {
  return new Reading(schema).violation(value, schema, []);
}

type Look = () => Violation | undefined;

class Reading {
  constructor(private readonly root: JsonSchema) {}

  violation(value: unknown, schema: JsonSchema, path: Path): Violation | undefined {
    return first([
      () => this.reference(value, schema, path),
      () => typeViolation(value, schema, path),
      () => valueViolation(value, schema, path),
      () => patternViolation(value, schema, path),
      () => (isBlock(value) ? this.block(value, schema, path) : undefined),
      () => (Array.isArray(value) ? this.list(value, schema, path) : undefined),
      () => first((schema.allOf ?? []).map((part) => () => this.violation(value, part, path))),
      () => this.condition(value, schema, path),
      () => this.alternatives(value, schema, path),
    ]);
  }

  private reference(value: unknown, { $ref }: JsonSchema, path: Path): Violation | undefined {
    if ($ref === undefined) return undefined;
    const target = own(this.root.definitions, $ref.replace('#/definitions/', ''));
    if (!target) throw new Error(`the schema has no ${$ref}`);
    return this.violation(value, target, path);
  }

  private block(value: Readonly<Record<string, unknown>>, schema: JsonSchema, path: Path): Violation | undefined {
    const { properties = {}, required = [], additionalProperties = true } = schema;
    const allowed = Object.keys(properties);
    const unknown = Object.keys(value).filter((field) => !has(properties, field));
    const lacking = required.find((field) => !has(value, field));
    return first([
      () =>
        additionalProperties === false && unknown[0] !== undefined
          ? { problem: 'unknownField', path, field: unknown[0], allowed }
          : undefined,
      () => (lacking === undefined ? undefined : { problem: 'missingField', path, field: lacking }),
      ...allowed.map((field) => () => {
        const schemaOfField = own(properties, field);
        return schemaOfField && has(value, field)
          ? this.violation(own(value, field), schemaOfField, [...path, field])
          : undefined;
      }),
      ...(typeof additionalProperties === 'object'
        ? unknown.map((field) => () => this.violation(own(value, field), additionalProperties, [...path, field]))
        : []),
    ]);
  }

  private list(value: readonly unknown[], { items, minItems = 0 }: JsonSchema, path: Path): Violation | undefined {
    if (value.length < minItems) return { problem: 'tooFew', path, count: minItems };
    return items && first(value.map((item, index) => () => this.violation(item, items, [...path, index])));
  }

  private condition(value: unknown, { if: when, then }: JsonSchema, path: Path): Violation | undefined {
    if (!when || !then || this.violation(value, when, path)) return undefined;
    return this.violation(value, then, path);
  }

  /** Of several alternatives, the one that was meant is the one that goes wrong last. */
  private alternatives(value: unknown, { anyOf }: JsonSchema, path: Path): Violation | undefined {
    const violations = (anyOf ?? []).map((schema) => this.violation(value, schema, path));
    const wrong = violations.filter((violation) => violation !== undefined);
    if (wrong.length === 0 || wrong.length < violations.length) return undefined;
    const meant = wrong.reduce((best, one) => (one.path.length > best.path.length ? one : best));
    if (meant.path.length > path.length) return together(wrong, meant);
    // Of the right type: only the value will not do.
    const near = wrong.find(({ problem }) => problem === 'value') ?? wrong[0] ?? meant;
    return together(wrong, near);
  }
}

/** Alternatives that refuse the same value are said as one: what all of them together would have taken. */
function together(all: readonly Violation[], chosen: Violation): Violation {
  const same = all.filter(({ path }) => path.join('/') === chosen.path.join('/'));
  if (chosen.problem === 'value') {
    const allowed = same.flatMap((violation) => (violation.problem === 'value' ? violation.allowed : []));
    return { ...chosen, allowed: [...new Set(allowed)] };
  }
  if (chosen.problem === 'type') {
    const expected = same.flatMap((violation) => (violation.problem === 'type' ? violation.expected : []));
    return { ...chosen, expected: [...new Set(expected)] };
  }
  return chosen;
}

function first(looks: readonly Look[]): Violation | undefined {
  for (const look of looks) {
    const violation = look();
    if (violation) return violation;
  }
  return undefined;
}

function typeViolation(value: unknown, { type }: JsonSchema, path: Path): Violation | undefined {
  if (type === undefined) return undefined;
  const expected = typeof type === 'string' ? [type] : type;
  const found = typeOf(value);
  const fits = expected.some((name) => name === found || (name === 'integer' && Number.isInteger(value)));
  return fits ? undefined : { problem: 'type', path, found, expected };
}

function valueViolation(value: unknown, schema: JsonSchema, path: Path): Violation | undefined {
  const allowed = 'const' in schema ? [schema.const] : schema.enum;
  return allowed && !allowed.includes(value) ? { problem: 'value', path, found: value, allowed } : undefined;
}

function patternViolation(value: unknown, { pattern }: JsonSchema, path: Path): Violation | undefined {
  if (pattern === undefined || typeof value !== 'string' || new RegExp(pattern, 'u').test(value)) return undefined;
  return { problem: 'pattern', path, found: value, pattern };
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeOf(value) === 'object';
}
