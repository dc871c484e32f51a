import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestCourse } from '../testing/course.ts';
import { findFile } from './static.ts';

let course: TestCourse;
let site: string;
beforeAll(() => {
  course = new TestCourse();
  site = course.path('site');
  mkdirSync(join(site, 'ejercicios/vacia'), { recursive: true });
  writeFileSync(join(site, 'index.html'), 'x');
  writeFileSync(join(site, 'ejercicios/index.html'), 'x');
  writeFileSync(join(site, 'ejercicios/año 1.js'), 'x');
  writeFileSync(join(site, '.secreto'), 'x');
  writeFileSync(course.path('site-otro.html'), 'x');
  symlinkSync(course.path('site-otro.html'), join(site, 'enlace.html'));
});
afterAll(() => course.remove());

describe('findFile', () => {
  it.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/?a=1', 'index.html', 'text/html; charset=utf-8'],
    ['/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['/ejercicios/', 'ejercicios/index.html', 'text/html; charset=utf-8'],
    ['/ejercicios/a%C3%B1o%201.js', 'ejercicios/año 1.js', 'text/javascript; charset=utf-8'],
  ])('finds %s', (target, file, type) => {
    expect(findFile(site, target)).toEqual({ file: join(site, file), type });
  });

  it('sends a folder to its address with a slash, which is never another host', () => {
    expect(findFile(site, '/ejercicios')).toEqual({ redirect: '/ejercicios/' });
    expect(findFile(site, '//ejercicios')).toEqual({ redirect: '/ejercicios/' });
  });

  it.each([
    ['/nada.html', 404],
    ['/ejercicios/vacia/', 404],
    ['/../site-otro.html', 404],
    ['/%2e%2e/site-otro.html', 404],
    ['/ejercicios/..%2f..%2fsite-otro.html', 404],
    ['/enlace.html', 404],
    ['/.secreto', 404],
    ['/..%5csite-otro.html', 400],
    ['/a%00.html', 400],
    ['/%zz', 400],
    ['index.html', 400],
    ['http://otro/index.html', 400],
    ['', 400],
  ])('finds nothing at %s', (target, status) => {
    expect(findFile(site, target)).toEqual({ status });
  });
});
