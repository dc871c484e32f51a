import { own } from '../../../core/own.ts';
import type { Fields } from '../../cluster/index.ts';
import { at, isFields, pairsOf } from './json.ts';
import { fromServer, wrong } from './stop.ts';

type Labels = Readonly<Record<string, string>>;
export type Matches = (labels: Labels) => boolean;

const set = /^\s*([^\s!=,()]+)\s+(in|notin)\s*\(([^)]*)\)\s*$/;
const equal = /^\s*([^\s!=,()]+)\s*(==|=|!=)\s*([^\s!=,()]*)\s*$/;
const exists = /^\s*(!?)\s*([^\s!=,()]+)\s*$/;

/** A label selector: `app=web,tier!=db,env in (a, b),!old`. */
export function labelSelector(text: string): Matches {
  if (text.trim() === '') return () => true;
  const parts = text.match(/[^,(]*(?:\([^)]*\))?[^,(]*/g)?.filter((part) => part.trim() !== '') ?? [];
  const checks = parts.map((part): Matches => {
    const [, key = '', operator, values = ''] = set.exec(part) ?? [];
    if (operator) {
      const listed = values.split(',').map((one) => one.trim());
      return (labels) => {
        const value = own(labels, key);
        const isIn = value !== undefined && listed.includes(value);
        return operator === 'in' ? isIn : !isIn;
      };
    }
    const [, name = '', sign, value = ''] = equal.exec(part) ?? [];
    if (sign) return (labels) => (own(labels, name) === value) === (sign !== '!=');
    const [, not, word] = exists.exec(part) ?? [];
    if (word === undefined) throw wrong(`unable to parse requirement: found '${part.trim()}', expected: identifier`);
    return (labels) => (own(labels, word) !== undefined) === (not === '');
  });
  return (labels) => checks.every((check) => check(labels));
}

/** Fields that the API server selects by, beside name and namespace. */
const fields: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'Pod',
    [
      'spec.nodeName',
      'spec.restartPolicy',
      'spec.schedulerName',
      'spec.serviceAccountName',
      'spec.hostNetwork',
      'status.phase',
      'status.podIP',
      'status.nominatedNodeName',
    ],
  ],
  [
    'Event',
    [
      'involvedObject.kind',
      'involvedObject.namespace',
      'involvedObject.name',
      'involvedObject.uid',
      'involvedObject.fieldPath',
      'reason',
      'reportingComponent',
      'source',
      'type',
    ],
  ],
  ['Node', ['spec.unschedulable']],
  ['Secret', ['type']],
  ['Namespace', ['status.phase']],
  ['Job', ['status.successful']],
  ['ReplicaSet', ['status.replicas']],
]);

/** A field selector: `status.phase=Running,metadata.name!=web`. */
export function fieldSelector(text: string, kind: string, resource: string): (view: Fields) => boolean {
  const known = ['metadata.name', 'metadata.namespace', ...(fields.get(kind) ?? [])];
  const checks = text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [, path = '', sign = '', value = ''] = /^\s*([^=!]+?)\s*(!=|==|=)\s*(.*?)\s*$/.exec(part) ?? [];
      if (sign === '')
        throw wrong(`invalid selector: ${JSON.stringify(part)}; can't understand ${JSON.stringify(part)}`);
      if (!known.includes(path)) {
        throw fromServer(
          'BadRequest',
          `Unable to find ${JSON.stringify(resource)} that match label selector "", field selector ${JSON.stringify(text)}: field label not supported: ${path}`,
        );
      }
      return (view: Fields) => (String(at(view, ...path.split('.')) ?? '') === value) === (sign !== '!=');
    });
  return (view) => checks.every((check) => check(view));
}

/** A LabelSelector of a workload as printers show it: `app=web,tier in (a,b)`. */
export function selectorText(selector: unknown): string {
  if (!isFields(selector)) return '<none>';
  const labels = pairsOf(selector.matchLabels).map(([key, value]) => `${key}=${value}`);
  const expressions = (Array.isArray(selector.matchExpressions) ? selector.matchExpressions : [])
    .filter(isFields)
    .map(({ key, operator, values }) => {
      const listed = `(${(Array.isArray(values) ? values : []).join(',')})`;
      switch (operator) {
        case 'In':
          return `${String(key)} in ${listed}`;
        case 'NotIn':
          return `${String(key)} notin ${listed}`;
        case 'DoesNotExist':
          return `!${String(key)}`;
        default:
          return String(key);
      }
    });
  const all = [...labels, ...expressions];
  return all.length === 0 ? '<none>' : all.join(',');
}
