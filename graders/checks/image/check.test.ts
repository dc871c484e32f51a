import { expect, test } from 'vitest';
import type { ExerciseBase } from '../../core/exercise.ts';
import { readDockerfile } from '../../model/dockerfile/read.ts';
import type { Submission } from '../submission.ts';
import check from './check.ts';
import type { ImageExpectation } from './params.ts';

const given = [
  { path: 'given/app.py', text: 'from flask import Flask\napp = Flask(__name__)\napp.run(port=5000)\n' },
  { path: 'given/servidor.py', text: 'from flask import Flask\nFlask(__name__).run(host="0.0.0.0", port=8080)\n' },
  { path: 'given/bucle.py', text: 'while True:\n    print("Hola")\n    break\n' },
  { path: 'given/requirements.txt', text: 'flask\n' },
];

function verdict(text: string, expected: ImageExpectation) {
  const { dockerfile } = readDockerfile({ path: 'Dockerfile', text });
  const exercise = { answers: [{ file: 'Dockerfile', format: 'dockerfile' }] } as unknown as ExerciseBase;
  const submission = { exercise, given, answers: [], dockerfile: () => dockerfile } as unknown as Submission;
  return check.check({ expect: expected }, submission);
}

const py = 'FROM python:3.14-slim\nWORKDIR /app\n';
const flask = `${py}RUN pip install flask\n`;

test.each<[string, string, ImageExpectation, readonly string[]]>([
  [
    'serves',
    `${flask}COPY servidor.py .\nCMD ["python", "servidor.py"]`,
    { serves: true, listens: [8080], direct: true },
    [],
  ],
  [
    'imports what nobody installed',
    `${py}COPY servidor.py .\nCMD ["python", "servidor.py"]`,
    { serves: true },
    ['image/output/ended'],
  ],
  ['does not serve', `${py}CMD ["python", "-c", "print(1)"]`, { serves: true }, ['image/output/ended']],
  [
    'listens on loopback',
    `${flask}COPY app.py .\nCMD ["python", "app.py"]`,
    { listens: [5000] },
    ['image/listen/loopback'],
  ],
  [
    'listens elsewhere',
    `${flask}COPY servidor.py .\nCMD ["python", "servidor.py"]`,
    { listens: [9090] },
    ['image/listen/port'],
  ],
  ['the base serves', 'FROM nginx:1.29', { serves: true, listens: [80] }, []],
  ['below a shell', `${py}COPY servidor.py .\nCMD python servidor.py`, { direct: true }, ['image/process/shell']],
  ['exec inside the shell', `${py}COPY servidor.py .\nCMD exec python servidor.py`, { direct: true }, []],
  ['root', `${py}CMD ["python", "-V"]`, { nonRoot: true }, ['image/user/root']],
  ['not root', `${py}USER 1000\nCMD ["python", "-V"]`, { nonRoot: true }, []],
  ['not root by the base', 'FROM gcr.io/distroless/python3-debian12:nonroot\nCMD ["-V"]', { nonRoot: true }, []],
  ['large', 'FROM python:3.14\nCMD ["python"]', { size: 'medium' }, ['image/size/large']],
  ['small', `${py}CMD ["python"]`, { size: 'small' }, []],
  ['a pinned digest', `FROM python@sha256:${'a'.repeat(64)}\nCMD ["python"]`, { pinned: true }, []],
  ['a code name', 'FROM debian:trixie-slim AS a\nFROM a\nCMD ["bash"]', { pinned: true }, []],
  ['a moving tag', 'FROM python:slim\nCMD ["python"]', { pinned: true }, ['image/base/latest']],
  [
    'a file too many',
    `${py}COPY . .\nCMD ["python"]`,
    { files: [{ path: '/app/app.py', present: false }] },
    ['image/file/present'],
  ],
  [
    'a file of root',
    `${py}COPY app.py .\nCMD ["python"]`,
    { files: [{ path: '/app/app.py', owner: 1000 }] },
    ['image/file/owner'],
  ],
  ['a file that is missing', `${py}CMD ["python"]`, { files: [{ path: '/app/app.py' }] }, ['image/file/absent']],
  [
    'the cache is lost',
    `${py}COPY . .\nRUN pip install -r requirements.txt\nCMD ["python"]`,
    { cache: { edit: ['app.py'], keeps: ['RUN'] } },
    ['image/cache/again'],
  ],
  [
    'the cache is kept',
    `${py}COPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\nCMD ["python"]`,
    { cache: { edit: ['app.py'], keeps: ['RUN'] } },
    [],
  ],
  [
    'a shell form handed to an exec form',
    `${py}ENTRYPOINT ["python"]\nCMD app.py`,
    { prints: '1' },
    ['image/output/shellArguments'],
  ],
  [
    'the same without a shell',
    'FROM gcr.io/distroless/python3-debian12:nonroot\nCMD app.py',
    { prints: '1' },
    ['image/output/shellArguments'],
  ],
  [
    'a shell form that ignores its arguments',
    `${py}ENTRYPOINT python\nCMD ["app.py"]`,
    { prints: '1' },
    ['image/output/cmdIgnored'],
  ],
  ['a variable in exec form', `${py}ENV F=app.py\nCMD ["python", "$F"]`, { prints: '1' }, ['image/output/unexpanded']],
  [
    'a file that the user may not read',
    `${py}COPY --chmod=600 app.py .\nUSER 1000\nCMD ["python", "app.py"]`,
    { prints: '1' },
    ['image/output/fileUnreadable'],
  ],
  ['nothing says what to execute', `${py}RUN python -c "print(1)"`, { prints: '1' }, ['image/output/nothingOfBase']],
  [
    'Node is no Python',
    'FROM node:24\nCMD ["node", "-e", "console.log(1)"]',
    { prints: '1', printedBy: 'python' },
    ['image/process/printedBy'],
  ],
])('%s', (_, text, expected, ids) => {
  const { findings } = verdict(text, expected);
  expect(findings.map(({ id, message }) => `${id}/${message}`)).toEqual(ids);
});

test('what nobody can foresee is for review', () => {
  const answer = verdict(`${py}COPY bucle.py .\nCMD ["python", "bucle.py"]`, { prints: 'Hola' });
  expect(answer.status).toBe('review');
  expect(answer.findings).toMatchObject([{ id: 'image/unforeseen', severity: 'info' }]);
});

test('findings carry the way that led there', () => {
  const { findings } = verdict(`${py}CMD ["python", "hola.py"]`, { prints: 'Hola' });
  expect(findings[0]?.because?.hops.map(({ message }) => message)).toEqual([
    'image/base',
    'image/workdir',
    'image/cmd',
    'image/command',
    'image/complaintAbsent',
    'image/silent',
  ]);
});
