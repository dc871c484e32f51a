import { describe, expect, it } from 'vitest';
import { assignmentsOf, typed } from './set.ts';

const read = (text: string) => {
  const found = assignmentsOf(text);
  return typeof found === 'string' ? found : found.map(({ path, value }) => [path.join('/'), value]);
};

/** https://helm.sh/docs/intro/using_helm/#the-format-and-limitations-of---set */
describe('--set', () => {
  it.each([
    ['name=value', [['name', 'value']]],
    [
      'a=b,c=d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['outer.inner=value', [['outer/inner', 'value']]],
    ['name={a,b,c}', [['name', ['a', 'b', 'c']]]],
    [
      'name={a,b},c=d',
      [
        ['name', ['a', 'b']],
        ['c', 'd'],
      ],
    ],
    [
      'servers[0].port=80,servers[0].host=example',
      [
        ['servers/0/port', '80'],
        ['servers/0/host', 'example'],
      ],
    ],
    ['a[1][2]=x', [['a/1/2', 'x']]],
    ['name=value1\\,value2', [['name', 'value1,value2']]],
    ['nodeSelector.kubernetes\\.io/role=master', [['nodeSelector/kubernetes.io/role', 'master']]],
    ['a=', [['a', '']]],
    ['a=b=c', [['a', 'b=c']]],
    ['', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['a', 'key "a" has no value'],
    ['a,b=c', 'key "a" has no value (cannot end with ,)'],
    ['a[x]=1', 'error parsing index: strconv.Atoi: parsing "x": invalid syntax'],
    ['a[-1]=1', 'negative -1 index not allowed'],
    ['a[99999]=1', 'index of 99999 is greater than maximum supported index of 65536'],
    ['a[0]b=1', 'unexpected data at end of array index: "b"'],
    ['a={b,c', "list must terminate with '}'"],
    [`${'a.'.repeat(40)}b=1`, 'value name nested level is greater than maximum supported nested level of 30'],
  ])('refuses %s', (text, says) => {
    expect(read(text)).toBe(says);
  });

  it.each<[string, unknown]>([
    ['true', true],
    ['False', false],
    ['null', null],
    ['0', 0],
    ['100', 100],
    ['-3', -3],
    ['007', '007'],
    ['0.5', '0.5'],
    ['1e3', '1e3'],
    ['', ''],
  ])('%s has a type', (text, value) => {
    expect(typed(text)).toBe(value);
  });
});
