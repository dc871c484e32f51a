import { type Finding, finding } from '../../core/finding.ts';
import { own } from '../../core/own.ts';
import { body } from './findings.ts';
import type { Subject } from './subject.ts';
import { excerpt, requestOf } from './words.ts';

type Task = Readonly<Record<string, unknown>>;

/** What differs in the body of an answer from the task, or the list of tasks, that it should be. */
export function bodyFindings(subject: Subject, text: string): readonly Finding[] {
  const { exchange, probe, at, because } = subject;
  const request = requestOf(exchange);
  const value = parse(text);
  if (text.trim() === '') return [finding(body, 'empty', at, { request }, because)];
  if (value === undefined) return [finding(body, 'notJson', at, { request, found: excerpt(text) }, because)];
  const found = probe.expect.tasks ? inList(subject, value) : inTask(subject, value);
  const severity = probe.expect.advice ? 'warning' : undefined;
  return found && severity ? [{ ...found, severity }] : found ? [found] : [];
}

function inTask({ probe, exchange, run, at, because }: Subject, value: unknown): Finding | undefined {
  const request = requestOf(exchange);
  if (!isTask(value)) return finding(body, 'notTask', at, { request, found: excerpt(JSON.stringify(value)) }, because);
  if (idOf(value) === undefined) return finding(body, 'noId', at, { request }, because);
  const { titulo, hecha, id, fresh = [] } = probe.expect.task ?? {};
  const taken = fresh.find((name) => idOf(keptTask(run.exchanges, name)) === idOf(value));
  if (taken !== undefined) return finding(body, 'takenId', at, { request, id: excerpt(idOf(value) ?? '') }, because);
  const kept = id === undefined ? undefined : idOf(keptTask(run.exchanges, id));
  const wanted = { titulo, hecha, ...(kept !== undefined && { id: kept }) };
  for (const [field, expected] of Object.entries(wanted)) {
    const actual = field === 'id' ? idOf(value) : own(value, field);
    if (expected === undefined || actual === expected) continue;
    const data = { field, found: excerpt(JSON.stringify(actual) ?? 'undefined'), expected: JSON.stringify(expected) };
    if (probe.split) return finding(body, 'pieces', at, data, because);
    return finding(body, 'value', at, { request, ...data }, because);
  }
  return undefined;
}

function inList({ probe, exchange, run, scene, at, because }: Subject, value: unknown): Finding | undefined {
  const request = requestOf(exchange);
  if (!Array.isArray(value) || !value.every(isTask)) {
    return finding(body, 'notList', at, { request, found: excerpt(JSON.stringify(value)) }, because);
  }
  if (value.some((task) => idOf(task) === undefined)) return finding(body, 'noId', at, { request }, because);
  const ids = value.map(idOf);
  const { has = [], lacks = [] } = probe.expect.tasks ?? {};
  const holds = (name: string) => ids.includes(idOf(keptTask(run.exchanges, name)));
  const titleOf = (name: string) => {
    const { json } = scene.probes.find(({ keep }) => keep === name) ?? {};
    return String((json as { titulo?: string } | undefined)?.titulo);
  };
  const missing = has.find((name) => !holds(name));
  if (missing !== undefined) return finding(body, 'missing', at, { request, title: titleOf(missing) }, because);
  const extra = lacks.find(holds);
  return extra === undefined ? undefined : finding(body, 'extra', at, { request, title: titleOf(extra) }, because);
}

/** The task that was answered when it was kept under a name. */
function keptTask(exchanges: Subject['run']['exchanges'], name: string): Task | undefined {
  const exchange = exchanges.find(({ probe }) => probe === `crea-${name}` || probe === name);
  const value = parse(exchange?.answer?.body ?? '');
  return isTask(value) ? value : undefined;
}

const isTask = (value: unknown): value is Task => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Numbers and texts are both ids; they are compared as the path writes them. */
function idOf(task: Task | undefined): string | undefined {
  const id = task?.id;
  return typeof id === 'number' || (typeof id === 'string' && id !== '') ? String(id) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
