import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellPlaces, withCells, withoutCells } from './splice.ts';

/** Something a cell may be; most of them are objects, and some have lists and texts that look like the notebook around them. */
const cell = fc.oneof(
  fc.record({ cell_type: fc.constant('code'), cells: fc.array(fc.integer()), source: fc.string() }),
  fc.constantFrom<unknown>('"cells": [1, 2]', { '}]': '\\"]' }, 3, null, [], [{}], { cells: [{}, {}] }, 1.5e300),
);
const layout = fc.constantFrom(undefined, 1, 4, '\t');

describe('the cells of a notebook', () => {
  it('are found in its text, whatever stands around them', () => {
    fc.assert(
      fc.property(fc.array(cell), layout, fc.dictionary(fc.string(), fc.jsonValue()), (cells, indent, more) => {
        const { cells: _, worksheets: __, ...metadata } = more;
        for (const notebook of [
          { metadata, cells, more: { cells: [[1]] } },
          { worksheets: [{ metadata }, { cells }] },
        ]) {
          const text = JSON.stringify(notebook, undefined, indent);
          const found = cellPlaces(text).map(({ from, to }) => JSON.parse(text.slice(from, to)));
          expect(found).toEqual(JSON.parse(JSON.stringify(cells)));
        }
      }),
    );
  });

  it('can be put in and taken out again without a trace', () => {
    const several = fc.array(fc.integer({ min: -1, max: 6 }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 7, maxLength: 7 }), layout, several, (cells, indent, behind) => {
        for (const notebook of [{ cells }, { worksheets: [{ cells: cells.slice(0, 3) }, { cells: cells.slice(3) }] }]) {
          const text = JSON.stringify(notebook, undefined, indent);
          const sorted = [...behind].sort((a, b) => a - b);
          const more = withCells(
            text,
            cellPlaces(text),
            behind.map((at) => ({ behind: at, json: { put: at } })),
          );
          const places = cellPlaces(more);
          const put = places.map(({ from, to }) => JSON.parse(more.slice(from, to))?.put as number | undefined);
          expect(put.filter((at) => at !== undefined)).toEqual(sorted);
          expect(put).toHaveLength(cells.length + behind.length);
          for (const [index, at] of put.entries())
            if (at !== undefined) expect(put.slice(0, index).filter((one) => one === undefined)).toHaveLength(at + 1);
          const removed = new Set(put.flatMap((at, index) => (at === undefined ? [] : [index])));
          expect(withoutCells(more, places, removed)).toBe(text);
        }
      }),
    );
  });

  it('can all be taken out', () => {
    fc.assert(
      fc.property(fc.array(cell), layout, (cells, indent) => {
        const text = JSON.stringify({ cells }, undefined, indent);
        const left = withoutCells(text, cellPlaces(text), new Set(cells.keys()));
        expect(JSON.parse(left)).toEqual({ cells: [] });
      }),
    );
  });
});
