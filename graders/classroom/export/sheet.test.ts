import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText, harmless } from './csv.ts';
import { fillSheet, readSheet } from './sheet.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const values = (text: string) => readSheet(bytes(text))?.rows.map((row) => row.map(({ value }) => value));

describe('readSheet', () => {
  it.each([
    [
      'commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons, as a Spanish Excel writes them',
      'a;b\r\n"x;y";2\r\n',
      [
        ['a', 'b'],
        ['x;y', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quotes in quotes and lines in cells',
      'a,b\n"di ""hola""","x\ny"\n',
      [
        ['a', 'b'],
        ['di "hola"', 'x\ny'],
      ],
    ],
    [
      'empty cells at the ends',
      'a,b,c\n,,\n',
      [
        ['a', 'b', 'c'],
        ['', '', ''],
      ],
    ],
    [
      'a mark of byte order',
      '\ufeffa,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a quote that is never closed', 'a,b\n"x,1\n', [['a', 'b'], ['x,1\n']]],
  ])('reads %s', (_, text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('reads what Windows wrote in the West', () => {
    expect(readSheet(Buffer.from('Calificaci\xf3n,b\n', 'latin1'))?.rows[0]?.[0]?.value).toBe('Calificación');
  });

  it('takes no file that is no text', () => {
    expect(readSheet(Buffer.from('a,b\n', 'utf16le'))).toBeUndefined();
  });

  it('gives any file back as it was, where nothing is filled', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (file) => {
        const sheet = readSheet(file);
        if (sheet) expect(Buffer.from(fillSheet(sheet, []))).toEqual(Buffer.from(file));
      }),
    );
  });

  it('fills one cell and leaves every other byte', () => {
    const sheet = readSheet(bytes('a;b;c\r\n" x ";;"y"\r\n'));
    const cell = sheet?.rows[1]?.[1];
    if (!sheet || !cell) throw new Error('not read');
    expect(Buffer.from(fillSheet(sheet, [{ cell, text: 'uno;"dos"' }])).toString()).toBe(
      'a;b;c\r\n" x ";"uno;""dos""";"y"\r\n',
    );
  });
});

describe('CSV that Timonel writes', () => {
  it.each(['=1+1', '+34', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\uff1dcmd', '\n=1'])(
    'makes no formula of %j',
    (text) => {
      expect(harmless(text)).toBe(`'${text}`);
    },
  );

  it.each(['web', 'a=b', '3', 'ñ', ''])('leaves %j as it is', (text) => expect(harmless(text)).toBe(text));

  it('is read back as it was meant, whatever stands in a cell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          const sheet = readSheet(bytes(csvText([['a', 'b'], ...rows])));
          if (!sheet) return;
          const read = sheet.rows.slice(1).map((row) => row.map(({ value }) => value));
          expect(read).toEqual(rows.map((row) => row.map((cell) => harmless(Buffer.from(cell).toString()))));
        },
      ),
    );
  });
});
