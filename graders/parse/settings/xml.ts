import { type Finding, finding } from '../../core/finding.ts';
import { nearest } from '../../core/nearest.ts';
import type { Source } from '../../core/source.ts';
import { headOf, rangeOf, type Span } from '../../core/span.ts';
import { type Element, readElements, type Written } from './elements.ts';
import { ignored, syntax } from './findings.ts';
import type { Setting, SettingsFile } from './setting.ts';

/** What Hadoop looks at in a property, besides what describes it. */
const parts = ['name', 'value', 'final', 'description', 'source', 'tag'] as const;

/**
 * The properties of a `*-site.xml`, each as elements or as attributes.
 * @see https://hadoop.apache.org/docs/current/api/org/apache/hadoop/conf/Configuration.html
 */
export function readConfiguration(source: Source): SettingsFile {
  const at = headOf(source);
  const sections = new Map<string, Span>();
  const refused = (problem: Finding): SettingsFile => ({ at, sections, settings: [], findings: [problem] });
  const roots = readElements(source);
  if ('id' in roots) return refused(roots);
  const [root, second] = roots;
  if (!root) return refused(finding(syntax, 'empty', at, {}));
  if (root.name !== 'configuration') return refused(finding(syntax, 'root', root.at, { found: root.name }));
  if (second) return refused(finding(syntax, 'secondRoot', second.at, { found: second.name }));
  const findings: Finding[] = [];
  const settings: Setting[] = [];
  for (const property of root.children) {
    if (property.name !== 'property') {
      findings.push(passedOver(property, ['property']));
      continue;
    }
    const read = readProperty(property, findings);
    if (!read) continue;
    const fixed = settings.find(({ name, final }) => final && name === read.name);
    if (fixed) {
      const { line } = rangeOf(source.text, fixed.nameAt).start;
      findings.push(finding(ignored, 'final', read.valueAt, { name: read.name, line }));
    } else settings.push(read);
  }
  return { at: root.at, sections, settings, findings };
}

function readProperty(property: Element, findings: Finding[]): Setting | undefined {
  for (const child of property.children) {
    if (!parts.some((part) => part === child.name)) findings.push(passedOver(child, parts));
  }
  const part = (wanted: (typeof parts)[number]): Written | undefined =>
    property.children.findLast(({ name }) => name === wanted)?.text ?? property.attributes.get(wanted);
  const name = part('name');
  const value = part('value');
  if (!name || name.text.trim() === '') {
    findings.push(finding(ignored, 'noName', property.at, {}));
    return undefined;
  }
  if (!value) {
    findings.push(finding(ignored, 'noValue', property.at, { name: name.text.trim() }));
    return undefined;
  }
  const read = {
    name: name.text.trim(),
    value: value.text.trim(),
    written: value.text,
    nameAt: name.at,
    valueAt: value.at,
  };
  return part('final')?.text.trim().toLowerCase() === 'true' ? { ...read, final: true } : read;
}

function passedOver({ name, at }: Element, known: readonly string[]): Finding {
  const near = nearest(name, known);
  return near === undefined
    ? finding(ignored, 'element', at, { found: name })
    : finding(ignored, 'elementNear', at, { found: name, nearest: near });
}
