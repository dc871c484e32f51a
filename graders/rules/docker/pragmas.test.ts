import { expect, test } from 'vitest';
import { inspectDockerfile } from '../inspect.ts';

const ids = (text: string) => inspectDockerfile({ path: 'Dockerfile', text }).map(({ id }) => id);

test.each([
  ['no pragma', 'FROM alpine\nUSER root\n', ['docker/pin-base-image', 'docker/root-user']],
  ['above the instruction', '# hadolint ignore=DL3006\nFROM alpine\nUSER root\n', ['docker/root-user']],
  ['with a reason and other comments below', '# hadolint ignore=DL3006 # local\n# nota\nFROM alpine\n', []],
  ['of another instruction', 'FROM alpine\n# hadolint ignore=DL3006\nUSER 1\n', ['docker/pin-base-image']],
  ['global', 'FROM alpine\nUSER root\n# hadolint global ignore=DL3006,DL3002\n', []],
  [
    'inside a continued instruction',
    'FROM debian:13\n# hadolint ignore=DL3015, DL3008,DL3009\nRUN apt-get update && \\\n  apt-get install -y curl\n',
    [],
  ],
  [
    "BuildKit's directive",
    '# check=skip=JSONArgsRecommended,StageNameCasing;error=true\nFROM alpine:3.22 AS A\nUSER 1\nCMD sh\n',
    [],
  ],
  [
    'all of them, but not what stops the build',
    '# check=skip=all\nFROM alpine:3.22\nEXPOSE 70000\nUSER 1\n',
    ['docker/invalid-expose'],
  ],
  ['all of them', '# check=skip=all\nFROM alpine:3.22 AS A\nUSER 1\nCMD sh\n', []],
])('%s', (_, text, expected) => {
  expect(ids(text)).toEqual(expected);
});
