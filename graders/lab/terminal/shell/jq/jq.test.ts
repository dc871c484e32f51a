import { describe, expect, it } from 'vitest';
import { jq } from './jq.ts';

const pods = JSON.stringify({
  items: [
    {
      metadata: { name: 'web', labels: { app: 'web', 'a.b/c': 'x' } },
      spec: { containers: [{ name: 'c1' }, { name: 'proxy' }] },
      n: 2,
    },
    { metadata: { name: 'api', labels: { app: 'api' } }, spec: { containers: [{ name: 'c1' }] }, n: 10 },
  ],
});

const run = (args: readonly string[], stdin = pods) =>
  jq({ args, stdin, read: (path) => (path === 'f.json' ? '{"a":1}' : undefined) });

describe('jq', () => {
  it.each([
    ['.items[0].metadata.name', '"web"\n'],
    ['.items[].metadata.name', '"web"\n"api"\n'],
    ['.items[-1].n, .items[0].n', '10\n2\n'],
    ['.items | length', '2\n'],
    ['.items[].metadata.labels["a.b/c"]', '"x"\nnull\n'],
    ['.items[0].metadata.labels."a.b/c" // "no"', '"x"\n'],
    ['.nada.mas', 'null\n'],
    ['[.items[] | select(.n > 2) | .metadata.name]', '["api"]\n'],
    ['[.items[].spec.containers[] | select(.name=="proxy")] | length', '1\n'],
    ['.items | map(.n) | add', '12\n'],
    ['.items | sort_by(.metadata.name) | .[].n', '10\n2\n'],
    ['.items | map({(.metadata.name): .n}) | add', '{"web":2,"api":10}\n'],
    ['.items[] | {nombre: .metadata.name, n}', '{"nombre":"web","n":2}\n{"nombre":"api","n":10}\n'],
    ['.items | group_by(.spec.containers[0].name) | map(length)', '[2]\n'],
    ['[.items[].spec.containers[].name] | unique', '["c1","proxy"]\n'],
    ['.items[0].metadata.labels | to_entries | map(.key)', '["app","a.b/c"]\n'],
    ['.items[0].metadata.labels | with_entries(select(.key | startswith("a.")))', '{"a.b/c":"x"}\n'],
    ['.items[0] | del(.metadata.labels, .spec) | keys', '["metadata","n"]\n'],
    ['.items | any(.n == 10) and (all(.n > 5) | not)', 'true\n'],
    ['if .items | length > 1 then "varios" elif true then "uno" else "nada" end', '"varios"\n'],
    ['.items[0] as $p | $p.n + 1', '3\n'],
    ['reduce .items[] as $i (0; . + $i.n)', '12\n'],
    ['[.items[].n] | @csv', '"2,10"\n'],
    ['.items[1:] | length', '1\n'],
    ['[..|.name? // empty] | length', '5\n'],
    ['"\\(.items[0].n * 2 - 1) de \\(.items | length)"', '"3 de 2"\n'],
    ['.items[] | select(.metadata.name | test("^w")) | .n', '2\n'],
    ['[limit(2; range(5))], (try error("mal") catch .)', '[0,1]\n"mal"\n'],
    ['.items[0].metadata | has("name"), has("constructor")', 'true\nfalse\n'],
    ['.constructor, .["__proto__"]', 'null\nnull\n'],
    ['[3, "a", null, [1], {"a":1}, true] | sort', '[null,true,3,"a",[1],{"a":1}]\n'],
  ])('%s', (filter, out) => {
    expect(run(['-c', filter])).toEqual({ out, err: '', exit: 0 });
  });

  it.each([
    ['raw', ['-r', '.items[].metadata.name'], 'web\napi\n'],
    ['joined', ['-j', '.items[].metadata.name'], 'webapi'],
    [
      'indented',
      ['.items[0].spec'],
      '{\n  "containers": [\n    {\n      "name": "c1"\n    },\n    {\n      "name": "proxy"\n    }\n  ]\n}\n',
    ],
    ['in order', ['-cS', '.items[0].metadata.labels'], '{"a.b/c":"x","app":"web"}\n'],
    ['of nothing', ['-n', '1 + 1'], '2\n'],
    ['with a variable', ['--arg', 'v', 'web', '-r', '.items[] | select(.metadata.name == $v).n'], '2\n'],
    ['of a file', ['.a', 'f.json'], '1\n'],
  ])('prints %s', (_, args, out) => {
    expect(run(args).out).toBe(out);
  });

  it('takes several values, one after the other, or all at once', () => {
    const lines = '{"a":1}\n{"a":2} "x}" 3';
    expect(run(['-c', '.'], lines).out).toBe('{"a":1}\n{"a":2}\n"x}"\n3\n');
    expect(run(['-s', 'length'], lines).out).toBe('4\n');
    expect(run(['.'], '').out).toBe('');
  });

  it.each([
    ['.items.name', 5, 'jq: error (at <stdin>:0): Cannot index array with "name"\n'],
    ['.[0]', 5, 'jq: error (at <stdin>:0): Cannot index object with number\n'],
    ['.items[].n[]', 5, 'jq: error (at <stdin>:0): Cannot iterate over number (2)\n'],
    ['.items + 1', 5, 'jq: error (at <stdin>:0): array ([{"metadat...) and number (1) cannot be added\n'],
  ])('says what a filter is not for: %s', (filter, exit, err) => {
    expect(run([filter])).toMatchObject({ err, exit });
  });

  it('ends as -e asks, and as the input and the files are', () => {
    expect([run(['-e', '.nada']).exit, run(['-e', '.items']).exit, run(['-e', 'empty']).exit]).toEqual([1, 0, 4]);
    expect(run(['.'], 'hola')).toMatchObject({
      exit: 5,
      err: 'jq: parse error: Invalid literal at line 1, column 4\n',
    });
    expect(run(['.', 'no.json'])).toMatchObject({
      exit: 2,
      err: 'jq: error: Could not open no.json: No such file or directory\n',
    });
  });

  it.each([
    ['def f: .; f'],
    ['.a |= 1'],
    ['.items[0].n = 3'],
    ['foreach .[] as $x (0; .)'],
    ['input'],
    ['.a['],
    ['$ENV.HOME'],
    ['range(1e9)'],
  ])('says that it does not read %s', (filter) => {
    expect(run([filter]).beyond?.en).toContain('does not read');
  });

  it('comes to an end whatever it gets', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(run([`${'('.repeat(500)}.${')'.repeat(500)}`]).beyond).toBeDefined();
    expect(run(['[.[] | .. | ..] | length'], `[${'1,'.repeat(2000)}1]`).exit).toBe(0);
    expect(run(['-c', '.'], nested(1000)).out.length).toBe(2001);
    expect(run(['-c', '[..] | length'], nested(200)).out).toBe('200\n');
    expect(run(['.'], nested(200_000)).beyond).toBeDefined();
    expect(run(['[range(400)] as $a | [$a[] | $a[] | $a[]] | length']).beyond).toBeDefined();
  });
});
