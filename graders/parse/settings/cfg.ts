import { type Finding, finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import { headOf, type Span } from '../../core/span.ts';
import { limits } from './elements.ts';
import { ignored, syntax, tooLarge } from './findings.ts';
import type { Setting, SettingsFile } from './setting.ts';

/**
 * A file of `name=value` lines in `[sections]`, read as `container-executor` does: a second `=` ends the value, and a value that
 * begins with `#` is none.
 * @see configuration.c of container-executor, in hadoop-yarn-server-nodemanager
 */
export function readSections(source: Source): SettingsFile {
  const { path, text } = source;
  let at = headOf(source);
  const sections = new Map<string, Span>();
  if (text.length > limits.characters) {
    const problem = finding(tooLarge, 'size', at, { size: text.length, limit: limits.characters });
    return { at, sections, settings: [], findings: [problem] };
  }
  const settings: Setting[] = [];
  const findings: Finding[] = [];
  let section = '';
  let offset = 0;
  for (const whole of text.split('\n')) {
    const line = whole.trim();
    const from = offset + (whole.length - whole.trimStart().length);
    offset += whole.length + 1;
    if (line === '' || line.startsWith('#')) continue;
    const lineAt = { path, from, to: from + line.length };
    if (settings.length === 0 && sections.size === 0) at = lineAt;
    if (line.startsWith('[') && line.endsWith(']')) {
      section = line.slice(1, -1).trim();
      if (!sections.has(section)) sections.set(section, lineAt);
      continue;
    }
    const equals = line.indexOf('=');
    if (equals < 1) {
      const problem = finding(syntax, 'noEquals', lineAt, { found: line.slice(0, 80) });
      return { at, sections, settings: [], findings: [problem] };
    }
    const name = line.slice(0, equals).trim();
    const written = line.slice(equals + 1).split('=')[0] ?? '';
    const value = written.trim();
    const nameAt = { path, from, to: from + name.length };
    if (value === '' || value.startsWith('#')) {
      findings.push(finding(ignored, 'noKeyValue', nameAt, { name }));
      continue;
    }
    const valueFrom = from + equals + 1 + (written.length - written.trimStart().length);
    const valueAt = { path, from: valueFrom, to: valueFrom + value.length };
    settings.push({ name, value, written: value, nameAt, valueAt, ...(section && { section }) });
  }
  return { at, sections, settings, findings };
}
