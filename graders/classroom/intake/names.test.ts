import { describe, expect, it } from 'vitest';
import { safeName, uniqueNames } from './names.ts';

describe('the name of a submission', () => {
  it('is as it was where every system takes it', () => {
    for (const name of ['ana', 'Ana García_4711', 'ana@uni.es', 'ejercicios-anagarcia', "O'Neill, P. (2)", '李雷']) {
      expect(safeName(name)).toBe(name.normalize('NFC'));
    }
  });

  it.each([
    ['../../etc/passwd', '__.._etc_passwd'],
    ['a\nb', 'a_b'],
    ['\u001b[31mrojo', '__31mrojo'],
    ['.oculto', '_oculto'],
    ['..', '_'],
    ['', '_'],
    ['con', '_con'],
    ['NUL.zip', '_NUL.zip'],
    ['fin. ', 'fin'],
    ['a<b>"c|d?e*f:g\\h', 'a_b__c_d_e_f_g_h'],
  ])('%j becomes %j', (name, safe) => expect(safeName(name)).toBe(safe));

  it('is short, and two long ones stay different', () => {
    const [one, other] = ['ñ'.repeat(300), `${'ñ'.repeat(299)}n`].map(safeName);
    expect(Buffer.byteLength(one ?? '')).toBeLessThanOrEqual(100);
    expect(one).not.toBe(other);
  });

  it('is unique, also where case does not count', () => {
    const names = uniqueNames([
      { id: 'ana', entry: 'ana' },
      { id: 'ana', entry: 'ana.zip' },
      { id: 'Ana', entry: 'Ana' },
      { id: 'ana', entry: 'aná.zip' },
    ]);
    expect(names.slice(0, 2)).toEqual(['ana', 'ana.zip']);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
    const later = uniqueNames([
      { id: 'ANA', entry: 'ANA.tar' },
      { id: 'ana', entry: 'ana' },
    ]);
    expect(later).toEqual(['ANA.tar', 'ana']);
  });
});
