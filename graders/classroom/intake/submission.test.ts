import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Entry, tarOf, tgzOf, zipOf } from '../testing/archives.ts';
import { listClass } from './entries.ts';
import { type Course, readSubmissionEntry } from './submission.ts';

const course: Course = {
  opened: [],
  exercises: [
    { folder: '04-pod', number: 4, slug: 'pod', answers: [{ file: 'respuesta.yaml', format: 'manifests' }] },
    {
      folder: '13-canario',
      number: 13,
      slug: 'canario',
      answers: [
        { file: 'respuesta.yaml', format: 'manifests' },
        { file: 'respuesta.ts', format: 'literal' },
      ],
    },
  ],
  practice: ['00-rumbo'],
  furniture: new Set(['package.json', 'graders', 'README.md']),
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timonel-clase-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, content: string | Buffer = 'a: 1\n'): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Everything about the only submission of the class. */
async function read() {
  const { entries, remarks } = listClass(folder);
  const [entry] = entries;
  if (!entry || entries.length !== 1) throw new Error(`${entries.length} submissions`);
  const submission = await readSubmissionEntry(entry, course);
  return {
    ...submission,
    classRemarks: remarks.map(({ path }) => path),
    texts: Object.fromEntries(
      [...submission.answers].map(([name, files]) => [name, files.map((file) => file?.text ?? file?.problem?.id)]),
    ),
    said: submission.remarks.map(({ path, message }) => `${path}: ${message.en}`),
  };
}

const answers: readonly Entry[] = [
  { name: 'repo-main/', kind: 'folder' },
  { name: 'repo-main/exercises/04-pod/respuesta.yaml', content: 'cuatro' },
  { name: 'repo-main/exercises/13-canario/respuesta.yaml', content: 'trece' },
  { name: 'repo-main/exercises/13-canario/respuesta.ts', content: 'export default {}' },
];
const expected = { '04-pod': ['cuatro'], '13-canario': ['trece', 'export default {}'] };

describe('a submission', () => {
  it.each([
    ['ana.zip', zipOf(answers)],
    ['ana.tar', tarOf(answers)],
    ['ana.tar.gz', tgzOf(answers)],
    ['ana.tgz', tgzOf(answers)],
    // The name says one thing, the bytes another.
    ['ana.tar.gz', zipOf(answers)],
    ['ana.zip', tgzOf(answers)],
  ])('may be %s', async (name, bytes) => {
    put(name, bytes);
    expect(await read()).toMatchObject({ id: 'ana', texts: expected, said: [] });
  });

  it('may be a clone, whose history and furniture nobody misses', async () => {
    for (const { name, content } of answers.slice(1)) put(`ana/${name}`, String(content));
    put('ana/repo-main/.git/config');
    put('ana/repo-main/graders/index.ts');
    put('ana/repo-main/package.json');
    put('ana/repo-main/solutions/04-pod/respuesta.yaml', 'la buena');
    put('ana/repo-main/exercises/04-pod/starter/respuesta.yaml', 'vacía');
    expect(await read()).toMatchObject({ texts: expected, said: [] });
  });

  it('may be a folder of Moodle with an archive in it', async () => {
    put('Ana García_4711_assignsubmission_file_/entrega.zip', zipOf(answers));
    expect(await read()).toMatchObject({
      id: 'Ana García_4711',
      student: { number: '4711' },
      texts: expected,
      said: [],
    });
  });

  it('may be several files that a platform names by its student', async () => {
    put('garciaana_1_100_04.yaml', 'cuatro');
    put('garciaana_1_101_13-respuesta.yaml', 'trece');
    put('garciaana_LATE_1_102_13.ts', 'export default {}');
    expect(await read()).toMatchObject({ id: 'garciaana_1', texts: expected });
  });

  it('tells what is guessed, what is missing and what is none', async () => {
    put('ana/13/canario.yaml', 'trece');
    put('ana/notas.txt');
    expect((await read()).said).toEqual([
      '13/canario.yaml: It was taken as `respuesta.yaml` of exercise 13.',
      '13-canario: `respuesta.ts` of exercise 13 is missing: it is graded as not begun.',
      'notas.txt: It is no answer of any exercise: `notas.txt`.',
    ]);
  });

  it('tells which of several files it took, unless they are the same', async () => {
    put('ana/exercises/04-pod/respuesta.yaml', 'uno');
    put('ana/04/respuesta.yaml', 'dos');
    put('ana/copia/exercises/04-pod/respuesta.yaml', 'uno');
    put('ana/a/04/respuesta.yaml', 'tres');
    const { texts, said } = await read();
    expect(texts).toEqual({ '04-pod': ['uno'] });
    expect(said).toEqual([
      '04/respuesta.yaml: It was not used: `exercises/04-pod/respuesta.yaml` is taken as the answer.',
      'a/04/respuesta.yaml: It was not used: `exercises/04-pod/respuesta.yaml` is taken as the answer.',
    ]);
  });

  it('without any answer is one all the same', async () => {
    mkdirSync(join(folder, 'ana'));
    expect(await read()).toMatchObject({ id: 'ana', texts: {}, said: ['.: There is no answer in the submission.'] });
  });

  it('that is no text says so instead of giving one', async () => {
    put('ana/04-pod/respuesta.yaml', Buffer.from([0xff, 0xfe, 0x61, 0]));
    expect(await read()).toMatchObject({ texts: { '04-pod': ['file/encoding'] } });
  });
});

describe('the folder of a class', () => {
  it('tells which entries are no submission', async () => {
    put('ana/04/respuesta.yaml');
    put('lista.csv');
    put('.DS_Store');
    symlinkSync(join(folder, 'ana'), join(folder, 'enlace'));
    spawnSync('mkfifo', [join(folder, 'tubo')]);
    expect((await read()).classRemarks).toEqual(['enlace', 'lista.csv', 'tubo']);
  });

  it('keeps apart what would have the same name', () => {
    put('ana/04.yaml');
    put('ana.zip', zipOf([]));
    put('ANA.tar', tarOf([]));
    expect(
      listClass(folder)
        .entries.map(({ id }) => id)
        .sort(),
    ).toEqual(['ANA.tar', 'ana', 'ana.zip']);
  });
});

describe('an archive that means no good', () => {
  const zipped = async (entries: readonly Entry[], bytes = zipOf(entries)) => {
    put('ana.zip', bytes);
    return read();
  };
  const ok: Entry = { name: '04/respuesta.yaml', content: 'cuatro' };

  it.each([
    '../../fuera.yaml',
    '/etc/04/respuesta.yaml',
    'C:/04/respuesta.yaml',
    'a/../../04/respuesta.yaml',
    '..\\..\\fuera',
  ])('leads nowhere by %s', async (name) => {
    for (const bytes of [zipOf([{ name, content: 'mal' }, ok]), tarOf([{ name, content: 'mal' }, ok])]) {
      const { texts, said } = await zipped([], bytes);
      expect(texts).toEqual({ '04-pod': ['cuatro'] });
      expect(said).toEqual([
        `${name.replaceAll('\\', '/')}: The path leads out of the submission or is not valid: it was left.`,
      ]);
    }
  });

  it.each(['link', 'device', 'pipe'] as const)('has a %s where a file is expected', async (kind) => {
    for (const bytes of [zipOf([{ ...ok, kind }]), tarOf([{ ...ok, kind, content: '' }])]) {
      const { texts, said } = await zipped([], bytes);
      expect(texts).toEqual({});
      expect(said[0]).toContain('04/respuesta.yaml: It is');
    }
  });

  it('has a hard link', async () => {
    const { texts, said } = await zipped([], tarOf([{ ...ok, content: '', kind: 'hard-link' }]));
    expect(texts).toEqual({});
    expect(said[0]).toContain('It is a link');
  });

  it('has one name twice, or twice but for case', async () => {
    const { texts, said } = await zipped([
      { ...ok, content: 'uno' },
      ok,
      { name: '04/Respuesta.yaml', content: 'tres' },
    ]);
    expect(texts).toEqual({ '04-pod': ['cuatro'] });
    expect(said).toEqual([
      '04/respuesta.yaml: It is in the archive twice: the last one counts.',
      '04/Respuesta.yaml: It differs from `04/respuesta.yaml` only in case.',
      '04/Respuesta.yaml: It was not used: `04/respuesta.yaml` is taken as the answer.',
    ]);
  });

  it('lies about the size of a file', async () => {
    expect((await zipped([{ ...ok, claims: 1 }])).said[0]).toContain('damaged');
    expect((await zipped([{ ...ok, claims: 7 }])).said[0]).toContain('damaged');
    expect((await zipped([{ ...ok, claims: 1e9 }])).texts).toEqual({ '04-pod': ['file/too-large'] });
  });

  it('is encrypted, cut, empty or none at all', async () => {
    expect((await zipped([{ ...ok, encrypted: true }])).said[0]).toContain('encrypted');
    expect((await zipped([], zipOf([ok]).subarray(0, 60))).said[0]).toContain('damaged');
    expect((await zipped([], Buffer.alloc(0))).said[0]).toContain('damaged');
    expect((await zipped([], Buffer.from('hola'))).said[0]).toContain('damaged');
  });

  it('holds archives that hold archives', async () => {
    let bytes = zipOf([ok]);
    for (let depth = 0; depth < 5; depth++) bytes = zipOf([{ name: `${depth}.zip`, content: bytes }]);
    const { texts, said } = await zipped([], bytes);
    expect(texts).toEqual({});
    expect(said.join()).toContain('not opened');
    expect((await zipped([{ name: 'dentro.zip', content: zipOf([ok]) }])).texts).toEqual({ '04-pod': ['cuatro'] });
  });
});

describe.skipIf(process.platform === 'win32')('a folder that means no good', () => {
  it('has links, pipes and devices', async () => {
    put('ana/04/x');
    symlinkSync('/etc/passwd', join(folder, 'ana/04/respuesta.yaml'));
    symlinkSync('/etc', join(folder, 'ana/13'));
    symlinkSync('nada', join(folder, 'ana/roto'));
    spawnSync('mkfifo', [join(folder, 'ana/tubo')]);
    const { texts, said } = await read();
    expect(texts).toEqual({});
    expect(said.filter((line) => /link|pipe/.test(line)).length).toBe(4);
  });

  it('is nested without end', async () => {
    put(`ana/${'a/'.repeat(60)}04/respuesta.yaml`);
    expect((await read()).said[0]).toContain('folders one inside the other');
  });

  it('that is called like an answer of several exercises is told to say of which', async () => {
    put('ana/respuesta.yaml');
    put('ana/notas.yaml');
    const { answers, said } = await read();
    expect([...answers.keys()]).toEqual([]);
    expect(said.map((one) => one.slice(0, 60))).toEqual([
      'respuesta.yaml: It is called like an answer, and nothing say',
      'notas.yaml: It is no answer of any exercise: `notas.yaml`.',
      '.: There is no answer in the submission.',
    ]);
  });

  it('is taken where only one exercise asks for a file of its name', async () => {
    put('ana/entrega/respuesta.ts', 'export default {}');
    const { texts, said } = await read();
    expect(texts['13-canario']).toEqual([undefined, 'export default {}']);
    expect(said[0]).toBe('entrega/respuesta.ts: It was taken as `respuesta.ts` of exercise 13.');
  });
});
