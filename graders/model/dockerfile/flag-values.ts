import { code } from '../../core/code.ts';
import { finding } from '../../core/finding.ts';
import { has, own } from '../../core/own.ts';
import { badArguments } from '../../parse/dockerfile/findings.ts';
import type { Flag } from '../../parse/dockerfile/flags.ts';
import type { Keyword } from './dockerfile.ts';
import { checkMount } from './mount-options.ts';
import { Refusal } from './reading.ts';

/**
 * What the flags of an instruction may hold. A value with a variable is left alone: it is known only when building.
 * @throws Refusal with the first value that BuildKit refuses
 * @see https://github.com/moby/buildkit/tree/master/frontend/dockerfile/instructions
 */
export function checkFlagValues(keyword: Keyword, flags: readonly Flag[]): void {
  for (const flag of flags) {
    if (keyword === 'HEALTHCHECK') checkHealth(flag);
    else if (flag.name === 'mount') checkMount(flag);
    else if (has(choices, flag.name)) checkChoice(flag, own(choices, flag.name) ?? []);
    else if (switches.includes(flag.name)) checkSwitch(flag);
    else if (flag.name === 'chmod') checkMode(flag);
  }
}

const choices: Readonly<Record<string, readonly string[]>> = {
  network: ['default', 'none', 'host'],
  security: ['insecure', 'sandbox'],
};

const switches: readonly string[] = ['link', 'parents', 'keep-git-dir', 'unpack'];

const isKnown = ({ value }: Flag): boolean => value !== undefined && !value.includes('$');

function checkChoice({ name, value = '', valueAt }: Flag, known: readonly string[]): void {
  if (known.includes(value.toLowerCase())) return;
  const facts = { flag: name, found: value, known: known.map(code) };
  throw new Refusal(finding(badArguments, 'flagChoice', valueAt, facts));
}

function checkSwitch(flag: Flag): void {
  const { name, value, valueAt } = flag;
  // No variables here: the parser wants the word itself.
  if (value === undefined || /^(?:true|false)$/i.test(value)) return;
  throw new Refusal(finding(badArguments, 'flagSwitch', valueAt, { flag: name, found: value }));
}

const octal = /^[0-7]{1,8}$/;
const symbolic = /^[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+(?:,[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+)*$/;

/** What `COPY --chmod` takes: an octal number up to 7777, or letters as `chmod` does. */
export function isMode(text: string): boolean {
  return symbolic.test(text) || (octal.test(text) && Number.parseInt(text, 8) <= 0o7777);
}

function checkMode(flag: Flag): void {
  const { value = '', valueAt } = flag;
  if (!isKnown(flag) || value === '' || isMode(value)) return;
  throw new Refusal(finding(badArguments, 'flagMode', valueAt, { found: value }));
}

/**
 * What `ADD --checksum` takes for a download: a digest. Of a repository it is a commit, which nobody looks at before.
 * @throws Refusal
 */
export function checkSum(flag: Flag): void {
  const { value = '', valueAt } = flag;
  const sizes: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };
  const [, algorithm = '', hex = ''] = /^([a-z0-9]+):([a-f0-9]+)$/.exec(value) ?? [];
  if (!isKnown(flag) || /^[a-f0-9]{1,64}$/.test(value) || own(sizes, algorithm) === hex.length) return;
  throw new Refusal(finding(badArguments, 'flagChecksum', valueAt, { found: value }));
}

/** Durations of Go: `30s`, `1m30s`. */
const duration = /^\+?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|ms|s|m|h))+$/;

function checkHealth({ name, value = '', valueAt }: Flag): void {
  const facts = { flag: name, found: value };
  if (name === 'retries') {
    if (!/^(?:\+?\d+)?$/.test(value)) throw new Refusal(finding(badArguments, 'flagCount', valueAt, facts));
  } else if (value !== '0' && value !== '' && !(duration.test(value) && isLongEnough(value))) {
    throw new Refusal(finding(badArguments, 'flagDuration', valueAt, facts));
  }
}

/** None at all, or a millisecond or more. */
function isLongEnough(written: string): boolean {
  const milliseconds: Readonly<Record<string, number>> = {
    ns: 1e-6,
    us: 1e-3,
    µs: 1e-3,
    ms: 1,
    s: 1e3,
    m: 6e4,
    h: 36e5,
  };
  const total = [...written.matchAll(/([\d.]+)(\D+)/g)].reduce(
    (sum, [, count = '', unit = '']) => sum + Number(count) * (own(milliseconds, unit) ?? 0),
    0,
  );
  return total === 0 || total >= 1;
}
