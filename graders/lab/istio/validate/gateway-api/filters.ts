import { own } from '../../../../core/own.ts';
import { type Block, blockIn, blocksIn, hasItems, isGiven, numberIn, textIn, textsIn } from '../blocks.ts';
import type { Judged } from '../judged.ts';

/** Where each type of filter is configured, and whether a list may hold it several times. */
const fieldOf: Readonly<Record<string, { readonly field: string; readonly once: boolean }>> = {
  RequestHeaderModifier: { field: 'requestHeaderModifier', once: true },
  ResponseHeaderModifier: { field: 'responseHeaderModifier', once: true },
  RequestMirror: { field: 'requestMirror', once: false },
  RequestRedirect: { field: 'requestRedirect', once: true },
  URLRewrite: { field: 'urlRewrite', once: true },
  CORS: { field: 'cors', once: true },
  ExternalAuth: { field: 'externalAuth', once: false },
  ExtensionRef: { field: 'extensionRef', once: false },
};

/** The filters of a rule or of a backend. @see https://gateway-api.sigs.k8s.io/reference/spec/#httproutefilter */
export function checkFilters(holder: Block, judged: Judged): void {
  const filters = blocksIn(holder, 'filters');
  const seen = new Set<string>();
  for (const filter of filters) {
    const type = textIn(filter, 'type');
    if (seen.has(type) && own(fieldOf, type)?.once) judged.refuse('filterTwice', judged.at(filter, 'type'), { type });
    seen.add(type);
    checkFields(filter, type, judged);
    for (const field of ['requestRedirect', 'urlRewrite']) checkPath(blockIn(blockIn(filter, field), 'path'), judged);
    checkMirror(blockIn(filter, 'requestMirror'), judged);
    checkAuth(blockIn(filter, 'externalAuth'), judged);
    for (const field of ['allowHeaders', 'allowMethods', 'allowOrigins'])
      checkAll(blockIn(filter, 'cors'), field, judged);
  }
  if (seen.has('RequestRedirect') && seen.has('URLRewrite'))
    judged.refuse('redirectAndRewrite', judged.key(holder, 'filters'), {});
}

function checkFields(filter: Block, type: string, judged: Judged): void {
  for (const [one, { field }] of Object.entries(fieldOf)) {
    if (one === type && !isGiven(filter, field))
      judged.refuse('filterWithout', judged.at(filter, 'type'), { type, field });
    if (one !== type && isGiven(filter, field))
      judged.refuse('filterOther', judged.key(filter, field), { type, field });
  }
}

function checkPath(path: Block | undefined, judged: Judged): void {
  const type = textIn(path, 'type');
  const wrong = (
    [
      ['ReplaceFullPath', 'replaceFullPath'],
      ['ReplacePrefixMatch', 'replacePrefixMatch'],
    ] as const
  ).find(([one, field]) => (type === one) !== isGiven(path, field));
  if (wrong) judged.refuse('pathModifier', judged.at(path, 'type'), { type, field: wrong[1] });
}

function checkMirror(mirror: Block | undefined, judged: Judged): void {
  if (isGiven(mirror, 'percent') && isGiven(mirror, 'fraction'))
    judged.refuse('mirrorTwice', judged.key(mirror, 'fraction'), {});
  const fraction = blockIn(mirror, 'fraction');
  const numerator = numberIn(fraction, 'numerator');
  const denominator = isGiven(fraction, 'denominator') ? numberIn(fraction, 'denominator') : 100;
  if (fraction && numerator > denominator)
    judged.refuse('fractionOverOne', judged.at(fraction, 'numerator'), { numerator, denominator });
}

function checkAuth(auth: Block | undefined, judged: Judged): void {
  const protocol = textIn(auth, 'protocol');
  for (const [one, field] of [
    ['GRPC', 'grpc'],
    ['HTTP', 'http'],
  ] as const)
    if (auth && (protocol === one) !== isGiven(auth, field))
      judged.refuse('authProtocol', judged.at(auth, 'protocol'), { protocol, field });
}

function checkAll(cors: Block | undefined, field: string, judged: Judged): void {
  if (!hasItems(cors, field)) return;
  const values = textsIn(cors, field).map(({ value }) => value);
  if (values.includes('*') && values.length > 1) judged.refuse('corsAll', judged.key(cors, field), { field });
}
