// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the variables are Docker's
import { describe, expect, test } from 'vitest';
import { rangeOf } from '../../core/span.ts';
import type { Instruction } from './dockerfile.ts';
import { readDockerfile } from './read.ts';

const read = (text: string) => readDockerfile({ path: 'Dockerfile', text });
const shape = (text: string) => {
  const { dockerfile, findings } = read(text);
  expect(findings).toEqual([]);
  return dockerfile.instructions.map(({ keyword, args }) => `${keyword} ${args.text}`);
};
const written = (text: string, at: { from: number; to: number }) => text.slice(at.from, at.to);
type Of<K, I = Instruction> = I extends { keyword: infer W } ? (K extends W ? I : never) : never;
const only = <K extends Instruction['keyword']>(text: string, keyword: K): Of<K> =>
  read(text).dockerfile.instructions.find((instruction) => instruction.keyword === keyword) as Of<K>;

describe('lines', () => {
  test.each([
    ['instructions are case-insensitive', 'from a\nRun b', ['FROM a', 'RUN b']],
    ['a line goes on after a backslash and blanks', 'FROM a\nRUN b \\  \n  && c', ['FROM a', 'RUN b   && c']],
    [
      'comments and blank lines among them are skipped',
      'FROM a\nRUN b \\\n# c\n\n  d\nCMD e',
      ['FROM a', 'RUN b   d', 'CMD e'],
    ],
    ['an indented comment is one too', 'FROM a\nRUN b \\\n   # c\n  d', ['FROM a', 'RUN b   d']],
    ['two backslashes do not continue', 'FROM a\nRUN b \\\\\nCMD c', ['FROM a', 'RUN b \\\\', 'CMD c']],
    [
      'the escape directive moves it to a backtick',
      '# escape=`\nFROM a\nCOPY a C:\\\nRUN b `\n c',
      ['FROM a', 'COPY a C:\\', 'RUN b  c'],
    ],
    ['a directive after a comment is a comment', '# hi\n# escape=`\nFROM a\nRUN b \\\n c', ['FROM a', 'RUN b  c']],
    ['windows line ends', 'FROM a\r\nRUN b \\\r\n c\r\n', ['FROM a', 'RUN b  c']],
    ['a byte order mark', '\uFEFFFROM a', ['FROM a']],
    ['the file may end in a continuation', 'FROM a\nRUN b \\', ['FROM a', 'RUN b']],
    ['a hash inside a line is no comment', 'FROM a\nRUN echo # b', ['FROM a', 'RUN echo # b']],
    [
      'the body of a heredoc is no instruction',
      'FROM a\nRUN <<EOF\n# c\nb\nEOF\nCMD c',
      ['FROM a', 'RUN <<EOF', 'CMD c'],
    ],
    ['two heredocs', 'FROM a\nCOPY <<A <<B /x/\n1\nA\n2\nB\nCMD c', ['FROM a', 'COPY <<A <<B /x/', 'CMD c']],
    ['a numbered heredoc', 'FROM a\nRUN cat 3<<EOF\nb\nEOF\nCMD c', ['FROM a', 'RUN cat 3<<EOF', 'CMD c']],
    [
      'blanks before the name of a heredoc',
      'FROM a\nRUN cat << EOF > x\nb\nEOF\nCMD c',
      ['FROM a', 'RUN cat << EOF > x', 'CMD c'],
    ],
    ['quotes hide a heredoc', 'FROM a\nRUN echo "x <<EOF"\nCMD c', ['FROM a', 'RUN echo "x <<EOF"', 'CMD c']],
    ['a here-string is no heredoc', 'FROM a\nRUN cat <<< "x"\nCMD c', ['FROM a', 'RUN cat <<< "x"', 'CMD c']],
    ['a shift is no heredoc', 'FROM a\nRUN echo $((1<<2))\nCMD c', ['FROM a', 'RUN echo $((1<<2))', 'CMD c']],
    ['ONBUILD may open one', 'FROM a\nONBUILD RUN <<EOF\nb\nEOF\nCMD c', ['FROM a', 'ONBUILD RUN <<EOF', 'CMD c']],
  ])('%s', (_, text, expected) => {
    expect(shape(text)).toEqual(expected);
  });

  test('heredocs know their body', () => {
    const text = 'FROM a\nCOPY <<-"EOF" /x\n\thi $x\n\tEOF\n';
    const [heredoc] = only(text, 'COPY').heredocs;
    expect(heredoc).toMatchObject({ name: 'EOF', expand: false, chomp: true, content: 'hi $x\n' });
    expect(written(text, heredoc?.bodyAt ?? { from: 0, to: 0 })).toBe('\thi $x');
  });
});

describe('instructions', () => {
  test('exec form gives the words with their places', () => {
    const text = 'FROM a\nCMD ["python", "a \\"b\\""]';
    const { command } = only(text, 'CMD');
    expect(command).toMatchObject({ form: 'exec', words: [{ text: 'python' }, { text: 'a "b"' }] });
    expect(command.form === 'exec' && command.words.map(({ at }) => written(text, at))).toEqual([
      '"python"',
      '"a \\"b\\""',
    ]);
  });

  test.each([
    [`CMD ['python', 'a.py']`, true],
    ['CMD ["python", "a.py"', true],
    ['CMD [python, a.py]', true],
    ['CMD ["python" "a.py"]', true],
    ['CMD ["python", "a.py",]', true],
    ['CMD [ -f /x ] && echo y', false],
    ['CMD [ "$x" = y ] && echo y', false],
    ['CMD [[ -n "$x" ]] && echo y', false],
    ['CMD python a.py', false],
  ])('%s is shell form, meant as JSON: %s', (line, brokenJson) => {
    expect(only(`FROM a\n${line}`, 'CMD').command).toMatchObject({ form: 'shell', brokenJson });
  });

  test('flags with and without value', () => {
    const copy = only('FROM a\nCOPY --link --from=b --chown="1:2" c d', 'COPY');
    expect(copy.flags).toMatchObject([{ name: 'link' }, { name: 'from', value: 'b' }, { name: 'chown', value: '1:2' }]);
    expect(copy.sources.map(({ text }) => text)).toEqual(['c']);
    expect(copy.destination.text).toBe('d');
  });

  test('mounts', () => {
    expect(only('FROM a\nRUN --mount=type=cache,target=/x,ro b', 'RUN').mounts).toMatchObject([
      { options: { type: 'cache', target: '/x', ro: 'true' } },
    ]);
  });

  test('assignments in both forms', () => {
    expect(only('FROM a\nENV x="a b" y=c\\ d', 'ENV')).toMatchObject({
      legacy: false,
      sets: [
        { name: 'x', value: { text: '"a b"' } },
        { name: 'y', value: { text: 'c\\ d' } },
      ],
    });
    expect(only('FROM a\nENV x a b', 'ENV')).toMatchObject({
      legacy: true,
      sets: [{ name: 'x', value: { text: 'a b' } }],
    });
  });

  test('stages have a name in lower case', () => {
    const { stages, globalArgs } = read('ARG v=1\nFROM a:$v as Build\nFROM b').dockerfile;
    expect(stages.map(({ name }) => name)).toEqual(['build', undefined]);
    expect(globalArgs).toHaveLength(1);
  });
});

describe('one finding for what Docker refuses', () => {
  test.each([
    ['', 'dockerfile/syntax', 'empty', '1:1-1:1'],
    ['# nothing\n', 'dockerfile/syntax', 'empty', '1:1-1:10'],
    ['ARG x=1\n', 'dockerfile/syntax', 'noFrom', '1:1-1:8'],
    ['RUN x\n', 'dockerfile/syntax', 'noFrom', '1:1-1:6'],
    ['RUN x\nFROM a\n', 'dockerfile/syntax', 'beforeFrom', '1:1-1:4'],
    ['FROM a\nRUN <<EOF\nx\n', 'dockerfile/syntax', 'unclosedHeredoc', '2:5-2:10'],
    ['# escape=x\nFROM a\n', 'dockerfile/syntax', 'escapeDirective', '1:10-1:11'],
    ['# syntax=a\n# syntax=b\nFROM a\n', 'dockerfile/syntax', 'directiveTwice', '2:1-2:11'],
    ['FORM a\n', 'dockerfile/unknown-instruction', 'suggestion', '1:1-1:5'],
    ['FROM a\nXYZZY b\n', 'dockerfile/unknown-instruction', 'unknown', '2:1-2:6'],
    ['FROM\n', 'dockerfile/bad-arguments', 'missing', '1:1-1:5'],
    ['FROM a b\n', 'dockerfile/bad-arguments', 'from', '1:6-1:9'],
    ['FROM a AS 1b\n', 'dockerfile/bad-arguments', 'stageName', '1:11-1:13'],
    ['FROM a\nCOPY a\n', 'dockerfile/bad-arguments', 'copy', '2:6-2:7'],
    ['FROM a\nCOPY --form=b a c\n', 'dockerfile/bad-arguments', 'suggestedFlag', '2:6-2:12'],
    ['FROM a\nCOPY --from a c\n', 'dockerfile/bad-arguments', 'flagValue', '2:6-2:12'],
    ['FROM a\nCOPY --from=a --from=b c d\n', 'dockerfile/bad-arguments', 'flagTwice', '2:15-2:23'],
    ['FROM a\nENV x\n', 'dockerfile/bad-arguments', 'pair', '2:5-2:6'],
    ['FROM a\nENV x=1 y\n', 'dockerfile/bad-arguments', 'equals', '2:9-2:10'],
    ['FROM a\nENV =1\n', 'dockerfile/bad-arguments', 'blankName', '2:5-2:7'],
    ['FROM a\nSHELL bash -c\n', 'dockerfile/bad-arguments', 'shellNeedsJson', '2:7-2:14'],
    ['FROM a\nCMD ["a", 1]\n', 'dockerfile/bad-arguments', 'notStrings', '2:5-2:13'],
    ['FROM a\nHEALTHCHECK x\n', 'dockerfile/bad-arguments', 'healthcheck', '2:13-2:14'],
    ['# check=skip\nFROM a\n', 'dockerfile/syntax', 'checkDirective', '1:9-1:13'],
    ['# check=skip=all;error=si\nFROM a\n', 'dockerfile/syntax', 'checkDirective', '1:9-1:26'],
    ['FROM a\n\\\n', 'dockerfile/unknown-instruction', 'unknown', '2:1-2:1'],
    ['FROM a\nHEALTHCHECK CMD\n', 'dockerfile/bad-arguments', 'healthcheckCommand', '2:13-2:16'],
    ['FROM a\nHEALTHCHECK CMD []\n', 'dockerfile/bad-arguments', 'healthcheckCommand', '2:13-2:19'],
    ['FROM a\nHEALTHCHECK --interval=10us CMD b\n', 'dockerfile/bad-arguments', 'flagDuration', '2:24-2:28'],
    ['FROM a\nCOPY git@example.com:a/b.git /c\n', 'dockerfile/bad-arguments', 'copyUrl', '2:6-2:29'],
    ['FROM a\nCOPY --link=$x b c\n', 'dockerfile/bad-arguments', 'flagSwitch', '2:13-2:15'],
    ['FROM a\nADD --parents b c\n', 'dockerfile/bad-arguments', 'unknownFlag', '2:5-2:14'],
    ['FROM a\nRUN --mount=type=cache,target=/ b\n', 'dockerfile/bad-arguments', 'mountValue', '2:13-2:32'],
    ['FROM a\nSTOPSIGNAL SIGRTMIN+16\n', 'dockerfile/bad-arguments', 'signal', '2:12-2:23'],
    ['FROM a\nCOPY <<EOF /b\n${x/y}\nEOF\n', 'dockerfile/syntax', 'variable', '3:1-3:7'],
    ['FROM a\nENV\u00a0x=1\n', 'dockerfile/unknown-instruction', 'unknown', '2:1-2:8'],
    ['FROM a\u00a0AS b\n', 'dockerfile/bad-arguments', 'from', '1:6-1:12'],
    ['FROM a\nENV b=1 "c=2\n', 'dockerfile/syntax', 'quote', '2:9-2:11'],
    ['FROM a\nONBUILD FROM b\n', 'dockerfile/bad-arguments', 'onbuild', '2:9-2:13'],
    ['FROM a\nONBUILD onbuild RUN b\n', 'dockerfile/bad-arguments', 'onbuild', '2:9-2:16'],
    [`FROM a\n${'ONBUILD '.repeat(8_000)}RUN b\n`, 'dockerfile/bad-arguments', 'onbuild', '2:9-2:16'],
    [`FROM a\nENV b=${'ñ'.repeat(32_768)}\n`, 'dockerfile/syntax', 'longLine', '2:1-2:32775'],
    ['FROM a\nONBUILD FROMAGE b\n', 'dockerfile/unknown-instruction', 'unknown', '2:9-2:16'],
    ['FROM a\nENV x="1\n', 'dockerfile/syntax', 'quote', '2:7-2:9'],
    ['FROM a\nWORKDIR /${x\n', 'dockerfile/syntax', 'brace', '2:10-2:13'],
    ['FROM a:${x^}\n', 'dockerfile/syntax', 'variable', '1:8-1:13'],
    ['FROM a\nWORKDIR\n', 'dockerfile/bad-arguments', 'missing', '2:1-2:8'],
  ])('%j', (text, id, message, range) => {
    const { findings, dockerfile } = read(text);
    expect(findings).toMatchObject([{ id, message, severity: 'error' }]);
    const { start, end } = rangeOf(text, findings[0]?.at ?? { path: '', from: 0, to: 0 });
    expect(`${start.line}:${start.column}-${end.line}:${end.column}`).toBe(range);
    expect(dockerfile.stages).toEqual([]);
  });
});
