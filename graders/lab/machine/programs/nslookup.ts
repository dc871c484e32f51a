import { failed, type Machine, type Ran } from '../machine.ts';
import type { Answer, Names } from '../names.ts';
import { isKnown } from '../unknown.ts';
import { locate } from './locate.ts';

/**
 * `nslookup NAME`, where its image and its network are known well enough to say what BusyBox does since 1.30: it asks for a name
 * without dots under each domain of the search list, for one with dots as it is written whatever `ndots` says, and fails where
 * any of that does not exist.
 * @returns undefined for anything else
 * @see https://git.busybox.net/busybox/tree/networking/nslookup.c (`add_query_with_search`, `send_queries`)
 * @see https://github.com/docker-library/busybox/issues/48
 */
export function nslookup(machine: Machine, [program = '', ...args]: readonly string[]): Ran | undefined {
  const { catalogue, names } = machine.host;
  const [asked = ''] = args;
  if (catalogue.nslookup !== 'each' || !names || args.length !== 1 || !isKnown(asked)) return undefined;
  if (asked.startsWith('-') || /^[\d.]+$|:/.test(asked)) return undefined;
  const place = locate(machine, program);
  // A package may have brought another one.
  if (place.state !== 'found' || place.entry.layer >= 0) return undefined;
  const whole = asked.includes('.') ? [asked] : names.search.map((domain) => `${asked}.${domain}`);
  const answers = whole.map((name) => [name, names.answer(name)] as const);
  const nowhere = answers.flatMap(([name, answer]) => (answer === 'no-name' ? [name] : []));
  const known = answers.flatMap(([name, answer]) => (answer === undefined ? [] : [[name, answer] as const]));
  if (nowhere.length === 0 && known.length < answers.length) return undefined;
  const text = known.length < answers.length ? undefined : [{ text: said(names, known), by: 'nslookup' }];
  if (nowhere.length === 0) return { machine, output: text, exit: 0 };
  return { ...failed(machine, 1, { kind: 'no-name', program: 'nslookup', asked, names: nowhere }), output: text };
}

/** What it prints, each answer twice: for the addresses of both families. Answers really come in any order. */
function said({ server }: Names, answers: readonly (readonly [name: string, answer: Answer])[]): string {
  const block = ([name, answer]: (typeof answers)[number]): string =>
    answer === 'no-name'
      ? `** server can't find ${name}: NXDOMAIN\n\n`
      : `${answer.map((address) => `Name:\t${name}\nAddress: ${address}\n`).join('')}\n`;
  const sixth = answers.map(([name, answer]) => block([name, answer === 'no-name' ? answer : []]));
  return [`Server:\t\t${server}\nAddress:\t${server}:53\n\n`, ...answers.map(block), ...sixth].join('');
}
