import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../../core/span.ts';
import { readDockerfile } from '../../../model/dockerfile/read.ts';
import { pull } from '../registry.ts';
import { type LintWorld, lintOf, stagesBehind } from './lint.ts';

function told(text: string, world: Partial<LintWorld> = {}): readonly string[] {
  const { dockerfile, findings } = readDockerfile({ path: 'Dockerfile', text });
  expect(findings).toEqual([]);
  return lintOf(dockerfile, { registry: (reference) => pull(reference), ...world }).map(
    ({ check, at }) => `${rangeOf(text, at).start.line} ${check}`,
  );
}

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: words of a Dockerfile
describe('what BuildKit warns about', () => {
  it.each([
    ['nothing', 'FROM alpine:3.20 AS build\nWORKDIR /app\nCMD ["a"]\n', []],
    [
      'names of stages',
      'FROM alpine AS Base\nFROM alpine AS base\nFROM alpine AS scratch\n',
      ['1 StageNameCasing', '2 DuplicateStageName', '3 ReservedStageName'],
    ],
    [
      '`AS` unlike `FROM`',
      'FROM alpine As a\nfrom a as b\nFROM alpine as c\n',
      ['1 FromAsCasing', '3 FromAsCasing', '2 ConsistentInstructionCasing'],
    ],
    ['an empty line within an instruction', 'FROM alpine\nRUN a \\\n\n  && b\n', ['4 NoEmptyContinuation']],
    ['one that nothing follows', 'FROM alpine\nRUN a \\\n\n\n# c\n', ['5 NoEmptyContinuation']],
    [
      'old ways to write',
      'FROM alpine\nMAINTAINER yo\nENV A b\nLABEL c d\n',
      ['2 MaintainerDeprecated', '3 LegacyKeyValueFormat', '4 LegacyKeyValueFormat'],
    ],
    [
      'secrets by their names',
      'FROM alpine\nARG API_KEY\nENV KEY_FILE=x MONKEY=y PASSWORD=z\n',
      ['2 SecretsUsedInArgOrEnv', '3 SecretsUsedInArgOrEnv'],
    ],
    [
      'a relative directory, but the first one only',
      'FROM alpine AS a\nWORKDIR app\nWORKDIR b\nFROM a\nWORKDIR c\n',
      ['2 WorkdirRelativePath'],
    ],
    [
      'what starts in shell form, unless a shell was chosen',
      'FROM alpine\nCMD a\nSHELL ["/bin/sh", "-c"]\nENTRYPOINT b\n',
      ['2 JSONArgsRecommended'],
    ],
    [
      'the first of two that count once',
      'FROM alpine\nCMD ["a"]\nCMD ["b"]\nFROM alpine\nCMD ["c"]\n',
      ['2 MultipleInstructionsDisallowed'],
    ],
    [
      'ports',
      'FROM alpine\nEXPOSE 80/TCP 8080:80 127.0.0.1:1:1 81\n',
      ['2 ExposeProtoCasing', '2 ExposeInvalidFormat', '2 ExposeInvalidFormat'],
    ],
    [
      'platforms',
      'FROM --platform=$TARGETPLATFORM alpine\nFROM --platform=linux/arm64 alpine\nFROM --platform=aarch64 alpine AS arm64-app\nFROM --platform=$BUILDPLATFORM alpine\n',
      ['1 RedundantTargetPlatform', '2 FromPlatformFlagConstDisallowed'],
    ],
    ['variables of `FROM`', 'ARG VERSION=1\nFROM alpine:${VERSOIN:-3}\n', ['2 UndefinedArgInFrom']],
    ['names that only arguments make valid', 'ARG TAG\nFROM alpine:$TAG\n', ['2 InvalidDefaultArgInFrom']],
    ['triggers, where somebody builds on them', 'FROM alpine AS a\nONBUILD CMD b\nFROM a\n', ['3 JSONArgsRecommended']],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ['an argument without a value is declared', 'FROM scratch\nARG A\nUSER $A\n', []],
    ['that of the outside is not', 'ARG A=1\nFROM scratch\nUSER $A\n', ['3 UndefinedVar']],
    ['values of one `ENV` do not see each other', 'FROM scratch\nENV A=1 B=$A\n', ['2 UndefinedVar']],
    ['a default is no excuse', 'FROM scratch\nUSER ${A:-x}\n', ['2 UndefinedVar']],
    ['what the base sets', 'FROM scratch AS a\nENV A=1\nFROM a\nUSER $A$PATH\n', []],
    [
      'the bodies of heredocs that are copied',
      'FROM scratch\nCOPY <<E /x\n$A\nE\nCOPY <<"E" /y\n$A\nE\n',
      ['2 UndefinedVar'],
    ],
    ['mounts', 'FROM scratch\nRUN --mount=type=cache,target=/c$A true $B\n', ['2 UndefinedVar']],
    ['an official image may set more than is known', 'FROM node:24\nENV A=$NODE_VERSION$NADA\n', ['2 UndefinedVar']],
    ['of an image of somebody nobody knows', 'FROM ghcr.io/equipo/app:1\nENV A=$NADA\n', []],
  ])('variables: %s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('takes what `--build-arg` gives', () => {
    expect(told('ARG TAG\nFROM alpine:$TAG\nARG B\nUSER $B\n', { args: { TAG: '3', B: 'x' } })).toEqual([
      '2 InvalidDefaultArgInFrom',
    ]);
  });

  it('tells what `.dockerignore` keeps out, of the context only', () => {
    const ignored = (path: string) => path === 'a/b';
    const text = 'FROM alpine AS x\nCOPY ./a//b c /\nADD https://example.com/a/b /\nCOPY --from=x a/b /\n';
    expect(told(text, { ignored })).toEqual(['2 CopyIgnoredFile']);
  });

  it('leaves out stages that are not built', () => {
    const text = 'FROM alpine AS a\nCMD a\nFROM alpine AS b\nCMD b\nFROM b\nCOPY --from=0 x /\n';
    const { dockerfile } = readDockerfile({ path: 'Dockerfile', text });
    expect([...stagesBehind(dockerfile, 2)].sort()).toEqual([0, 1, 2]);
    expect([...stagesBehind(dockerfile, 1)]).toEqual([1]);
    expect(told(text, { stages: new Set([1]) })).toEqual(['4 JSONArgsRecommended']);
  });
});

describe('what is asked for', () => {
  const file = (check: string) => `${check}FROM alpine\nCMD a\nENV A b\n`;
  it.each([
    ['nothing', '', ['2 JSONArgsRecommended', '3 LegacyKeyValueFormat']],
    ['all but one', '# check=skip=JSONArgsRecommended\n', ['4 LegacyKeyValueFormat']],
    ['none', '# check=skip=all\n', []],
    ['two, with a fault of the build', '# check=skip=JSONArgsRecommended,LegacyKeyValueFormat;error=true\n', []],
    [
      'what follows a blank does not count',
      '# check=skip=JSONArgsRecommended, LegacyKeyValueFormat\n',
      ['4 LegacyKeyValueFormat'],
    ],
  ])('%s', (_, check, expected) => {
    expect(told(file(check))).toEqual(expected);
  });

  it('of one instruction, in the comments above it', () => {
    const text = 'FROM alpine\n# why\n# check=skip=JSONArgsRecommended\n\nCMD a\nENV A b\n';
    expect(told(text)).toEqual(['6 LegacyKeyValueFormat']);
    expect(told(text.replace('\n\nCMD', '\n#\nCMD'))).toEqual(['5 JSONArgsRecommended', '6 LegacyKeyValueFormat']);
  });

  it('descriptions, only on demand', () => {
    const text = '# nota\nFROM alpine AS base\n# A what it is\nARG A\n# otra\nARG B C\n';
    expect(told(text)).toEqual([]);
    expect(told(`# check=experimental=all\n${text}`)).toEqual([
      '3 InvalidDefinitionDescription',
      '7 InvalidDefinitionDescription',
    ]);
  });
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: words of a Dockerfile
