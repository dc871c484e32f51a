// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the variables are Docker's
import { describe, expect, test } from 'vitest';
import { readDockerfile } from '../../model/dockerfile/read.ts';
import { modeText, textOf } from '../machine/index.ts';
import { build } from './build/build.ts';
import type { ContextFile } from './context.ts';
import { pull } from './registry.ts';
import { start } from './start.ts';

const hola = { path: 'hola.py', text: 'print("Hello, World!")\n' };

function built(text: string, context: readonly ContextFile[] = [hola]) {
  const { dockerfile, findings } = readDockerfile({ path: 'Dockerfile', text });
  expect(findings).toEqual([]);
  return build(dockerfile, context, (reference) => pull(reference));
}

function image(text: string, context?: readonly ContextFile[]) {
  const answer = built(text, context);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.image;
}

function started(text: string, context?: readonly ContextFile[]) {
  return start(image(text, context)).outcome;
}

const py = 'FROM python:3.14-slim\n';

describe('a container that prints', () => {
  test.each([
    ['exec form', `${py}COPY hola.py .\nCMD ["python", "hola.py"]`],
    ['shell form', `${py}COPY hola.py .\nCMD python hola.py`],
    ['-c', `${py}CMD ["python3", "-c", "print('Hello, World!')"]`],
    ['-c in shell form', `${py}CMD python -c "print('Hello, World!')"`],
    ['-m', `${py}WORKDIR /app\nCOPY hola.py .\nCMD ["python", "-m", "hola"]`],
    ['options', `${py}COPY hola.py /\nCMD ["python", "-u", "-X", "dev", "/hola.py"]`],
    ['ENTRYPOINT and CMD', `${py}WORKDIR /app\nCOPY . .\nENTRYPOINT ["python"]\nCMD ["hola.py"]`],
    ['ENTRYPOINT alone', `${py}COPY hola.py /app/\nENTRYPOINT ["python", "/app/hola.py"]`],
    ['ENTRYPOINT in shell form', `${py}COPY hola.py /app/\nENTRYPOINT exec python /app/hola.py\nCMD ["x"]`],
    ['CMD before ENTRYPOINT', `${py}COPY hola.py .\nCMD ["hola.py"]\nENTRYPOINT ["python3"]`],
    ['a heredoc', `${py}COPY <<EOF /app/hola.py\nprint("Hello, World!")\nEOF\nCMD ["python", "/app/hola.py"]`],
    ['RUN with a heredoc', `${py}RUN cat <<'EOF' > /hola.py\nprint("Hello, World!")\nEOF\nCMD ["python", "/hola.py"]`],
    ['RUN echo', `${py}RUN echo 'print("Hello, World!")' > /hola.py\nCMD ["python", "/hola.py"]`],
    ['RUN echo with escaped quotes', `${py}RUN echo "print(\\"Hello, World!\\")" > hola.py\nCMD python hola.py`],
    ['RUN printf', `${py}RUN printf "print('Hello, World!')\\n" > hola.py\nCMD python hola.py`],
    [
      'RUN python',
      `${py}RUN mkdir -p /app && cd /app && echo "print('Hello, World!')" >> hola.py\nCMD cd /app && python hola.py`,
    ],
    [
      'a user',
      `${py}RUN useradd -m app\nUSER app\nWORKDIR /home/app\nCOPY --chown=app:app hola.py .\nCMD ["python", "hola.py"]`,
    ],
    ['a numeric user', `${py}USER 1000:1000\nCOPY hola.py /srv/\nCMD ["python", "/srv/hola.py"]`],
    ['alpine', `FROM python:3-alpine\nRUN adduser -D app\nUSER app\nCOPY hola.py .\nCMD ["python", "hola.py"]`],
    [
      'alpine with python added',
      `FROM alpine:3.22\nRUN apk add --no-cache python3\nCOPY hola.py .\nCMD ["python3", "hola.py"]`,
    ],
    [
      'debian with python added',
      `FROM debian:13-slim\nRUN apt-get update && apt-get install -y --no-install-recommends python3 && rm -rf /var/lib/apt/lists/*\nCOPY hola.py .\nCMD ["python3", "hola.py"]`,
    ],
    [
      'multi-stage',
      `FROM python:3.14 AS build\nWORKDIR /src\nCOPY hola.py .\nFROM python:3.14-slim\nCOPY --from=build /src/hola.py /app/hola.py\nCMD ["python", "/app/hola.py"]`,
    ],
    [
      'multi-stage by number',
      `FROM python:3.14\nCOPY hola.py /x/\nFROM python:3.14-slim\nCOPY --from=0 /x /app\nCMD ["python", "/app/hola.py"]`,
    ],
    [
      'a stage continued',
      `FROM python:3.14-slim AS base\nENV APP=/app\nWORKDIR $APP\nFROM base\nCOPY hola.py \${APP}/\nCMD ["python", "hola.py"]`,
    ],
    ['distroless', `FROM gcr.io/distroless/python3-debian12:nonroot\nCOPY hola.py /app/\nCMD ["/app/hola.py"]`],
    ['a digest', `FROM python:3.14-slim@sha256:${'a'.repeat(64)}\nCOPY hola.py .\nCMD ["python", "hola.py"]`],
    ['a mirror', `FROM public.ecr.aws/docker/library/python:3.14-slim\nCOPY hola.py .\nCMD ["python", "hola.py"]`],
    [
      'ARG gymnastics',
      `ARG PYTHON=3.14\nARG VARIANT=slim\nFROM python:\${PYTHON}-\${VARIANT}\nARG PYTHON\nARG FILE=hola.py\nENV FILE=$FILE\nCOPY \${FILE} /\nCMD ["sh", "-c", "python /$FILE"]`,
    ],
    [
      'a virtual environment',
      `${py}RUN python -m venv /venv\nENV PATH="/venv/bin:$PATH"\nCOPY hola.py .\nCMD ["python", "hola.py"]`,
    ],
    [
      'a script with a shebang',
      `${py}COPY --chmod=755 <<EOF /usr/local/bin/hola\n#!/usr/bin/env python3\nprint("Hello, World!")\nEOF\nCMD ["hola"]`,
    ],
    ['chmod', `${py}COPY s.sh /\nRUN chmod +x /s.sh\nENTRYPOINT ["/s.sh"]`],
    ['SHELL', `${py}SHELL ["/bin/bash", "-o", "pipefail", "-c"]\nCOPY hola.py .\nCMD python hola.py`],
    [
      'pip install',
      `${py}WORKDIR /app\nCOPY r.txt .\nRUN pip install --no-cache-dir -r r.txt\nCOPY . .\nCMD ["python", "hola.py"]`,
    ],
    [
      'a bind mount',
      `${py}WORKDIR /app\nRUN --mount=type=bind,source=r.txt,target=/tmp/r.txt --mount=type=cache,target=/root/.cache pip install -r /tmp/r.txt\nCOPY . .\nCMD ["python", "hola.py"]`,
    ],
    ['standard input', `${py}COPY hola.py /\nCMD python - < /hola.py`],
    [
      'an entry script that hands over its arguments',
      `${py}COPY hola.py /\nCOPY --chmod=755 <<'EOF' /e.sh\n#!/bin/sh\nset -e\nexec "$@"\nEOF\nENTRYPOINT ["/e.sh"]\nCMD ["python", "/hola.py"]`,
    ],
    [
      'an entry script that takes one of them',
      `${py}COPY hola.py /\nCOPY --chmod=755 <<'EOF' /e.sh\n#!/bin/sh\nshift\nexec python "/$1"\nEOF\nENTRYPOINT ["/e.sh", "x"]\nCMD ["hola.py"]`,
    ],
    ['arguments of sh -c', `${py}COPY hola.py /\nENTRYPOINT ["sh", "-c", "$@", "--"]\nCMD ["python", "/hola.py"]`],
    ['a module beside the program', `${py}COPY hola.py .\nCMD ["python", "-c", "import hola"]`],
    ['PyPy', 'FROM pypy:3.11-slim\nCOPY hola.py /\nCMD ["pypy3", "/hola.py"]'],
    [
      'a whole system in an empty image',
      `FROM python:3.14-slim AS a\nFROM scratch\nCOPY --from=a / /\nCOPY hola.py /\nCMD ["/usr/local/bin/python3", "/hola.py"]`,
    ],
    [
      'a module of the standard library while building',
      `${py}RUN mkdir p && python -m zipapp p\nCOPY hola.py /\nCMD ["python", "/hola.py"]`,
    ],
    [
      'a directory of root that was opened',
      `${py}WORKDIR /root\nRUN chmod 755 .\nCOPY hola.py .\nUSER 1\nCMD ["python", "hola.py"]`,
    ],
    [
      'a heredoc of the shell with variables',
      `${py}ENV QUIEN=World\nRUN cat <<EOF > /a.py\nprint("Hello, \${QUIEN}!") # \\$1 \\\\\nEOF\nCMD ["python", "/a.py"]`,
    ],
    [
      'a heredoc of the shell in quotes',
      `${py}RUN cat <<'EOF' > /a.py\nx = "$QUIEN"\nprint("Hello, World!")\nEOF\nCMD ["python", "/a.py"]`,
    ],
    ...[
      'apt-get install -qq python3',
      'yes | apt-get install python3',
      'apt-get --assume-yes install python3',
      'apt-get -o APT::Get::Assume-Yes=true install python3',
      `echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90si && apt-get install python3`,
      'apt-get install -yq --no-install-recommends python3',
    ].map((line): [string, string] => [
      line,
      `FROM debian:13\nRUN apt-get update && ${line}\nCOPY hola.py /\nCMD ["python3", "/hola.py"]`,
    ]),
    ['a pattern that matches nothing', `${py}COPY *.lock nada* ./\nCOPY hola.py /\nCMD ["python", "/hola.py"]`],
    [
      'a directory and another one in it',
      `${py}RUN mkdir /a /a/b\nWORKDIR /a/b\nCOPY hola.py .\nCMD ["python", "hola.py"]`,
    ],
    [
      'an installer nobody here has read',
      `FROM debian:13\nRUN apt-get update && apt-get install -y curl && curl -fsSL https://example.com/x | bash - && apt-get install -y python3\nCOPY hola.py /\nCMD ["python3", "/hola.py"]`,
    ],
    [
      'wheels that another stage makes',
      `FROM python:3.14 AS a\nRUN pip wheel --wheel-dir /wheels flask && pip install --prefix=/install flask\n${py}COPY --from=a /wheels /wheels\nCOPY --from=a /install /usr/local\nCOPY hola.py /\nCMD ["python", "/hola.py"]`,
    ],
    [
      'packages that the full image has',
      `FROM python:3.14\nRUN apt-get install -y curl git\nCOPY hola.py /\nCMD ["python", "/hola.py"]`,
    ],
    [
      'package lists of an earlier layer',
      `FROM debian:13\nRUN apt-get -qq update\nRUN apt-get install -y python3\nCOPY hola.py /\nCMD ["python3", "/hola.py"]`,
    ],
    ['a pipe', `${py}CMD echo "print('Hello, World!')" | python -`],
    [
      'dumb-init',
      `${py}RUN apt-get update && apt-get install -y dumb-init\nCOPY hola.py /\nENTRYPOINT ["dumb-init", "--"]\nCMD ["python", "/hola.py"]`,
    ],
  ])('%s', (_, text) => {
    const context = [
      hola,
      { path: 'r.txt', text: '' },
      { path: 's.sh', text: `#!/bin/sh\nset -e\nexec python3 -c 'print("Hello, World!")'\n` },
    ];
    const { starts, output, exit } = started(text, context);
    expect({ starts, exit, text: textOf(output) }).toEqual({ starts: true, exit: 0, text: 'Hello, World!\n' });
    expect(output?.every(({ by }) => by.startsWith('python'))).toBe(true);
  });

  test('a program that is not Python prints as itself', () => {
    expect(started(`${py}CMD ["echo", "Hello, World!"]`).output).toEqual([{ text: 'Hello, World!\n', by: 'echo' }]);
  });
});

describe('a container that does not start', () => {
  test.each([
    ['nothing to execute', 'FROM scratch\nCOPY hola.py /', 'no-command'],
    ['ENTRYPOINT drops the CMD of the base', 'FROM nginx\nENTRYPOINT []', 'no-command'],
    ['python in alpine', 'FROM alpine:3.22\nCOPY hola.py .\nCMD ["python", "hola.py"]', 'program-not-found'],
    [
      'python in debian is python3',
      'FROM debian:13\nRUN apt-get update && apt-get install -y python3\nCMD ["python", "-V"]',
      'program-not-found',
    ],
    ['sh in scratch', 'FROM scratch\nCOPY hola.py /\nCMD python hola.py', 'program-not-found'],
    ['sh in distroless', 'FROM gcr.io/distroless/python3-debian12\nENTRYPOINT python hola.py', 'program-not-found'],
    ['bash in alpine', 'FROM python:3-alpine\nCMD ["bash", "-c", "x"]', 'program-not-found'],
    ['a command in one word', `${py}COPY hola.py .\nCMD ["python hola.py"]`, 'program-not-found'],
    ['an unknown user', `${py}USER app\nCMD ["python"]`, 'unknown-user'],
    ['a script that is not executable', `${py}COPY hola.py /\nCMD ["/hola.py"]`, 'not-executable'],
    ['a text without shebang', `${py}COPY --chmod=755 hola.py /\nCMD ["/hola.py"]`, 'exec-format'],
    ['a directory', `${py}WORKDIR /app\nCMD ["/app"]`, 'not-executable'],
    [
      'a script in the home of root',
      `${py}COPY --chmod=755 hola.py /root/\nUSER 1000\nCMD ["/root/hola.py"]`,
      'not-executable',
    ],
    [
      'a program copied without its system',
      `FROM python:3.14-slim AS a\nFROM scratch\nCOPY --from=a /usr/local/bin/python3 /python\nCMD ["/python", "-V"]`,
      'no-loader',
    ],
  ])('%s', (_, text, refusal) => {
    expect(started(text)).toMatchObject({ starts: false, refusal });
  });
});

describe('a process that fails', () => {
  test.each([
    [
      'the file is elsewhere',
      `${py}COPY hola.py /app/\nCMD ["python", "hola.py"]`,
      { kind: 'no-file', file: 'hola.py' },
    ],
    [
      'single quotes are no JSON',
      `${py}COPY hola.py .\nCMD ['python', 'hola.py']`,
      { kind: 'not-found', program: '[python,' },
    ],
    [
      'the ENTRYPOINT gets the CMD as arguments',
      `${py}ENTRYPOINT ["python"]\nCMD ["python", "hola.py"]`,
      { kind: 'no-file', file: 'python' },
    ],
    ['a module that is not there', `${py}CMD ["python", "-m", "hola"]`, { kind: 'no-module', module: 'hola' }],
    [
      'the ENTRYPOINT of distroless gets the shell',
      'FROM gcr.io/distroless/python3-debian12\nCMD python hola.py',
      { kind: 'no-file', file: '/bin/sh' },
    ],
    ['Python 2', `${py}CMD ["python", "-c", "print 'Hello, World!'"]`, { kind: 'python', error: 'SyntaxError' }],
    [
      'a file of root',
      `${py}COPY --chmod=600 hola.py /\nUSER 1000\nCMD ["python", "/hola.py"]`,
      { kind: 'no-file', file: '/hola.py' },
    ],
    [
      'the home of root is closed to others',
      `${py}COPY hola.py /root/\nUSER 1000\nCMD ["python", "/root/hola.py"]`,
      { kind: 'no-file', file: '/root/hola.py' },
    ],
    [
      'the ENTRYPOINT gets a shell to read',
      `${py}ENTRYPOINT ["python"]\nCMD /hola.py`,
      { kind: 'python', error: 'SyntaxError', file: '/bin/sh' },
    ],
    [
      'bash reads no program',
      `${py}ENTRYPOINT ["bash"]\nCMD ["python"]`,
      { kind: 'not-executable', program: 'python' },
    ],
    ['a parenthesis outside quotes', `${py}CMD python -c print("hola")`, { kind: 'syntax' }],
  ])('%s', (_, text, complaint) => {
    const outcome = started(text);
    expect(outcome).toMatchObject({ starts: true, complaint });
    expect(outcome.exit).not.toBe(0);
  });
});

describe('a build that stops', () => {
  test.each([
    ['no such image', 'FROM pyton:3', { kind: 'unknown-repository', suggestion: 'python:3' }],
    ['no such tag', 'FROM python:3.14-slin', { kind: 'unknown-tag' }],
    ['no such file', `${py}COPY hello.py .`, { kind: 'missing-source', source: 'hello.py', ignored: false }],
    ['outside the context', `${py}COPY ../x.py .`, { kind: 'missing-source', source: '../x.py' }],
    ['no such stage', `${py}COPY --from=builder /x /x`, { kind: 'unknown-repository' }],
    ['nothing there in the stage', `FROM alpine:3.22 AS a\n${py}COPY --from=a /app/x /x`, { kind: 'missing-in-stage' }],
    ['no such program', `${py}RUN apk add curl`, { kind: 'run-failed', exit: 127, complaint: { program: 'apk' } }],
    [
      'apt-get in alpine',
      'FROM python:3-alpine\nRUN apt-get update && apt-get install -y curl',
      { kind: 'run-failed', exit: 127 },
    ],
    [
      'no requirements',
      `${py}RUN pip install -r requirements.txt`,
      { kind: 'run-failed', complaint: { file: 'requirements.txt' } },
    ],
    ['the program fails while building', `${py}RUN python hello.py`, { kind: 'run-failed', exit: 2 }],
    ['no shell', 'FROM scratch\nRUN echo hi', { kind: 'run-failed', exit: 127 }],
    [
      'no package lists',
      'FROM debian:13\nRUN apt-get install -y python3',
      { kind: 'run-failed', exit: 100, complaint: { kind: 'no-package', name: 'python3' } },
    ],
    [
      'no package lists any more',
      `${py}RUN apt-get update && rm -rf /var/lib/apt/lists/*\nRUN apt install -y curl`,
      { kind: 'run-failed', complaint: { kind: 'no-package', program: 'apt', name: 'curl' } },
    ],
    ['a parenthesis outside quotes', `${py}RUN echo print(1) > a.py`, { kind: 'run-failed', exit: 2 }],
    [
      'a question that nobody answers',
      'FROM debian:13\nENV DEBIAN_FRONTEND=noninteractive\nRUN apt-get update && apt-get install python3',
      { kind: 'run-failed', exit: 1, complaint: { kind: 'no-answer', program: 'apt-get' } },
    ],
    ['a directory in one that is not there', `${py}RUN mkdir /a/b /a`, { kind: 'run-failed', exit: 1 }],
    ['no such user', `${py}USER app\nRUN echo hi`, { kind: 'unknown-user', user: 'app' }],
    ['no such owner', `${py}COPY --chown=app hola.py .`, { kind: 'unknown-user', user: 'app' }],
    ['no such port', `${py}EXPOSE 8080:http`, { kind: 'bad-port', port: '8080:http' }],
    ['a range backwards', `${py}EXPOSE 90-80`, { kind: 'bad-port' }],
    ['no such platform', 'FROM --platform=x86 python:3.14-slim', { kind: 'bad-platform', platform: 'x86' }],
    ['no such signal', `${py}ARG S=SIGX\nSTOPSIGNAL $S`, { kind: 'bad-signal', signal: 'SIGX' }],
    [
      'a copy from itself in a stage nobody needs',
      `FROM alpine:3.22\nCOPY --from=0 /a /b\n${py}`,
      { kind: 'circular' },
    ],
    ['an address that is none', `${py}EXPOSE 1.2.3:80:80`, { kind: 'bad-port' }],
    ['a volume without name', `${py}VOLUME $nada`, { kind: 'empty', keyword: 'VOLUME' }],
    ['a signal without name', `${py}STOPSIGNAL $nada`, { kind: 'empty', keyword: 'STOPSIGNAL' }],
    ['FROM knows the names of stages in lower case', `${py.trim()} AS Base\nFROM Base`, { problem: 'uppercase' }],
    ['no image in a stage nobody needs', `FROM python:$nada\n${py}`, { kind: 'invalid-reference' }],
    ['no platform', 'FROM --platform=$nada python:3.14-slim', { kind: 'unset-variable' }],
    ['a stage that comes later', `${py}COPY --from=z /x /x\nFROM python:3.14-slim AS z\nFROM 0`, { reference: '0' }],
    ['no such folder before a pattern', `${py}COPY docs/*.md /x/`, { kind: 'missing-source', source: 'docs/*.md' }],
    ['a file called <<', `${py}COPY << EOF /x/\nhola\nEOF`, { kind: 'missing-source', source: '<<' }],
    ['the root file system of another user', `${py}USER 1000\nRUN echo x > /x`, { kind: 'run-failed', exit: 1 }],
    [
      'a warning where none may be',
      `# check=skip=MaintainerDeprecated;error=true\n${py}MAINTAINER a\nCMD python hola.py`,
      { kind: 'warned', checks: ['JSONArgsRecommended'] },
    ],
    ['a variable without value', 'FROM python:${VERSION}', { kind: 'invalid-reference' }],
  ])('%s', (_, text, refusal) => {
    expect(built(text)).toMatchObject({ ok: false, refusal });
  });

  test.each([
    ['no warning', `# check=error=true\n${py}CMD ["python"]`],
    ['a warning that is left out', `# check=skip=JSONArgsRecommended;error=true\n${py}CMD python`],
    ['a warning in a stage that nobody needs', `# check=error=true\nFROM alpine:3.22 AS a\nCMD a\n${py}CMD ["python"]`],
    ['a warning that stops nothing', `# check=error=false\n${py}CMD python`],
  ])('%s does not stop a build', (_, text) => {
    expect(built(text)).toMatchObject({ ok: true });
  });

  test('.dockerignore hides files', () => {
    const context = [hola, { path: '.dockerignore', text: '*.py\n' }];
    expect(built(`${py}COPY hola.py .`, context)).toMatchObject({ refusal: { kind: 'missing-source', ignored: true } });
    const outside = [hola, { path: '.dockerignore', text: '\uFEFF../*\n' }];
    expect(built(`${py}COPY hola.py .`, outside)).toMatchObject({ ok: true });
    const kept = [hola, { path: '.dockerignore', text: '*\n!hola.py\n' }];
    expect(built(`${py}COPY hola.py .`, kept)).toMatchObject({ ok: true });
  });
});

describe('the configuration', () => {
  test.each([
    ['EXPOSE 8080:80 127.0.0.1:90:91/udp 92/ 5-5', { exposes: ['80/tcp', '91/udp', '92/tcp', '5/tcp'] }],
    ['ENV P="80 443"\nEXPOSE $P', { exposes: ['80/tcp', '443/tcp'] }],
    ['WORKDIR /a\nWORKDIR $nada', { workdir: '/a' }],
    ['ENV K=clave\nENV $K=1', { env: { clave: '1' } }],
    ['ENV X=1\nARG X=2\nENV Y=$X', { env: { X: '1', Y: '2' } }],
    ['ARG X=2\nENV X=1\nENV Y=$X', { env: { X: '1', Y: '1' } }],
    ['RUN\nCMD', { cmd: { argv: ['/bin/sh', '-c', ''] } }],
    ['HEALTHCHECK --retries=x NONE', { healthcheck: 'none' }],
    // The last shell reads what is checked, and each command was given to the one of its line.
    ['HEALTHCHECK CMD a\nSHELL ["/bin/ash", "-c"]', { healthcheck: ['/bin/ash', '-c', 'a'] }],
    ['CMD a\nSHELL ["/bin/ash", "-c"]', { cmd: { argv: ['/bin/sh', '-c', 'a'] } }],
    ['HEALTHCHECK CMD ["a"]\nSHELL ["/bin/ash", "-c"]', { healthcheck: ['a'] }],
    ['ARG K=clave\nLABEL "$K.x"=1', { labels: { 'clave.x': '1' } }],
  ])('%s', (lines, expected) => {
    expect(image(`FROM alpine:3.22\n${lines}`)).toMatchObject(expected);
  });

  test('an argument of a stage does not hide the variables of the image that is made from it', () => {
    expect(image('FROM alpine:3.22 AS a\nENV X=1\nARG X=2\nARG Z=3\nFROM a\nENV Y=$X$Z').env).toMatchObject({
      Y: '13',
    });
  });

  test('the last stage of a name is the one FROM continues', () => {
    const stages = ['1', '2'].map((value) => `FROM alpine:3.22 AS s\nENV K=${value}\n`);
    expect(image(`${stages.join('')}FROM s`).env).toMatchObject({ K: '2' });
  });
});

describe('the file system', () => {
  const paths = (text: string, context: readonly ContextFile[]) =>
    [...image(text, context).files.entries]
      .filter(([, { layer }]) => layer >= 0)
      .map(([path, entry]) => `${modeText(entry)} ${entry.uid} ${entry.layer} ${path}`);
  const tree = [
    { path: 'src/a.py', text: '' },
    { path: 'src/sub/b.py', text: '' },
    { path: 'README.md', text: '' },
    { path: 'node_modules/x/y.js', text: '' },
  ];

  test.each([
    ['COPY . /app', ['-rw-r--r-- 0 0 /app/README.md', 'drwxr-xr-x 0 0 /app/src', '-rw-r--r-- 0 0 /app/src/sub/b.py']],
    ['COPY src /app', ['-rw-r--r-- 0 0 /app/a.py', '-rw-r--r-- 0 0 /app/sub/b.py']],
    ['COPY src/*.py /app/', ['-rw-r--r-- 0 0 /app/a.py']],
    ['COPY README.md /app', ['-rw-r--r-- 0 0 /app']],
    ['COPY README.md src/a.py /app/', ['-rw-r--r-- 0 0 /app/README.md', '-rw-r--r-- 0 0 /app/a.py']],
    ['COPY --chmod=755 --chown=1000 README.md /app/', ['-rwxr-xr-x 1000 0 /app/README.md']],
    ['COPY --parents src/sub/b.py /app/', ['-rw-r--r-- 0 0 /app/src/sub/b.py']],
    ['COPY --exclude=*.py src /app/', ['-rw-r--r-- 0 0 /app/sub/b.py']],
  ])('%s', (line, expected) => {
    const found = paths(`FROM alpine:3.22\n${line}`, tree);
    for (const path of expected) expect(found).toContain(path);
  });

  test('several sources into a name that is no directory may overwrite each other', () => {
    const { files } = image('FROM alpine:3.22\nCOPY README.md src/a.py /app', tree);
    expect(files.scopes).toContainEqual({ directory: '/app', holds: 'command' });
    expect(files.entries.has('/app/README.md')).toBe(false);
  });

  test.each([
    ['COPY --exclude=sub src /app/', ['/app/sub/b.py']],
    ['COPY --exclude=** --exclude=!a.py src /app/', ['/app/sub/b.py']],
    ['COPY **/*.py *.py /app/', ['/app/b.py']],
    ['COPY --exclude=/a.py src /app/', []],
    ['COPY --parents --exclude=src src a.py /app/', ['/app/src/a.py']],
  ])('%s leaves out', (line, absent) => {
    const { files } = image(`FROM alpine:3.22\n${line}`, [...tree, { path: 'a.py', text: '' }]);
    expect(files.entries.has('/app/a.py')).toBe(true);
    for (const path of absent) expect(files.entries.has(path)).toBe(false);
  });

  test.each([
    ['COPY --parents src/./sub/b.py /app/', '/app/sub/b.py'],
    ['COPY --parents **/b.py /app/', '/app/src/sub/b.py'],
    ['WORKDIR /w\nCOPY README.md $nada', '/w/README.md'],
    ['COPY --from=s /x/1 /2', '/2'],
    ['COPY --from= README.md /', '/README.md'],
  ])('%s makes %s', (lines, path) => {
    const first = 'FROM alpine:3.22 AS s\nCOPY README.md /x/\nFROM alpine:3.22 AS s\nCOPY README.md /x/1\n';
    expect(image(`${first}FROM alpine:3.22\n${lines}`, tree).files.entries.get(path)?.kind).toBe('file');
  });

  test.each([
    ['7', '-------rwx'],
    ['00640', '-rw-r-----'],
    ['g=u', '-rw-rw-r--'],
    ['u+x-w,o=', '-r-xr-----'],
    ['a=rX', '-r--r--r--'],
    ['$nada', '-rw-r--r--'],
  ])('--chmod=%s', (mode, expected) => {
    const entry = image(`FROM alpine:3.22\nCOPY --chmod=${mode} README.md /`, tree).files.entries.get('/README.md');
    expect(entry && modeText(entry)).toBe(expected);
  });

  test.each([
    ['WORKDIR /x\nCOPY --chmod=700 --chown=1000 src /x', ['drwxr-xr-x 0 0 /x', 'drwx------ 1000 1 /x/sub']],
    ['COPY --chmod=700 --chown=1000 src /x', ['drwx------ 1000 0 /x']],
    ['COPY --chmod=640 README.md /x/y/', ['drw-r----- 0 0 /x', 'drw-r----- 0 0 /x/y']],
    ['COPY --chmod=o-rx --chown=1:2 src /x/y/', ['drwxr-xr-x 1 0 /x/y', 'drwxr-x--- 1 0 /x/y/sub']],
    ['COPY --parents --chmod=o-rx src/sub/b.py /x', ['drwxr-xr-x 0 0 /x', 'drwxr-x--- 0 0 /x/src/sub']],
    ['COPY --parents src /x', ['-rw-r--r-- 0 0 /x/src/a.py']],
    ['COPY --chmod=644 README.md /srv/\nCOPY --chmod=644 README.md /srv/x/', ['drw-r--r-- 0 1 /srv/x']],
  ])('who owns the directories of %s', (lines, expected) => {
    const found = paths(`FROM alpine:3.22\n${lines}`, tree);
    for (const path of expected) expect(found).toContain(path);
  });

  test('nothing is made where a pattern matches nothing', () => {
    expect(paths('FROM alpine:3.22\nCOPY nada* /x/', tree)).toEqual([]);
  });

  test('a pattern may match a directory for what is shown in it again', () => {
    const ignore = { path: '.dockerignore', text: 'src/*\n!src/sub/b.py\n' };
    const { files } = image('FROM alpine:3.22\nCOPY src/* /x/', [...tree, ignore]);
    expect([files.entries.has('/x/b.py'), files.entries.has('/x/a.py')]).toEqual([true, false]);
  });

  test('the builder takes the backslashes of a heredoc away, the shell does not', () => {
    const text = 'FROM python:3.14-slim\nENV A=1\nCOPY <<EOF /x\na\\n$A \\$A\nEOF\n';
    expect(image(text, []).files.entries.get('/x')?.content).toBe('an1 $A\n');
    const quoted = text.replace('<<EOF', '<<"EOF"');
    expect(image(quoted, []).files.entries.get('/x')?.content).toBe('a\\n$A \\$A\n');
  });

  test('ignored directories are not sent', () => {
    const found = paths('FROM alpine:3.22\nCOPY . /app', [...tree, { path: '.dockerignore', text: 'node_modules\n' }]);
    expect(found.filter((path) => path.includes('node_modules'))).toEqual([]);
  });
});
