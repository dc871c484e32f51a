import { describe, expect, it } from 'vitest';
import { fill } from './template.ts';

const data = {
  Name: 'web',
  Ports: [80, 443],
  Labels: { app: 'web', 'a.b/c': 'x' },
  State: { Running: true, ExitCode: 0 },
  items: [{ metadata: { name: 'a' } }, { metadata: { name: 'b' } }],
};

/** https://pkg.go.dev/text/template */
describe('a Go template', () => {
  it.each([
    ['{{.Name}}', 'web'],
    ['{{ .State.Running }}', 'true'],
    ['{{.Nada}}', '<no value>'],
    ['{{.Ports}} {{.Labels}}', '[80 443] map[a.b/c:x app:web]'],
    ['{{json .Labels}}', '{"app":"web","a.b/c":"x"}'],
    ['{{index .Labels "a.b/c"}}', 'x'],
    ['{{index .Ports 1}}', '443'],
    ['{{(index .items 1).metadata.name}}', 'b'],
    ['{{len .Ports}}', '2'],
    ['{{range .items}}{{.metadata.name}},{{end}}', 'a,b,'],
    ['{{range $i, $one := .items}}{{$i}}={{$one.metadata.name}} {{end}}', '0=a 1=b '],
    ['{{range $k, $v := .Labels}}{{$k}}:{{$v}};{{end}}', 'a.b/c:x;app:web;'],
    ['{{range .Nada}}x{{else}}nada{{end}}', 'nada'],
    ['{{if .State.ExitCode}}mal{{else if .Name}}bien{{else}}?{{end}}', 'bien'],
    ['{{with .State}}{{.Running}}{{end}}', 'true'],
    ['{{$n := .Name}}{{range .Ports}}{{$n}}:{{.}} {{end}}', 'web:80 web:443 '],
    ['{{.Name | upper | printf "%s!"}}', 'WEB!'],
    ['{{join .Ports "-"}}', '80-443'],
    ['a {{- .Name -}} b', 'awebb'],
    ['{{if and .Name (not .Nada)}}sí{{end}}', 'sí'],
    ['{{if eq .Name "web"}}1{{end}}{{if ne .Name "web"}}2{{end}}', '1'],
    ['{{println .Name}}', 'web\n'],
    ['{{/* nada */}}{{"\\t"}}', '\t'],
    ['{{$.Name}}', 'web'],
  ])('%s', (template, text) => {
    expect(fill(template, data)).toBe(text);
  });

  it.each([
    ['{{end}}', 'parse'],
    ['{{range .items}}', 'parse'],
    ['{{$x}}', 'parse'],
    ['{{.Name | sha256sum}}', 'beyond'],
    ['{{template "x"}}', 'beyond'],
    ['{{constructor}}', 'beyond'],
    ['x'.repeat(30_000), 'work'],
    [`${'{{if .Name}}'.repeat(60)}x${'{{end}}'.repeat(60)}`, 'work'],
  ])('refuses %.40s', (template, kind) => {
    expect(fill(template, data)).toMatchObject({ kind });
  });

  it('knows the fields of what programs show, and none of the language it runs in', () => {
    expect(fill('{{.Nada}}', data, { strict: true })).toMatchObject({ kind: 'field' });
    expect(fill('{{.State.Nada}}', data, { strict: true })).toBe('<no value>');
    expect(fill('{{.constructor}} {{.Labels.toString}}', data)).toBe('<no value> <no value>');
  });

  it('ends', () => {
    const many = { a: Array(100).fill(0) };
    const nested = `${'{{range $.a}}'.repeat(6)}x${'{{end}}'.repeat(6)}`;
    expect(fill(nested, many)).toMatchObject({ kind: 'work' });
  });
});
