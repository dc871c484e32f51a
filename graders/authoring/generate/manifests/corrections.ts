import type { KindShape } from './declarations.ts';
import { type Correction, kubernetes } from './kubernetes.ts';
import { isObject, type ObjectShape, type Shape } from './shape.ts';

/**
 * Istio writes its durations as text and checks them with rules that the type declarations do not carry.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
const istioDurations =
  /\.(timeout|perTryTimeout|backoff|fixedDelay|maxAge|connectTimeout|idleTimeout|maxConnectionDuration|ttl|interval|baseEjectionTime|time|drainDuration|duration|perTryIdleTimeout|resetInterval|budgetInterval|warmupDurationSecs|reportingInterval)$/;

/** Istio ports, where only a whole number of 32 bits is declared. The port of a server may be 0, with a socket. */
const istioPorts = /\.(destination|mirror|mirrors\[\])\.port\.number$/;

/**
 * Changes a shape into what the API server, or the webhook of a controller, really takes.
 * @param newer adds what a newer version of Istio has
 */
export function correct({ family, kind, shape }: KindShape, newer: (path: string, shape: Shape) => void): void {
  freeStatus(shape);
  if (family.folder === 'kubernetes') eachObject(shape, correctNamed);
  if (family.folder === 'kubernetes') eachObject(shape, fillRequired);
  if (family.folder === 'istio') {
    eachField(shape, '', newer);
    eachField(shape, '', correctIstio);
  }
  if (family.folder === 'gateway-api') eachField(shape, '', (path, field) => correctGatewayApi(kind, path, field));
  if (family.folder === 'prometheus') eachField(shape, '', correctPrometheus);
}

/** The cluster writes `status` and `managedFields`; whatever is pasted there is not the student's doing. */
function freeStatus(shape: ObjectShape): void {
  if (shape.fields.status) shape.fields.status = { type: 'any' };
  eachObject(shape, ({ fields }) => {
    if (fields.managedFields) fields.managedFields = { type: 'list', items: { type: 'any' } };
  });
  shape.required = shape.required.filter((name) => name !== 'status');
}

function correctNamed(object: ObjectShape): void {
  for (const { at, require = [], release = [], ...limits } of kubernetes) {
    const [name, field] = at.split('.');
    if (name !== object.name) continue;
    object.required = [...new Set([...object.required, ...require])].filter((one) => !release.includes(one));
    const shape = field === undefined ? undefined : object.fields[field];
    if (shape) limit(shape, limits);
  }
}

/** A required text is read as missing when it is empty. */
function fillRequired({ fields, required }: ObjectShape): void {
  for (const name of required) {
    const field = fields[name];
    if (field?.type === 'string' && !field.values && !field.format) field.minLength ??= 1;
  }
}

/** Of a list, what its items are. */
function limit(shape: Shape, correction: Omit<Correction, 'at'>): void {
  if (shape.type === 'list' && (correction.values || correction.form)) {
    shape.items = { ...shape.items };
    limit(shape.items, correction);
    return;
  }
  const { range, minItems, values, form, orEmpty, dropped } = correction;
  if (range && shape.type === 'integer') {
    shape.minimum = range[0];
    shape.maximum = range[1] ?? shape.maximum ?? 2 ** 31 - 1;
  }
  if (minItems !== undefined && shape.type === 'list') shape.minItems = minItems;
  if (values && shape.type === 'string') shape.values = values;
  if (form && shape.type === 'string') Object.assign(shape, form);
  if (dropped && shape.type === 'string') delete shape.values;
  if (orEmpty && shape.type === 'string' && shape.values) shape.values = [...shape.values, ''];
}

function correctIstio(path: string, shape: Shape): void {
  if (shape.type === 'string' && istioDurations.test(path)) shape.format = 'duration';
  if (shape.type === 'integer' && istioPorts.test(path)) Object.assign(shape, { minimum: 1, maximum: 65_535 });
}

const headerValue = '^[!-~]+([\\t ][!-~]+)*$';

/** What release 1.6 says of the values of headers (its pattern, without what makes it slow), and a type of filter that is newer. */
function correctGatewayApi(kind: string, path: string, shape: Shape): void {
  if (shape.type !== 'string') return;
  if (/\.(?:set|add)\[\]\.value$/.test(path) || (kind === 'HTTPRoute' && path.endsWith('.headers[].value')))
    shape.pattern = headerValue;
  if (path.endsWith('.filters[].type') && shape.values?.includes('CORS'))
    shape.values = [...shape.values, 'ExternalAuth'];
}

/** The declarations give a claim inside another object the identity that only objects of their own need. */
function correctPrometheus(path: string, shape: Shape): void {
  if (isObject(shape) && path.endsWith('.volumeClaimTemplate')) shape.required = [];
}

function eachObject(shape: Shape, visit: (object: ObjectShape) => void): void {
  if (shape.type === 'object') {
    visit(shape);
    for (const field of Object.values(shape.fields)) eachObject(field, visit);
  } else if (shape.type === 'map') eachObject(shape.values, visit);
  else if (shape.type === 'list') eachObject(shape.items, visit);
}

function eachField(shape: Shape, path: string, visit: (path: string, shape: Shape) => void): void {
  visit(path, shape);
  if (shape.type === 'object') {
    for (const [name, field] of Object.entries(shape.fields)) eachField(field, `${path}.${name}`, visit);
  } else if (shape.type === 'map') eachField(shape.values, `${path}{}`, visit);
  else if (shape.type === 'list') eachField(shape.items, `${path}[]`, visit);
}
