import { own } from '../../core/own.ts';
import type { Listening } from './machine.ts';

/** How the usual frameworks say where they listen. The first group that matches is the port. */
const patterns: readonly RegExp[] = [
  /\.run\([^)]*?\bport\s*=\s*(\d+)/g,
  /\b(?:HTTPServer|ThreadingHTTPServer|TCPServer|make_server)\(\s*\(?[^,]*,\s*(\d+)/g,
  /\.listen\(\s*\{[^}]*\bport:\s*(\d+)/g,
  /\.listen\(\s*(\d+)/g,
  /\b(?:start_server|create_server)\(\s*(?:\(\s*)?[^(),]*,\s*(?:[^(),]*,\s*)?(?:port\s*=\s*)?(\d+)/g,
  /\.bind\(\s*\(\s*[^(),]*,\s*(\d+)\s*\)/g,
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

/** Deeper is no expression that a person writes for a port. */
const deepest = 8;

/**
 * Where the source of a Node server says that it listens when it reads its port from a variable:
 * `const port = Number(process.env.PORT ?? 8080); server.listen(port)`. A reading of text, as above.
 * @param env the variables that the process sees
 */
export function listeningWith(source: string, env: Readonly<Record<string, string>>): readonly Listening[] {
  if (source.length > 200_000) return [];
  const calls = [...source.matchAll(/\.listen\(\s*(?:\{[^{}]*\bport:\s*)?/g)].slice(0, 10);
  const found: Listening[] = [];
  for (const call of calls) {
    const [first = '', second = ''] = argumentsAt(source, call.index + call[0].length);
    const port = numberOf(first, source, env, 0);
    // Where one call cannot be read, what the others say is not all there is.
    if (port === undefined || port < 1 || port > 65_535) return [];
    found.push({ port, address: /127\.0\.0\.1|localhost|::1/.test(second) ? 'loopback' : 'any' });
  }
  return found;
}

/** The arguments of a call from a place inside its parentheses on, cut at the commas that are its own. */
function argumentsAt(source: string, from: number): readonly string[] {
  const found: string[] = [];
  let open = 0;
  let begin = from;
  for (let at = from; at < source.length && at < from + 400; at++) {
    const char = source.charAt(at);
    if ('([{'.includes(char)) open++;
    const closes = ')]}'.includes(char);
    if (closes && open-- === 0) return [...found, source.slice(begin, at)];
    if (char === ',' && open === 0) {
      found.push(source.slice(begin, at));
      begin = at + 1;
    }
  }
  return [];
}

function numberOf(
  written: string,
  source: string,
  env: Readonly<Record<string, string>>,
  depth: number,
): number | undefined {
  const text = comesTo(written, source, env, depth);
  return text !== undefined && /^\d{1,5}$/.test(text.trim()) ? Number(text) : undefined;
}

/** What an expression comes to: `null` where it is nothing, undefined where it is not one of those read here. */
function comesTo(
  written: string,
  source: string,
  env: Readonly<Record<string, string>>,
  depth: number,
): string | undefined {
  const text = written
    .trim()
    .replace(/\s+as\s+\w+$/, '')
    .replace(/!$/, '')
    .trim();
  if (depth > deepest || text === '') return undefined;
  const or = splitOnce(text, /\?\?|\|\|/);
  if (or) {
    const isSet = comesTo(or[0], source, env, depth + 1);
    if (isSet === undefined) return undefined;
    const isEmpty = isSet === unset || (or[1] === '||' && /^0?$/.test(isSet));
    return isEmpty ? comesTo(or[2], source, env, depth + 1) : isSet;
  }
  const wrapped = /^(?:Number|(?:Number\.)?parseInt|String|\+)?\s*\(([\s\S]*?)(?:,\s*10\s*)?\)$/.exec(text)?.[1];
  if (wrapped !== undefined) return comesTo(wrapped, source, env, depth + 1);
  if (text.startsWith('+')) return comesTo(text.slice(1), source, env, depth + 1);
  const literal = /^(?:(\d[\d_]*)|'([^']*)'|"([^"]*)")$/.exec(text);
  if (literal) return (literal[1]?.replaceAll('_', '') ?? literal[2] ?? literal[3]) as string;
  const variable = /^(?:process\.)?env(?:\.(\w+)|\[['"](\w+)['"]\])$/.exec(text);
  if (variable) return own(env, variable[1] ?? variable[2] ?? '') ?? unset;
  if (!/^[A-Za-z_$][\w$]*$/.test(text)) return undefined;
  const name = text.replaceAll('$', '\\$');
  const declared = new RegExp(`\\b(?:const|let|var)\\s+${name}\\s*(?::[^=;]+)?=\\s*([^;\\n]+)`).exec(source)?.[1];
  return declared === undefined ? undefined : comesTo(declared, source, env, depth + 1);
}

/** A variable that is not set; no text of a source holds it. */
const unset = '\u0000';

/** The two sides of the first such sign that stands in no parentheses. */
function splitOnce(text: string, sign: RegExp): readonly [string, string, string] | undefined {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if ('([{'.includes(char)) open++;
    if (')]}'.includes(char)) open--;
    const found = open === 0 ? text.slice(at, at + 2).match(sign) : null;
    if (found?.index === 0) return [text.slice(0, at), found[0], text.slice(at + 2)];
  }
  return undefined;
}
