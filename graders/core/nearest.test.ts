import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const fields = ['containers', 'initContainers', 'image', 'env', 'name', 'replicas'];

describe('nearest', () => {
  it.each([
    ['contianers', 'containers'],
    ['replcas', 'replicas'],
    ['Image', 'image'],
    ['nmae', 'name'],
    ['envs', 'env'],
    ['volumes', undefined],
    ['x', undefined],
    ['', undefined],
  ])('for %j suggests %j', (written, expected) => {
    expect(nearest(written, fields)).toBe(expected);
  });
});
