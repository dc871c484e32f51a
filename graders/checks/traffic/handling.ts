import { type Finding, finding } from '../../core/finding.ts';
import type { DataFor } from '../../core/messages.ts';
import type { Stage } from '../../core/stage.ts';
import type { Text } from '../../core/text.ts';
import { says } from '../../core/trace.ts';
import { hops } from '../../lab/istio/hops.ts';
import { readCall, type Tls } from '../../lab/istio/index.ts';
import { amountText, percentOf, readAmount } from './amount.ts';
import type { Asked } from './asked.ts';
import { changed, insecure } from './findings.ts';
import { sentenceOf } from './say.ts';

type Said = keyof typeof changed.messages;

/** What a proxy does with a request besides choosing where it goes. */
export function handlingFindings(asked: Asked): readonly Finding[] {
  return [
    tls(asked),
    path(asked),
    location(asked),
    timeout(asked),
    retries(asked),
    ...faults(asked),
    ...mirror(asked),
  ].filter((found) => found !== undefined);
}

function tls(asked: Asked): Finding | undefined {
  const { call, trace, request, from, because } = asked;
  const wanted = call.expect.tls;
  const found = trace.outcome.tls;
  if (wanted === undefined || found === wanted || trace.outcome.destinations.length === 0) return undefined;
  const data = { request, from, wanted: protections[wanted], found: protections[found] };
  const without = trace.hops.findLast(({ stage }) => stage === 'injection');
  return without
    ? finding(insecure, 'noProxy', asked.deciding('injection', 'tls'), { ...data, why: sentenceOf(without) }, because)
    : finding(insecure, 'mode', asked.deciding('tls'), data, because);
}

/** How a connection is protected, after «it travels». */
const protections: Readonly<Record<Tls, Text>> = {
  mutual: { es: 'con TLS mutuo', en: 'over mutual TLS' },
  simple: { es: 'con un TLS sin identidad de la malla', en: 'over TLS without a mesh identity' },
  plaintext: { es: 'en claro', en: 'in the clear' },
};

function path(asked: Asked): Finding | undefined {
  const wanted = asked.call.expect.path;
  if (wanted === undefined) return undefined;
  const found = asked.trace.outcome.rewrite?.path ?? readCall({ from: '', url: asked.call.to })?.path ?? '/';
  return found === wanted ? undefined : differs(asked, 'path', { wanted, found });
}

function location(asked: Asked): Finding | undefined {
  const wanted = asked.call.expect.location;
  if (wanted === undefined) return undefined;
  const found = asked.trace.outcome.redirect?.location;
  if (found === undefined) return differs(asked, 'noRedirect', { wanted });
  return found === wanted ? undefined : differs(asked, 'location', { wanted, found });
}

function timeout(asked: Asked): Finding | undefined {
  const wanted = asked.call.expect.timeout;
  const found = asked.trace.outcome.timeout ?? 0;
  if (wanted === undefined || found === wanted) return undefined;
  return found === 0 ? differs(asked, 'noTimeout', { wanted }) : differs(asked, 'timeout', { wanted, found });
}

function retries(asked: Asked): Finding | undefined {
  const wanted = asked.call.expect.retries;
  const found = asked.trace.outcome.retries?.attempts ?? 0;
  if (wanted === undefined || found === wanted) return undefined;
  if (found === 0) return differs(asked, 'noRetries', { wanted });
  const isWritten = asked.trace.hops.some((hop) => says(hop, hops, 'retriesSet'));
  return differs(asked, isWritten ? 'retries' : 'usualRetries', { wanted, found });
}

function faults(asked: Asked): readonly (Finding | undefined)[] {
  const { delayed, aborted } = asked.call.expect;
  const { delay, abort } = asked.trace.outcome.fault ?? {};
  return [unlike(asked, 'delayed', delayed, delay?.share ?? 0), unlike(asked, 'aborted', aborted, abort?.share ?? 0)];
}

function unlike(asked: Asked, message: 'delayed' | 'aborted', wanted: string | undefined, share: number) {
  if (wanted === undefined || readAmount(wanted)(share)) return undefined;
  return differs(asked, message, { wanted: amountText(wanted), percent: percentOf(share) });
}

function mirror(asked: Asked): readonly (Finding | undefined)[] {
  const copies = asked.trace.outcome.mirror ?? [];
  return Object.entries(asked.call.expect.mirror ?? {}).map(([key, wanted]) => {
    const named = copies.filter(({ host, subset }) => key === host || key === subset || key === host.split('.')[0]);
    const share = named.reduce((sum, copy) => sum + copy.share, 0);
    return readAmount(wanted)(share)
      ? undefined
      : differs(asked, 'mirror', { key, wanted: amountText(wanted), percent: percentOf(share) });
  });
}

type Facts<K extends Said> = Omit<DataFor<(typeof changed.messages)[K]>, 'request' | 'from'>;

function differs<K extends Said>(asked: Asked, message: K, facts: Facts<K>): Finding {
  const { request, from, because } = asked;
  const data = { request, from, ...facts } as never;
  return finding(changed, message, asked.deciding(...stagesOf(message), 'route'), data, because);
}

/** Where what is said about is written, if it is. */
function stagesOf(message: Said): readonly Stage[] {
  if (message === 'path') return ['rewrite'];
  if (/timeout$/i.test(message)) return ['timeout'];
  if (/retries$/i.test(message)) return ['retries'];
  if (message === 'mirror') return ['mirror'];
  return message === 'delayed' || message === 'aborted' ? ['fault'] : [];
}
