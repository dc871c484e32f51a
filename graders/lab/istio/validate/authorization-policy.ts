import { own } from '../../../core/own.ts';
import type { AuthorizationPolicy, PolicyRule } from '../../../model/mesh/authorization-policy.ts';
import { type Fields, fields, fieldsList, optionalTexts } from '../../../model/mesh/fields.ts';
import { isSet, text } from '../../../model/workloads/values.ts';
import { keySpanOf, spanOf } from '../../../parse/yaml/located.ts';
import { conditionField } from '../authz/conditions.ts';
import type { Note } from './problem.ts';

/** @see https://istio.io/latest/docs/reference/config/security/authorization-policy/ */
export function checkAuthorizationPolicy({ resource, action, rules }: AuthorizationPolicy, note: Note): void {
  const spec = fields(fields(resource.data).spec);
  const hasProvider = text(fields(spec.provider).name) !== undefined;
  const declared = Array.isArray(spec.rules) && spec.rules.length > 0;
  if ((action === 'DENY' || action === 'CUSTOM') && !declared)
    note('denyWithoutRules', spanOf(spec, 'action'), { action });
  if (action === 'CUSTOM' && declared && !hasProvider) note('customWithoutProvider', spanOf(spec, 'action'));
  if (action !== 'CUSTOM' && isSet(spec.provider)) note('providerWithoutCustom', keySpanOf(spec, 'provider'));
  checkScope(spec, note);
  for (const rule of rules) {
    checkAlternatives(rule, 'from', 'source', note);
    checkAlternatives(rule, 'to', 'operation', note);
    checkConditions(rule, note);
    if (action === 'CUSTOM') checkCustom(rule, note);
  }
}

/** Where a policy applies: some pods by label, or some Gateways and Services by reference, not both. */
export function checkScope(spec: Fields, note: Note): void {
  const targets = fieldsList(spec.targetRefs).length > 0 || isSet(spec.targetRef);
  if (isSet(spec.selector) && targets) note('selectorAndTargets', keySpanOf(spec, 'selector'));
  const labels = fields(fields(spec.selector).matchLabels);
  for (const [key, value] of Object.entries(labels)) {
    if (key.includes('*') || (typeof value === 'string' && value.includes('*')))
      note('wildcardSelector', spanOf(labels, key), { key });
  }
}

function checkAlternatives({ node }: PolicyRule, list: 'from' | 'to', item: 'source' | 'operation', note: Note): void {
  if (!Array.isArray(node[list])) return;
  const entries = fieldsList(node[list]);
  if (entries.length === 0) note('emptyList', spanOf(node, list) ?? keySpanOf(node, list), { field: list });
  for (const entry of entries) {
    const inner = fields(entry[item]);
    const filled = Object.values(inner).some((values) => Array.isArray(values) && values.length > 0);
    if (!filled) note('emptyItem', spanOf(entry, item) ?? spanOf(entry), { field: item });
    checkValues(inner, note);
    if (item === 'source') checkAccounts(inner, note);
  }
}

function checkAccounts(source: Fields, note: Note): void {
  const others = ['principals', 'notPrincipals', 'namespaces', 'notNamespaces'].find((field) =>
    isSet(own(source, field)),
  );
  const account = ['serviceAccounts', 'notServiceAccounts'].find((field) => isSet(own(source, field)));
  if (others && account) note('accountsWithOthers', keySpanOf(source, account), { field: others });
}

function checkValues(inner: Fields, note: Note): void {
  for (const field of Object.keys(inner)) {
    for (const [index, value] of (optionalTexts(own(inner, field)) ?? []).entries()) {
      const at = spanOf(own(inner, field), index) ?? keySpanOf(inner, field);
      if (value === '') note('emptyValue', at, { field });
      else if (/ports$/i.test(field) && !isPort(value)) note('badPort', at, { value });
      else if (/ipBlocks$/i.test(field) && !isAddress(value)) note('badAddress', at, { value });
    }
  }
}

const isPort = (value: string): boolean => /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 65535;
const isAddress = (value: string): boolean =>
  /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*)(?:\/\d{1,3})?$/i.test(value);

function checkConditions({ when }: PolicyRule, note: Note): void {
  for (const { node, key, values, notValues } of when) {
    const at = spanOf(node, 'key') ?? spanOf(node);
    if (!conditionField(key)) note('unknownKey', at, { key });
    else if (values.length + notValues.length === 0) note('noValues', at, { key });
  }
}

/** Identity and tokens are not known yet when an external authorizer is asked. */
function checkCustom({ from = [], when }: PolicyRule, note: Note): void {
  for (const source of from) {
    const field = Object.keys(source).find((name) => /principals|namespaces|serviceAccounts/i.test(name));
    if (field) note('customField', keySpanOf(source, field), { field });
  }
  for (const { node, key } of when) {
    if (/^(?:source\.(?:namespace|serviceAccount|principal)$|request\.auth\.)/.test(key)) {
      note('customField', spanOf(node, 'key'), { field: key });
    }
  }
}
