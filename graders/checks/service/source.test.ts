import { describe, expect, it } from 'vitest';
import { readService } from './source.ts';

const read = (text: string) => readService({ path: 'servicio.ts', text });

describe('a service is read', () => {
  it.each([
    ['with types', 'interface Tarea { id: number }\nconst tareas: Tarea[] = [];\nexport { tareas };'],
    ['as JavaScript', "import http from 'node:http';\nhttp.createServer().listen(1);"],
    ['with a choice that looks like the types of a function', 'const f = 1 ? (2) : x => x;\nf;'],
  ])('%s', (_name, text) => {
    const { program, findings } = read(text);
    expect(findings).toEqual([]);
    expect(program?.body.length).toBeGreaterThan(0);
  });

  it('unless it is neither', () => {
    const { program, findings } = read('const a = ;');
    expect(program).toBeUndefined();
    expect(findings.map(({ id, at }) => [id, at.from])).toEqual([['service/syntax', 10]]);
  });
});
