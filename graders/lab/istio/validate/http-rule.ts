import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import { isSet, text } from '../../../model/workloads/values.ts';
import { type Block, blockIn, blocksIn, entriesIn, hasItems, numberIn, textIn, textsIn } from './blocks.ts';
import {
  bytes,
  checkDestination,
  checkDurations,
  checkGateways,
  checkLabels,
  checkOptionalPort,
  checkPattern,
  checkPercentage,
  checkText,
  checkTogether,
  isWritten,
  placeIn,
} from './fields.ts';
import { checkHeaders, checkMatchName, isClaim } from './headers.ts';
import type { Judged } from './judged.ts';
import { isName, isTemplated } from './names.ts';
import { checkWeights } from './weights.ts';

/** Where a rule stands: in a VirtualService without hosts, that others delegate to; in one that sidecars read. */
interface Within {
  readonly delegate: boolean;
  readonly inMesh: boolean;
}

/** @see https://github.com/istio/istio/blob/release-1.31/pkg/config/validation/virtualservice.go */
export function checkHttpRule(rule: Block, within: Within, judged: Judged): void {
  checkAction(rule, within, judged);
  for (const match of blocksIn(rule, 'match')) checkMatch(match, within, judged);
  checkHeaders(rule, judged);
  checkAuthority(rule, judged);
  checkCors(blockIn(rule, 'corsPolicy'), judged);
  checkFault(rule, judged);
  checkMirrors(rule, judged);
  checkRedirect(rule, judged);
  checkAnswer(blockIn(rule, 'directResponse'), judged);
  checkRetries(blockIn(rule, 'retries'), judged);
  checkRewrite(rule, judged);
  checkWeights(rule, judged);
  for (const route of blocksIn(rule, 'route')) {
    checkHeaders(route, judged);
    checkDestination(judged, blockIn(route, 'destination'));
  }
  checkDurations(judged, rule, ['timeout']);
}

/** Exactly one of `route`, `redirect` and `directResponse`; the last two answer at once, and take nothing beside them. */
function checkAction(rule: Block, { delegate }: Within, judged: Judged): void {
  const delegates = blockIn(rule, 'delegate') !== undefined;
  if (delegates && !delegate) {
    for (const field of ['route', 'redirect']) {
      if (isWritten(rule, field)) judged.refuse('delegateWithRoute', judged.key(rule, field), { field });
    }
    return;
  }
  if (delegates) judged.refuse('delegateOfDelegate', judged.key(rule, 'delegate'), {});
  const [first, second] = [
    ...(hasItems(rule, 'route') ? ['route'] : []),
    ...['redirect', 'directResponse'].filter((field) => blockIn(rule, field)),
  ];
  if (first === undefined) judged.refuse('noAction', judged.at(rule), {});
  else if (second !== undefined) judged.refuse('twoActions', judged.key(rule, second), { first, second });
  else if (first !== 'route') {
    for (const field of ['fault', 'rewrite']) {
      if (blockIn(rule, field)) judged.refuse('actionWith', judged.key(rule, field), { action: first, field });
    }
  }
  if (blockIn(rule, 'mirror') && hasItems(rule, 'mirrors'))
    judged.refuse('mirrorTwice', judged.key(rule, 'mirrors'), {});
}

function checkMatch(match: Block, { inMesh }: Within, judged: Judged): void {
  checkText(judged, blockIn(match, 'uri'), true);
  for (const field of ['scheme', 'method', 'authority']) checkText(judged, blockIn(match, field));
  for (const [, condition] of entriesIn(match, 'queryParams')) checkText(judged, condition);
  const headers = blockIn(match, 'headers') ?? {};
  for (const [name, condition] of Object.entries(headers)) {
    const at = judged.key(headers, name);
    if (condition === null) judged.refuse('nullHeader', at, { name });
    checkMatchName(name, at, judged);
    checkText(judged, blockIn(headers, name));
  }
  const without = blockIn(match, 'withoutHeaders') ?? {};
  for (const name of Object.keys(without)) {
    checkMatchName(name, judged.key(without, name), judged);
    // `*` is no pattern here: it asks for the header to be absent, whatever its value.
    if (blockIn(without, name)?.regex !== '*') checkText(judged, blockIn(without, name));
  }
  for (const block of inMesh ? [headers, without] : []) {
    for (const name of Object.keys(block).filter(isClaim))
      judged.refuse('claimsForMesh', judged.key(block, name), { name });
  }
  checkOptionalPort(judged, match, 'port');
  checkLabels(judged, blockIn(match, 'sourceLabels'));
  checkGateways(judged, match);
  const from = text(match.sourceNamespace);
  if (from !== undefined && !isName(from) && !isTemplated(from))
    judged.refuse('namespaceName', judged.at(match, 'sourceNamespace'), { value: from });
}

/** The host of the request is changed in one place only. */
function checkAuthority(rule: Block, judged: Judged): void {
  const request = blockIn(blockIn(rule, 'headers'), 'request');
  const places = ['set', 'add'].flatMap((field) => {
    const block = blockIn(request, field) ?? {};
    return Object.keys(block)
      .filter((name) => /^(?::authority|host)$/i.test(name) && own(block, name) !== '')
      .map((name) => judged.key(block, name));
  });
  const [first, second] = places;
  const again = textIn(blockIn(rule, 'rewrite'), 'authority') === '' ? second : first;
  if (again) judged.refuse('authorityTwice', again, {});
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', '*'];

function checkCors(cors: Block | undefined, judged: Judged): void {
  if (!cors) return;
  checkDurations(judged, cors, ['maxAge']);
  if (/\.\d*[1-9]|\dms|\dus|\dns|µs/.test(textIn(cors, 'maxAge')))
    judged.refuse('wholeSeconds', judged.at(cors, 'maxAge'), { field: 'maxAge' });
  for (const method of textsIn(cors, 'allowMethods')) {
    if (!methods.includes(method.value)) judged.refuse('method', placeIn(judged, method), { value: method.value });
  }
  for (const field of ['allowHeaders', 'exposeHeaders']) {
    for (const header of textsIn(cors, field)) {
      const { value } = header;
      if (value === '') judged.refuse('emptyHeader', placeIn(judged, header), {});
      else if (!/^[-!#$%&'*+.^_`|~A-Za-z0-9]+$/.test(value))
        judged.refuse('headerName', placeIn(judged, header), { value });
    }
  }
  for (const origin of blocksIn(cors, 'allowOrigins')) {
    const needed = ['exact', 'prefix', 'regex'];
    if (needed.every((one) => text(own(origin, one)) === undefined))
      judged.refuse('nothing', judged.at(origin), { field: 'allowOrigins', needed: needed.map(code) });
    else if (text(origin.regex) !== undefined) checkPattern(judged, origin, 'regex');
  }
}

const grpcStatuses =
  'OK CANCELLED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS PERMISSION_DENIED RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED OUT_OF_RANGE UNIMPLEMENTED INTERNAL UNAVAILABLE DATA_LOSS UNAUTHENTICATED'.split(
    ' ',
  );

function checkFault(rule: Block, judged: Judged): void {
  const fault = blockIn(rule, 'fault');
  if (!fault) return;
  const [abort, delay] = [blockIn(fault, 'abort'), blockIn(fault, 'delay')];
  if (!abort && !delay) judged.refuse('emptyFault', judged.key(rule, 'fault'), {});
  for (const part of [abort, delay]) checkPercentage(judged, blockIn(part, 'percentage'), 0.0001);
  if (abort) {
    if (isSet(abort.grpcStatus)) {
      const value = textIn(abort, 'grpcStatus');
      if (!grpcStatuses.includes(value)) judged.refuse('grpcStatus', judged.at(abort, 'grpcStatus'), { value });
    } else if (isSet(abort.http2Error))
      judged.refuse('notSupported', judged.key(abort, 'http2Error'), { field: 'http2Error', kind: '`fault.abort`' });
    else if (isSet(abort.httpStatus)) checkStatus(abort, 'httpStatus', judged);
    else judged.warn('abortWithoutStatus', judged.key(fault, 'abort'), {});
  }
  checkDurations(judged, delay, ['fixedDelay']);
  if (delay && isSet(delay.exponentialDelay))
    judged.refuse('notSupported', judged.key(delay, 'exponentialDelay'), {
      field: 'exponentialDelay',
      kind: '`fault.delay`',
    });
}

/** 600 too, though nobody answers with it. */
function checkStatus(block: Block, field: string, judged: Judged): void {
  const value = numberIn(block, field);
  if (value < 200 || value > 600) judged.refuse('status', judged.at(block, field), { field, value });
}

function checkMirrors(rule: Block, judged: Judged): void {
  checkDestination(judged, blockIn(rule, 'mirror'));
  checkPercentage(judged, blockIn(rule, 'mirrorPercentage'));
  const whole = rule.mirrorPercent ?? rule.mirror_percent;
  if (typeof whole === 'number') {
    const field = isSet(rule.mirrorPercent) ? 'mirrorPercent' : 'mirror_percent';
    if (whole > 100) judged.refuse('percentRange', judged.at(rule, field), { percent: whole });
    judged.warn('mirrorPercent', judged.key(rule, field), {});
  }
  for (const mirror of blocksIn(rule, 'mirrors')) {
    const destination = blockIn(mirror, 'destination');
    if (!destination) judged.refuse('noDestination', judged.at(mirror), {});
    else checkDestination(judged, destination);
    checkPercentage(judged, blockIn(mirror, 'percentage'));
  }
}

function checkRedirect(rule: Block, judged: Judged): void {
  const redirect = blockIn(rule, 'redirect');
  if (!redirect) return;
  checkTogether(judged, redirect, ['uri', 'prefixRewrite']);
  if (text(redirect.prefixRewrite) !== undefined) {
    const other = blocksIn(rule, 'match').find((match) => {
      const uri = blockIn(match, 'uri');
      return uri !== undefined && typeof uri.prefix !== 'string';
    });
    if (other) judged.refuse('prefixRewriteMatch', judged.key(other, 'uri'), {});
  }
  const needed = ['uri', 'prefixRewrite', 'authority', 'scheme', 'port', 'derivePort'];
  if (needed.every((field) => !isSet(own(redirect, field)) || own(redirect, field) === ''))
    judged.refuse('nothing', judged.key(rule, 'redirect'), { field: 'redirect', needed: needed.slice(0, 5).map(code) });
  const answer = numberIn(redirect, 'redirectCode');
  if (answer !== 0 && (answer < 300 || answer > 399))
    judged.refuse('redirectCode', judged.at(redirect, 'redirectCode'), { code: answer });
  const scheme = text(redirect.scheme);
  if (scheme !== undefined && !['http', 'https'].includes(scheme))
    judged.refuse('scheme', judged.at(redirect, 'scheme'), { value: scheme });
  checkOptionalPort(judged, redirect, 'port');
}

function checkAnswer(answer: Block | undefined, judged: Judged): void {
  if (!answer) return;
  const body = blockIn(answer, 'body');
  const written = textIn(body, 'string');
  const size = written === '' ? Math.floor((textIn(body, 'bytes').length * 3) / 4) : bytes(written);
  if (size > 1024 * 1024) judged.refuse('longBody', judged.key(answer, 'body'), {});
  else if (size > 100 * 1024) judged.warn('largeBody', judged.key(answer, 'body'), {});
  checkStatus(answer, 'status', judged);
}

const retryReasons: readonly string[] =
  '5xx gateway-error reset reset-before-request connect-failure retriable-4xx refused-stream retriable-status-codes retriable-headers envoy-ratelimited http3-post-connect-failure cancelled deadline-exceeded internal resource-exhausted unavailable'.split(
    ' ',
  );

/** The status codes that Go has a name for. */
const statuses = new Set([
  ...range(100, 103),
  ...range(200, 208),
  226,
  ...range(300, 305),
  307,
  308,
  ...range(400, 418),
  ...range(421, 426),
  428,
  429,
  431,
  451,
  ...range(500, 508),
  510,
  511,
]);

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function checkRetries(retries: Block | undefined, judged: Judged): void {
  if (!retries) return;
  checkDurations(judged, retries, ['perTryTimeout', 'backoff']);
  const attempts = numberIn(retries, 'attempts');
  if (attempts < 0) judged.refuse('negative', judged.at(retries, 'attempts'), { field: 'attempts' });
  const others = isSet(retries.perTryTimeout) || isSet(retries.retryRemoteLocalities) || text(retries.retryOn);
  if (attempts === 0 && others) judged.refuse('retriesOff', judged.at(retries, 'attempts'), {});
  const wrong = text(retries.retryOn)
    ?.split(',')
    .find((reason) => !retryReasons.includes(reason) && !(/^[-+]?\d+$/.test(reason) && statuses.has(Number(reason))));
  if (wrong !== undefined && !isTemplated(wrong))
    judged.refuse('retryOn', judged.at(retries, 'retryOn'), { value: wrong });
}

function checkRewrite(rule: Block, judged: Judged): void {
  const rewrite = blockIn(rule, 'rewrite');
  if (!rewrite) return;
  const regex = blockIn(rewrite, 'uriRegexRewrite');
  const needed = ['uri', 'uriRegexRewrite', 'authority'];
  if (!regex && needed.every((field) => text(own(rewrite, field)) === undefined))
    judged.refuse('nothing', judged.key(rule, 'rewrite'), { field: 'rewrite', needed: needed.map(code) });
  if (!regex) return;
  checkTogether(judged, rewrite, ['uri', 'uriRegexRewrite']);
  if (textIn(regex, 'match') === '' || textIn(regex, 'rewrite') === '')
    judged.refuse('regexRewrite', judged.key(rewrite, 'uriRegexRewrite'), {});
  else checkPattern(judged, regex, 'match');
}
