import type { CallAddress, LinkerdCall } from '../traffic/call.ts';

/** What an HTTPRoute may look at. */
export interface RouteRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As the client wrote it, without port. */
  readonly host?: string;
  /** What follows `?`. */
  readonly query?: string;
}

/** What routes look at in a call. @param address what the client dialed */
export function requestOf(
  { method = 'GET', headers = {} }: LinkerdCall,
  address: CallAddress | undefined,
): RouteRequest {
  return { method, path: address?.path ?? '/', headers, host: address?.host ?? '', query: address?.query ?? '' };
}

/** Names of headers are the same in any case. */
export function headerOf({ headers }: Pick<RouteRequest, 'headers'>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(headers).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** The parameters of a query, as forms write them. What cannot be read stays as it is. */
export function parametersOf(query: string): readonly (readonly [string, string])[] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      return equals === -1 ? [decoded(pair), ''] : [decoded(pair.slice(0, equals)), decoded(pair.slice(equals + 1))];
    });
}

function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
