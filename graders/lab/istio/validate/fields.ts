import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import { re2 } from '../../../core/re2/re2.ts';
import { seconds } from '../../../model/mesh/duration.ts';
import { isAddress, parseCidr } from '../../../model/workloads/cidr.ts';
import { isPortNumber } from '../../../model/workloads/names.ts';
import { isSet, text } from '../../../model/workloads/values.ts';
import { type Block, blockIn, hasItems, type Listed, textIn, textsIn } from './blocks.ts';
import type { Judged } from './judged.ts';
import { isDomain, isHost, isLabelKey, isLabelText, isName, isProtocol, isTemplated, protocols } from './names.ts';

/** Durations that are shorter than a millisecond, or no whole number of them, are refused. */
export function checkDurations(judged: Judged, block: Block | undefined, fields: readonly string[]): void {
  for (const field of fields) {
    const value = text(own(block, field));
    const lasts = value === '0' ? 0 : seconds(value);
    if (lasts === undefined || (lasts > 0 && Number.isInteger(Math.round(lasts * 1e9) / 1e6))) continue;
    judged.refuse('duration', judged.at(block, field), { field, value: value ?? '' });
  }
}

/** Labels that pods are compared with. */
export function checkLabels(judged: Judged, labels: Block | undefined): void {
  for (const [key, value] of Object.entries(labels ?? {})) {
    if (isTemplated(key)) continue;
    if (!isLabelKey(key)) judged.refuse('labelKey', judged.key(labels, key), { value: key });
    if (typeof value === 'string' && !isLabelText(value) && !isTemplated(value))
      judged.refuse('label', judged.at(labels, key), { value });
  }
}

/** The `host` of a block, which may be a wildcard. */
export function checkHost(judged: Judged, block: Block): void {
  const value = textIn(block, 'host');
  if (!isHost(value) && !isTemplated(value)) {
    if (value === '') judged.refuse('missing', judged.at(block), { field: 'host' });
    else judged.refuse('host', judged.at(block, 'host'), { value });
  }
}

/** Where traffic may be sent: one host, a subset with a good name, a port with a number. */
export function checkDestination(judged: Judged, destination: Block | undefined): void {
  if (!destination) return;
  if (destination.host === '*') judged.refuse('wildcardDestination', judged.at(destination, 'host'), {});
  else if (textIn(destination, 'host') === '') judged.refuse('noDestination', judged.at(destination), {});
  else checkHost(judged, destination);
  if (text(destination.subset) !== undefined) checkSubset(judged, destination, 'subset');
  const port = blockIn(destination, 'port');
  if (port && !isPort(port.number)) judged.refuse('port', judged.key(destination, 'port'), {});
}

/** The name of a subset, in the field that holds it. @returns whether it may be one */
export function checkSubset(judged: Judged, block: Block, field: 'name' | 'subset'): boolean {
  const value = textIn(block, field);
  if (isName(value) || isTemplated(value)) return true;
  judged.refuse('subset', judged.at(block, field), { value });
  return false;
}

/** The `protocol` of a port. */
export function checkProtocol(judged: Judged, port: Block | undefined): void {
  const value = text(port?.protocol);
  if (value === undefined || isProtocol(value) || isTemplated(value)) return;
  judged.refuse('protocol', judged.at(port, 'protocol'), { value, known: protocols.slice(0, 10).map(code) });
}

/** The `name` of a port. */
export function checkPortName(judged: Judged, port: Block): void {
  const value = textIn(port, 'name');
  if (isName(value) || isTemplated(value)) return;
  if (value === '') judged.refuse('missing', judged.at(port), { field: 'name' });
  else judged.refuse('portName', judged.at(port, 'name'), { value });
}

/** A number from 1 to 65535. */
export function isPort(value: unknown): boolean {
  return typeof value === 'number' && isPortNumber(value);
}

/** `port`, where 0 stands for none. */
export function checkOptionalPort(judged: Judged, block: Block, field: string): void {
  const value = own(block, field);
  if (isSet(value) && value !== 0 && !isPort(value)) judged.refuse('port', judged.at(block, field), {});
}

export function checkPercentage(judged: Judged, percentage: Block | undefined, least = 0): void {
  const value = percentage?.value;
  if (typeof value !== 'number' || (value <= 100 && value >= 0 && (value === 0 || value >= least))) return;
  judged.refuse('percentRange', judged.at(percentage, 'value'), { percent: value });
}

/** Addresses, with or without a prefix. */
export function checkAddresses(judged: Judged, holder: Block, field: string): void {
  for (const { value, at } of textsIn(holder, field)) {
    if (!isAddressOrBlock(value) && !isTemplated(value)) judged.refuse('block', at ?? judged.owner.at, { value });
  }
}

export const isAddressOrBlock = (value: string): boolean => isIp(value) || parseCidr(value) !== undefined;

/** An address, of a zone too (`fe80::1%eth0`); unlike in Kubernetes, no number of it may begin with 0. */
export const isIp = (value: string): boolean =>
  isAddress(value.replace(/(?<=:.*)%.+$/, '')) && !(/^[\d.]+$/.test(value) && /(?:^|\.)0\d/.test(value));

/** One condition on a text: a prefix that is there has something in it, a pattern is of RE2. */
export function checkText(judged: Judged, condition: Block | undefined, emptyPrefix = false): void {
  if (!condition) return;
  if (condition.prefix === '' && !emptyPrefix)
    judged.refuse('emptyMatch', judged.at(condition, 'prefix'), { field: 'prefix' });
  if (condition.regex === '') judged.refuse('emptyMatch', judged.at(condition, 'regex'), { field: 'regex' });
  else if (typeof condition.regex === 'string') checkPattern(judged, condition, 'regex');
}

/** A regular expression of RE2, of up to 1024 bytes. */
export function checkPattern(judged: Judged, block: Block, field: string): void {
  const pattern = textIn(block, field);
  if (bytes(pattern) > 1024) judged.refuse('longRegex', judged.at(block, field), {});
  else if (!isTemplated(pattern) && !re2(pattern)) judged.refuse('badRegex', judged.at(block, field), { pattern });
}

/** The length of a text in UTF-8. */
export const bytes = (value: string): number =>
  Array.from(value, (char) => char.codePointAt(0) ?? 0).reduce(
    (sum, point) => sum + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4),
    0,
  );

/** Gateways by name, or by namespace and name. @returns nothing: `mesh` is a name like any other */
export function checkGateways(judged: Judged, holder: Block): void {
  for (const { value, at } of textsIn(holder, 'gateways')) {
    const [first = '', ...rest] = value.split('/');
    const good = rest.length === 0 ? isDomain(value) : isName(first) && isName(rest.join('/'));
    if (!good && !isTemplated(value)) judged.refuse('gateway', at ?? judged.owner.at, { value });
    if (rest.length > 0) continue;
    const [name = '', namespace] = value.split('.');
    if (namespace !== undefined)
      judged.warn('legacyGateway', at ?? judged.owner.at, { value, better: `${namespace}/${name}` });
    // A name without namespace ends the check of the list, as in istiod.
    return;
  }
}

/** What a namespace may show an object to. */
export function checkExportTo(judged: Judged, spec: Block, own: string, mayHide = false): void {
  const seen = new Set<string>();
  const list = textsIn(spec, 'exportTo');
  for (const { value, at } of list) {
    const place = at ?? judged.owner.at;
    const key = value === '.' ? own : value;
    if (seen.has(key)) judged.refuse('repeatedValue', place, { value, field: 'exportTo' });
    else if (value === '*' || (value === '~' && mayHide) || isName(key) || isTemplated(key)) seen.add(key);
    else judged.refuse('exportTo', place, { value });
  }
  const all = list.find(({ value }) => value === '*' || (value === '~' && mayHide));
  if (all && list.length > 1) judged.refuse('exportAlone', all.at ?? judged.owner.at, { value: all.value });
}

/** Fields of which one at most may be written. */
export function checkTogether(judged: Judged, block: Block, fields: readonly string[]): void {
  const [field, other] = fields.filter((one) => isWritten(block, one));
  if (field !== undefined && other !== undefined) judged.refuse('together', judged.key(block, other), { field, other });
}

/** Whether a field of Protobuf is set: a text that is not empty, a list with something, any block. */
export function isWritten(block: Block | undefined, field: string): boolean {
  const value = own(block, field);
  if (Array.isArray(value)) return hasItems(block, field);
  return isSet(value) && value !== '' && value !== false && value !== 0;
}

/** No text of a list is empty. */
export function checkNotEmpty(judged: Judged, holder: Block, field: string): void {
  const empty = textsIn(holder, field).find(({ value }) => value === '');
  if (empty) judged.refuse('emptyValue', empty.at ?? judged.key(holder, field), { field });
}

export const placeIn = (judged: Judged, { at }: Listed): NonNullable<Listed['at']> => at ?? judged.owner.at;

/** `unix:///run/app.sock`, or the name of an abstract socket: `unix://@app`. */
export function checkSocket(judged: Judged, block: Block, field: string): void {
  const value = textIn(block, field);
  const path = value.slice('unix://'.length);
  if (path.startsWith('@') || (path.startsWith('/') && !path.endsWith('/'))) return;
  judged.refuse('socket', judged.at(block, field), { value });
}
