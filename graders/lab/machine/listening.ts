import type { Listening } from './machine.ts';

/** How the usual frameworks say where they listen. The first group that matches is the port. */
const patterns: readonly RegExp[] = [
  /\.run\([^)]*?\bport\s*=\s*(\d+)/g,
  /\b(?:HTTPServer|ThreadingHTTPServer|TCPServer|make_server)\(\s*\(?[^,]*,\s*(\d+)/g,
  /\.listen\(\s*\{[^}]*\bport:\s*(\d+)/g,
  /\.listen\(\s*(\d+)/g,
  /ListenAndServe\(\s*"[^":]*:(\d+)"/g,
];

/** Constructors whose port has a default. */
const flaskRun = /\bapp\.run\(([^)]*)\)/;

/**
 * Where a server's source says that it listens. A reading of text, not a proof: an empty answer means that it does not
 * say, not that it does not listen.
 */
export function listeningIn(source: string): readonly Listening[] {
  const found = patterns.flatMap((pattern) =>
    [...source.matchAll(pattern)].map((match) => ({
      port: Number(match[1]),
      address: addressIn(match[0], match.index, source),
    })),
  );
  if (found.length > 0) return found;
  const flask = /from flask import|import flask/.test(source) ? flaskRun.exec(source) : null;
  if (!flask) return [];
  return [{ port: 5000, address: /host\s*=\s*["'](?:0\.0\.0\.0|::)["']/.test(flask[1] ?? '') ? 'any' : 'loopback' }];
}

function addressIn(call: string, index: number, source: string): Listening['address'] {
  const whole = source.slice(index, source.indexOf(')', index + call.length) + 1);
  if (/127\.0\.0\.1|localhost|::1/.test(whole)) return 'loopback';
  // Flask binds to the loopback interface unless it is told otherwise; the others to every address.
  const flask = /\.run\(/.test(call) && !/uvicorn/.test(source.slice(Math.max(0, index - 12), index));
  return flask && !/host\s*=\s*["'](?:0\.0\.0\.0|::)/.test(whole) ? 'loopback' : 'any';
}
