import { sha256 } from '../../core/sha256.ts';
import type { Lang } from '../../core/text.ts';
import { catalogue } from '../catalogue.ts';
import type { FindingJson, HopJson } from '../finding-json.ts';
import type { FileJson } from '../json.ts';
import { jsonText } from '../json-text.ts';
import { safe } from '../terminal/safe.ts';
import type { Sink, SinkOptions } from './sink.ts';

interface Located {
  readonly found: FindingJson;
  readonly uri: string;
  readonly shownPath: (path: string) => string;
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * SARIF 2.1.0, which code scanning and editors read: every finding; the
 * trace that proves one is its code flow.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarif: Sink = (graded, options) =>
  log(
    graded.flatMap(({ report, shownPath }) =>
      report.checks.flatMap(({ findings }) =>
        findings.map((found) => ({ found, uri: shownPath(found.path), shownPath })),
      ),
    ),
    options,
  );

/** The same for the findings of `timonel check`. */
export function sarifFiles(files: readonly FileJson[], options: SinkOptions): string {
  const shownPath = (path: string) => path;
  return log(
    files.flatMap(({ findings }) => findings.map((found) => ({ found, uri: found.path, shownPath }))),
    options,
  );
}

function log(all: readonly Located[], { lang, version }: SinkOptions): string {
  const ids = [...new Set(all.map(({ found }) => found.id))].sort();
  const seen = new Map<string, number>();
  return jsonText({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Timonel', semanticVersion: version, rules: ids.map((id) => ruleOf(id, lang)) } },
        language: lang,
        columnKind: 'utf16CodeUnits',
        results: all.map((one) => resultOf(one, ids.indexOf(one.found.id), seen)),
      },
    ],
  });
}

function ruleOf(id: string, lang: Lang): object {
  const entry = catalogue.get(id);
  if (!entry) return { id };
  const { about, doc } = entry;
  return {
    id,
    shortDescription: { text: about.title[lang] },
    defaultConfiguration: { level: levels[about.severity] },
    properties: { doc, ...(about.related && { related: about.related }) },
  };
}

/** @param seen how often each place was told: two equal findings are two fingerprints */
function resultOf({ found, uri, shownPath }: Located, ruleIndex: number, seen: Map<string, number>): object {
  const { id, severity, message, because } = found;
  // Lines move: what was found, and where among its equals, is what stays.
  const key = JSON.stringify([id, uri, message]);
  const nth = seen.get(key) ?? 0;
  seen.set(key, nth + 1);
  const steps = (because?.hops ?? []).map((hop) => ({ location: stepOf(hop, shownPath) }));
  return {
    ruleId: id,
    ruleIndex,
    level: levels[severity],
    message: { text: safe(message) },
    locations: [{ physicalLocation: physical(uri, found.range) }],
    partialFingerprints: { 'timonel/v1': sha256(JSON.stringify([key, nth])) },
    ...(steps.length > 0 && { codeFlows: [{ threadFlows: [{ locations: steps }] }] }),
  };
}

function stepOf({ detail, path, range }: HopJson, shownPath: Located['shownPath']): object {
  const place = path !== undefined && range ? { physicalLocation: physical(shownPath(path), range) } : {};
  return { ...place, message: { text: safe(detail) } };
}

function physical(uri: string, { start, end }: FindingJson['range']): object {
  return {
    artifactLocation: {
      uri: uri
        .split('/')
        .map((part) => encodeURIComponent(safe(part)))
        .join('/'),
    },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}
