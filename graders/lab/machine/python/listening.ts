import { own } from '../../../core/own.ts';
import { listeningIn } from '../listening.ts';
import type { Listening } from '../machine.ts';

/**
 * Where the source of a Python server says that it listens, when it reads its port from a variable or gives it a name:
 * `PORT = int(os.environ.get("PORT", "8080"))`. A reading of text, as `listeningIn` is.
 * @param env the variables that the process sees
 */
export function listeningOf(source: string, env: Readonly<Record<string, string>>): readonly Listening[] {
  if (source.length > 200_000) return [];
  const known = source
    .replace(
      /\bos\.(?:environ\.get|getenv)\(\s*['"](\w+)['"]\s*(?:,\s*['"]?(\d+)['"]?\s*)?\)/g,
      (whole, name: string, otherwise?: string) =>
        port(own(env, name) ?? otherwise) ?? (own(env, name) ? whole : 'None'),
    )
    .replace(/\bos\.environ\[\s*['"](\w+)['"]\s*\]/g, (whole, name: string) => port(own(env, name)) ?? whole)
    .replace(/\bNone\s+or\s+['"]?(\d+)['"]?/g, '$1')
    .replace(/(['"]?)\b(\d{1,5})\1\s+or\s+['"]?\d+['"]?/g, '$2')
    .replace(/\bint\(\s*['"]?(\d+)['"]?\s*\)/g, '$1');
  return listeningIn(ofServers(named(known)));
}

/** A source in which the classes that are made from a server are called as it is: `class Tareas(ThreadingHTTPServer)`. */
function ofServers(source: string): string {
  const made = [...source.matchAll(/^class[ \t]+(\w+)\((?:[\w.]+,[ \t]*)*[\w.]*(?:HTTPServer|TCPServer)\b/gm)].map(
    ([, name = '']) => name,
  );
  return made.reduce(
    (text, name) => text.replace(new RegExp(`(?<!class[ \\t])\\b${name}\\(`, 'g'), 'HTTPServer('),
    source,
  );
}

const port = (text: string | undefined): string | undefined =>
  text !== undefined && /^\d{1,5}$/.test(text.trim()) ? text.trim() : undefined;

/** A source in which names that are given one number, once, are that number. */
function named(source: string): string {
  const given = [...source.matchAll(/^[ \t]*([A-Za-z_]\w*)[ \t]*(?::[ \t]*int[ \t]*)?=[ \t]*(.*?)[ \t]*$/gm)];
  const times = new Map<string, number>();
  for (const [, name = ''] of given) times.set(name, (times.get(name) ?? 0) + 1);
  const numbers = new Map(
    given.flatMap(([, name = '', value = '']) =>
      times.get(name) === 1 && /^\d{1,5}$/.test(value) ? [[name, value] as const] : [],
    ),
  );
  if (numbers.size === 0) return source;
  // Only as a value: the name of an argument, before its sign, stays.
  return source.replace(/\b[A-Za-z_]\w*\b(?!\s*=)/g, (name) => numbers.get(name) ?? name);
}
