import type { Shape } from './shape.ts';

/** What a precompiled validator of the models says about a value, in ajv's form. */
export interface Complaint {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: {
    readonly type?: string;
    readonly format?: string;
    readonly pattern?: string;
    readonly limit?: number;
    readonly missingProperty?: string;
    readonly allowedValues?: readonly string[];
  };
}

/** Adds to a shape what a complaint about a value of it reveals. */
export function learn(shape: Shape | undefined, { keyword, params }: Complaint): void {
  if (!shape) return;
  if (shape.type === 'integer' || shape.type === 'number') learnNumber(shape, keyword, params);
  else if (shape.type === 'string') learnText(shape, keyword, params);
  else if (shape.type === 'list') {
    if (keyword === 'minItems' && params.limit) shape.minItems = params.limit;
    if (keyword === 'maxItems' && params.limit) shape.maxItems = params.limit;
  } else if (shape.type === 'int-or-string' && isQuantity(params)) (shape as { type: string }).type = 'quantity';
}

function learnNumber(shape: Extract<Shape, { minimum?: number }>, keyword: string, params: Complaint['params']): void {
  if (keyword === 'type' && params.type === 'integer') (shape as { type: string }).type = 'integer';
  if (keyword === 'format' && params.format === 'int32') {
    shape.minimum ??= -(2 ** 31);
    shape.maximum ??= 2 ** 31 - 1;
  }
  if (keyword === 'minimum' && params.limit !== undefined) shape.minimum = params.limit;
  if (keyword === 'maximum' && params.limit !== undefined) shape.maximum = params.limit;
}

function learnText(shape: Extract<Shape, { type: 'string' }>, keyword: string, params: Complaint['params']): void {
  if (keyword === 'enum' && params.allowedValues) shape.values ??= params.allowedValues;
  if (keyword === 'format' && params.format) shape.format = params.format;
  if (keyword === 'pattern' && params.pattern && isPattern(params.pattern)) shape.pattern = params.pattern;
  if (keyword === 'minLength' && params.limit) shape.minLength = params.limit;
  if (keyword === 'maxLength' && params.limit) shape.maxLength = params.limit;
}

function isQuantity({ format, pattern }: Complaint['params']): boolean {
  return format === 'quantity' || (pattern?.includes('KMGTPE') ?? false);
}

/** Patterns are written for Go; the few that JavaScript cannot read are left out. */
function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
}
