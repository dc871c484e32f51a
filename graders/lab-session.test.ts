import { describe, expect, it } from 'vitest';
import { readSavedSession } from './core/saved-session.ts';
import { enter, type Lab, nextStatement, openLab, refreshed, runBatch, undo } from './lab.ts';
import { replayed, savedSession } from './lab-session.ts';

const web = { path: 'web.yaml', text: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { a: b }\n' };
const typed = (lab: Lab, ...lines: readonly string[]): Lab =>
  lines.reduce((one, line) => {
    const entered = enter(one, line, 'es');
    expect(entered.how).not.toBe('more');
    return entered.lab;
  }, lab);
const outputs = (lab: Lab) => lab.typed.map(({ line, output, exit }) => [line, output, exit]);

describe('a session of the lab', () => {
  it('goes back line by line, with what was changed outside meanwhile', () => {
    const begun = typed(openLab([web]), 'kind create cluster', 'kubectl apply -f web.yaml');
    const changed = refreshed(begun, [{ ...web, text: web.text.replace('a: b', 'a: c') }]);
    const again = typed(changed, 'kubectl apply -f web.yaml');
    expect(outputs(again).at(-1)).toEqual(['kubectl apply -f web.yaml', 'configmap/a configured\n', 0]);
    const back = undo(again);
    expect(outputs(typed(back, 'kubectl apply -f web.yaml')).at(-1)?.[1]).toBe('configmap/a configured\n');
    const further = undo(back);
    expect(outputs(further)).toEqual(outputs(begun).slice(0, 1));
    expect(outputs(typed(further, 'kubectl apply -f web.yaml')).at(-1)?.[1]).toBe('configmap/a created\n');
  });

  it('undoes by a word of its own, which is no part of it', () => {
    const lab = typed(openLab([]), 'echo a > x', 'echo b > x', 'echo c > x');
    const entered = enter(lab, 'deshacer 2', 'es');
    expect(entered).toMatchObject({ how: 'own', typed: { output: '', exit: 0 } });
    expect(entered.typed.notes.map(({ es }) => es)).toEqual(['Deshecho: echo c > x', 'Deshecho: echo b > x']);
    expect(outputs(typed(entered.lab, 'cat x'))).toEqual([
      ['echo a > x', '', 0],
      ['cat x', 'a\n', 0],
    ]);
    expect(enter(openLab([]), 'undo', 'en').typed.notes.map(({ en }) => en)).toEqual(['There is nothing to undo.']);
  });

  it('keeps what a command wrote into a file that nobody changed outside', () => {
    const lab = typed(refreshed(typed(openLab([web]), 'echo hola > web.yaml'), [web]), 'cat web.yaml');
    expect(outputs(lab).at(-1)?.[1]).toBe('hola\n');
  });

  it('is the same again from what was saved: lines, scripts and files that came between', () => {
    const begun = openLab([web]);
    const script = 'set -e\nkubectl apply -f web.yaml\nfalse\necho nunca\n';
    const first = runBatch(typed(begun, 'kind create cluster'), { path: 'comandos.sh', text: script }, 'es').lab;
    const lab = typed(
      refreshed(first, [{ ...web, text: web.text.replace('name: a', 'name: b') }]),
      'kubectl apply -f web.yaml',
      "cat <<'EOF' > nota\nhola\nEOF",
      'kubectl get configmap -o name; cat nota',
    );
    const saved = readSavedSession(JSON.stringify(savedSession(lab, [web], undefined)));
    const again = replayed(openLab([web]), saved?.commands ?? [], 'es');
    expect(outputs(again)).toEqual(outputs(lab));
    expect(again.session).toEqual(lab.session);
    expect(outputs(lab).at(-1)?.[1]).toBe('configmap/a\nconfigmap/b\nhola\n');
  });

  it.each([
    ['no JSON', 'hola'],
    ['another version', '{"timonel":"lab","version":2,"files":{},"commands":[]}'],
    ['a file that is no text', '{"timonel":"lab","version":1,"files":{"a":1},"commands":[]}'],
    ['a command that is none', '{"timonel":"lab","version":1,"files":{},"commands":[{"line":3}]}'],
    ['a command of a command', '{"timonel":"lab","version":1,"files":{},"commands":[{"line":{"line":"ls"}}]}'],
    [
      'more than anybody types',
      JSON.stringify({ timonel: 'lab', version: 1, files: {}, commands: Array(501).fill('') }),
    ],
    [
      'more than anybody keeps',
      JSON.stringify({ timonel: 'lab', version: 1, files: { a: 'a'.repeat(1e6) }, commands: [] }),
    ],
  ])('is not read from %s', (_, text) => {
    expect(readSavedSession(text)).toBeUndefined();
  });
});

describe('a script, command by command', () => {
  const script = [
    '# nada',
    'set -e',
    '',
    'for i in 1 2; do',
    '  echo $i',
    'done',
    'cat <<EOF > a',
    'uno',
    '',
    'EOF',
    'kubectl get pods \\',
    '  -A',
    'cat <<-"X" <<Y # dos',
    '\tX',
    'Y',
    'echo "<<EOF" <<<EOF',
    "echo 'a",
    "b'",
    'f() {',
    '  echo f',
    '}',
    'true &&',
    '  echo sí',
    'if true; then',
  ].join('\n');

  it('is cut where a person would press the key', () => {
    const cut: [number, number][] = [];
    for (let after = 0; ; ) {
      const next = nextStatement(script, after);
      if (!next) break;
      expect(next.text.split('\n').length).toBe(next.last - next.first + 1);
      cut.push([next.first, next.last]);
      after = next.last;
    }
    expect(cut).toEqual([
      [2, 2],
      [4, 6],
      [7, 10],
      [11, 12],
      [13, 15],
      [16, 16],
      [17, 18],
      [19, 21],
      [22, 23],
      [24, 24],
    ]);
  });

  it('has no end before the text of a heredoc has come', () => {
    expect(enter(openLab([]), 'cat <<EOF', 'es').how).toBe('more');
    const { lab } = enter(openLab([]), 'cat <<EOF\nhola\nEOF', 'es');
    expect(outputs(lab)).toEqual([['cat <<EOF\nhola\nEOF', 'hola\n', 0]]);
  });
});
