import type { Span } from '../../../core/span.ts';
import { type Block, blockIn, textsIn } from './blocks.ts';
import { placeIn } from './fields.ts';
import type { Judged } from './judged.ts';

const headerShape = /^[-!#$%&'*+.^_`|~A-Za-z0-9]+$/;
const pseudoHeaders = [':method', ':scheme', ':authority', ':path', ':status'];

/** `@request.auth.claims.name` or `@request.auth.claims[name]`: a datum of the token instead of a header. */
export const isClaim = (name: string): boolean => /^@request\.auth\.claims(?:\..+|\[.+\])$/i.test(name);

/** The name of a header that a condition asks for: pseudo-headers and claims are names too. */
export function checkMatchName(name: string, at: Span, judged: Judged): void {
  if (name === '') judged.refuse('emptyHeader', at, {});
  else if (!isClaim(name) && !pseudoHeaders.includes(name) && !headerShape.test(name))
    judged.refuse('pseudoHeader', at, { name });
}

/** What `headers` does to requests and responses. The host may only be set, on requests. */
export function checkHeaders(holder: Block, judged: Judged): void {
  for (const side of ['request', 'response']) {
    const operations = blockIn(blockIn(holder, 'headers'), side);
    for (const action of ['add', 'set']) {
      const values = blockIn(operations, action) ?? {};
      for (const [name, value] of Object.entries(values)) {
        checkName(name, judged.key(values, name), side === 'request', judged);
        if (typeof value === 'string') checkValue(value, judged.at(values, name), judged);
      }
    }
    for (const removed of textsIn(operations, 'remove'))
      checkName(removed.value, placeIn(judged, removed), false, judged);
  }
}

function checkName(name: string, at: Span, setsHost: boolean, judged: Judged): void {
  if (name === '') judged.refuse('emptyHeader', at, {});
  else if (setsHost ? /^:(?!authority$)/i.test(name) : /^:|^host$/i.test(name))
    judged.refuse('protectedHeader', at, { value: name });
}

function checkValue(value: string, at: Span, judged: Judged): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a header cannot carry
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value)) judged.refuse('controlCharacter', at, {});
  else if (!percentsAreUsedWell(value)) judged.refuse('percentSign', at, {});
}

type State = 'text' | 'name' | 'array' | 'quote' | 'string' | 'next' | 'close' | 'end';

/**
 * `%%` is the sign; `%NAME%` and `%NAME(argument)%` are variables, whose argument may be a list of quoted texts.
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/headers#custom-request-response-headers
 */
function percentsAreUsedWell(value: string): boolean {
  let state: State = 'text';
  for (let index = 0; index < value.length; index++) {
    const char = value.charAt(index);
    const skips =
      (state === 'text' && char === '%' && value.charAt(index + 1) === '%') || (state === 'string' && char === '\\');
    if (skips) {
      if (index + 1 >= value.length) return false;
      index++;
      continue;
    }
    const next: State | undefined = after(state, char);
    if (next === undefined) return false;
    state = next;
  }
  return state === 'text';
}

/** @returns undefined where the character cannot stand */
function after(state: State, char: string): State | undefined {
  const blank = char === ' ' ? state : undefined;
  switch (state) {
    case 'text':
      return char === '%' ? 'name' : 'text';
    case 'name':
      return char === '%' ? 'text' : char === '(' ? 'array' : 'name';
    case 'array':
      return char === '[' ? 'quote' : (blank ?? 'string');
    case 'quote':
      return char === '"' ? 'string' : blank;
    case 'string':
      return char === ')' ? 'end' : char === '"' ? 'next' : 'string';
    case 'next':
      return char === ',' ? 'quote' : char === ']' ? 'close' : blank;
    case 'close':
      return char === ')' ? 'end' : blank;
    case 'end':
      return char === '%' ? 'text' : blank;
  }
}
