import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../core/span.ts';
import { runs } from '../../vitest/quick.ts';
import { readSettings } from './settings.ts';

const xml = (text: string) => readSettings({ path: 'yarn-site.xml', text });
const cfg = (text: string) => readSettings({ path: 'container-executor.cfg', text });
const inside = (text: string) => xml(`<configuration>${text}</configuration>`);
const pairs = ({ settings }: ReturnType<typeof xml>) => settings.map(({ name, value }) => [name, value]);
const told = ({ findings }: ReturnType<typeof xml>) => findings.map(({ id, message }) => `${id} ${message}`);

describe('a *-site.xml', () => {
  it('as Hadoop ships it: prolog, stylesheet, licence, comments, descriptions', () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="configuration.xsl"?>
<!DOCTYPE configuration SYSTEM "configuration.dtd">
<!-- Licensed <b>to</b> nobody -->
<configuration>
  <property>
    <name> a.b </name>
    <value>
      1, 2
    </value>
    <description>x &amp; <i>y</i></description>
    <final>true</final>
  </property>
  <property name="c" value="d"/>
  <property><name>e</name><value></value></property>
  <property><name>f</name><value/></property>
  <property><name>g</name><value><![CDATA[<h>&]]></value></property>
  <property><name>i</name><value>&lt;&#x41;&#66;&gt;</value></property>
</configuration>
`;
    const read = xml(text);
    expect(told(read)).toEqual([]);
    expect(pairs(read)).toEqual([
      ['a.b', '1, 2'],
      ['c', 'd'],
      ['e', ''],
      ['f', ''],
      ['g', '<h>&'],
      ['i', '<AB>'],
    ]);
    const [first, second] = read.settings;
    expect(first?.final).toBe(true);
    expect(text.slice(first?.nameAt.from, first?.nameAt.to)).toBe('a.b');
    expect(text.slice(first?.valueAt.from, first?.valueAt.to)).toBe('1, 2');
    expect(text.slice(second?.valueAt.from, second?.valueAt.to)).toBe('d');
  });

  it.each([
    ['', 'empty'],
    ['<!-- nada -->', 'empty'],
    ['<configuracion/>', 'root'],
    ['<configuration/><configuration/>', 'secondRoot'],
    ['<configuration>', 'unclosed'],
    ['<configuration><property></configuration>', 'mismatch'],
    ['</configuration>', 'stray'],
    ['<configuration>a < b</configuration>', 'tag'],
    ['<configuration><!-- sin final</configuration>', 'unfinished'],
    ['<configuration><property name="a</configuration>', 'unfinished'],
    ['<configuration>a & b</configuration>', 'entity'],
    ['<configuration>&copia;</configuration>', 'entity'],
    ['nota <configuration/>', 'outside'],
    ['<!DOCTYPE c [<!ENTITY a "b">]><configuration/>', 'doctype'],
  ])('%s cannot be read', (text, message) => {
    expect(told(xml(text))).toEqual([`settings/syntax ${message}`]);
  });

  it.each([
    ['<propiedad/>', 'element'],
    ['<propety/>', 'elementNear'],
    ['<property><value>1</value></property>', 'noName'],
    ['<property><name>a</name></property>', 'noValue'],
    ['<property><name>a</name><valeu>1</valeu><value>1</value></property>', 'elementNear'],
    [
      '<property><name>a</name><value>1</value><final>true</final></property><property><name>a</name><value>2</value></property>',
      'final',
    ],
  ])('%s is passed over in silence', (text, message) => {
    expect(told(inside(text))).toEqual([`settings/ignored ${message}`]);
  });

  it('points at what was not closed', () => {
    const text = '<configuration>\n  <property>\n    <name>a<name>\n  </property>\n</configuration>';
    const [problem] = xml(text).findings;
    expect(problem && rangeOf(text, problem.at).start).toEqual({ line: 4, column: 3 });
  });

  it('is bounded', () => {
    expect(told(xml(`<configuration>${' '.repeat(200_001)}`))).toEqual(['settings/too-large size']);
    expect(told(xml('<a>'.repeat(1000)))).toEqual(['settings/too-large depth']);
  });
});

describe('container-executor.cfg', () => {
  it('has names before its sections and in them', () => {
    const text = '# grupo\nyarn.group = hadoop\r\n\n[docker]\n  module.enabled=true\n  a=b=c\n  d=\n  e=#f\n';
    const read = cfg(text);
    expect(read.settings.map(({ section, name, value }) => [section, name, value])).toEqual([
      [undefined, 'yarn.group', 'hadoop'],
      ['docker', 'module.enabled', 'true'],
      ['docker', 'a', 'b'],
    ]);
    expect(told(read)).toEqual(['settings/ignored noKeyValue', 'settings/ignored noKeyValue']);
    for (const { name, value, nameAt, valueAt } of read.settings) {
      expect([text.slice(nameAt.from, nameAt.to), text.slice(valueAt.from, valueAt.to)]).toEqual([name, value]);
    }
  });

  it('cannot be read with a line of another kind', () => {
    expect(told(cfg('a=b\nmodule.enabled true\n'))).toEqual(['settings/syntax noEquals']);
  });
});

it('whatever the text, it is read or refused in its own bounds', () => {
  const piece = fc.constantFrom(
    '<configuration>',
    '</configuration>',
    '<property>',
    '<name>',
    '</name>',
    '<value>',
    '</value>',
    '</property>',
    'a',
    '&',
    '&lt;',
    '<',
    '>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '\n',
    '=',
    '[docker]',
    '"',
    '<property name="',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('a.xml', 'a.cfg'), (pieces, path) => {
      const text = pieces.join('');
      const { settings, findings, at } = readSettings({ path, text });
      for (const span of [at, ...findings.map((one) => one.at), ...settings.map(({ valueAt }) => valueAt)]) {
        expect(span.from).toBeGreaterThanOrEqual(0);
        expect(span.to).toBeGreaterThanOrEqual(span.from);
        expect(span.to).toBeLessThanOrEqual(Math.max(1, text.length));
      }
    }),
    { numRuns: runs(300) },
  );
});
