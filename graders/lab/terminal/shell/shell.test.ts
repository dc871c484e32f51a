/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are scripts */
import { describe, expect, it } from 'vitest';
import { shown, typed } from '../testing/type.ts';

/** What a script prints, without the commands. */
const prints = (script: string): string =>
  typed(script, {})
    .steps.map(({ output }) => output)
    .join('');

describe('the learner’s shell', () => {
  it.each([
    ['variables and quotes', 'a="x  y"; echo "$a" $a \'$a\'', 'x  y x y $a\n'],
    ['defaults and lengths', 'echo ${u:-nada} ${#HOME}', 'nada 12\n'],
    ['trims', 'f=tareas:1.0; echo ${f%:*} ${f#*:} ${f/tareas/x}', 'tareas 1.0 x:1.0\n'],
    ['arithmetic', 'n=3; echo $((n * 2 + 1))', '7\n'],
    ['braces', 'echo {a,b}{1..3}', 'a1 a2 a3 b1 b2 b3\n'],
    ['substitution', 'echo "<$(printf "a\\nb\\n\\n")>"', '<a\nb>\n'],
    ['pipes', 'printf "b\\na\\nb\\n" | sort | uniq -c | sort -rn | head -1', '      2 b\n'],
    ['loops', 'for i in 1 2 3; do [ $i = 2 ] && continue; echo $i; done', '1\n3\n'],
    ['while read', 'printf "1 a\\n2 b\\n" | while read n l; do echo $l$n; done', 'a1\nb2\n'],
    ['counting loops', 'for ((i = 0; i < 3; i++)); do [ $i = 1 ] && continue; echo $i; done', '0\n2\n'],
    ['counting loops in steps', 'set -e; for ((i=6; i>0; i-=2)); do echo $i; done; echo fin', '6\n4\n2\nfin\n'],
    ['counting loops without a test', 'for ((n=0; ; n++)); do [ $n = 2 ] && break; done; echo $n', '2\n'],
    ['until', 'n=0; until [ $n -ge 2 ]; do n=$((n+1)); done; echo $n', '2\n'],
    ['case', 'case v1.2 in v2*) echo no;; v1*) echo sí;; esac', 'sí\n'],
    ['functions', 'f() { local x=$1; return 4; }; f a; echo $?', '4\n'],
    ['heredocs', 'n=1; cat <<FIN\nx: $n\nFIN\n', 'x: 1\n'],
    [
      'files',
      'echo a > f; echo b >> f; cat < f; rm f; cat f || echo ya no',
      'a\nb\ncat: f: No such file or directory\nya no\n',
    ],
    ['standard error', 'noexiste 2>/dev/null; echo $?', '127\n'],
    ['errexit', 'set -e; false || echo sigue; false; echo nunca', 'sigue\n'],
    ['pipefail', 'set -o pipefail; false | cat; echo $?', '1\n'],
    [
      'grep, sed, awk',
      'printf "NAME STATUS\\nweb Running\\n" | grep web | awk \'{print $2}\' | sed s/Run/Camin/',
      'Caminning\n',
    ],
    ['jq', `echo '{"a":[1,2]}' | jq -c '.a | map(. + 1)'; echo '{"a":1}' > f; jq .a f`, '[2,3]\n1\n'],
    ['xargs', 'printf "a\\nb\\n" | xargs -I{} echo "-{}-"', '-a-\n-b-\n'],
    ['timeout', 'timeout 3 sleep infinity; echo $?', '124\n'],
    ['its own clock', 'a=$(date +%s); sleep 90; echo $(( $(date +%s) - a ))', '90\n'],
  ])('has %s', (_, script, output) => {
    expect(prints(script)).toBe(output);
  });

  it('says where a command is not found, with its line', () => {
    expect(prints('\n\nfoo')).toBe('script.sh: line 3: foo: command not found\n');
  });

  it('tells each command of a loop with what it printed', () => {
    expect(shown('for i in 1 2; do echo $i; done')).toBe('$ echo $i\n1\n$ echo $i\n2\n');
  });

  it('does not take for wrong what exists and is not here', () => {
    const [step] = typed('git status').steps;
    expect(step).toMatchObject({ exit: 127, beyond: { en: expect.stringContaining('does not have') } });
  });

  it('is the same on every run', () => {
    const script = 'docker build -t a .; docker run -d a; docker ps; echo $RANDOM; date';
    expect(shown(script)).toBe(shown(script));
  });
});

describe('a hostile script', () => {
  it.each([
    ['a loop', 'while true; do echo x; done', 'commands'],
    ['a loop of nothing', 'while :; do :; done', 'commands'],
    ['a fork bomb', ':(){ :|:& };:', 'depth'],
    ['a function that calls itself', 'f() { f; }; f', 'depth'],
    ['output without end', 'x=aaaaaaaaaa; for i in {1..30}; do x=$x$x; echo $x; done', 'output'],
    ['a file that grows', 'yes > f; for i in {1..400}; do cat f f f f > g; cat g >> f; done', 'output'],
    ['waiting for ever', 'for i in {1..100}; do sleep 1h; done', 'time'],
  ])('is stopped: %s', (_, script, what) => {
    expect(typed(script).end).toMatchObject({ how: 'spent', what });
  });

  it('stays where a command does not end, and says which', () => {
    expect(typed('docker build -q -t a .\ndocker run -p 80:8080 a\necho nunca').end).toEqual({
      how: 'stays',
      line: 2,
      command: 'docker run -p 80:8080 a',
    });
  });

  it('leaves patterns that keep an engine busy to one that is not', () => {
    expect(prints(`echo ${'a'.repeat(60)}b | grep -E '(a+)+$'; echo $?`)).toBe('1\n');
  });
});
