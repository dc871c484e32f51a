import type { Keyword } from './dockerfile.ts';

export const keywords: readonly Keyword[] = [
  'FROM',
  'RUN',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'WORKDIR',
  'ENV',
  'ARG',
  'ADD',
  'EXPOSE',
  'USER',
  'LABEL',
  'VOLUME',
  'HEALTHCHECK',
  'SHELL',
  'STOPSIGNAL',
  'ONBUILD',
  'MAINTAINER',
];

export function isKeyword(word: string): word is Keyword {
  return (keywords as readonly string[]).includes(word);
}

/**
 * The flags each instruction takes, and which of them need a value.
 * @see https://docs.docker.com/reference/dockerfile/
 */
export const flagsOf: Readonly<Partial<Record<Keyword, Readonly<Record<string, 'value' | 'switch'>>>>> = {
  FROM: { platform: 'value' },
  RUN: { mount: 'value', network: 'value', security: 'value', device: 'value' },
  COPY: { from: 'value', chown: 'value', chmod: 'value', link: 'switch', parents: 'switch', exclude: 'value' },
  ADD: {
    chown: 'value',
    chmod: 'value',
    link: 'switch',
    checksum: 'value',
    'keep-git-dir': 'switch',
    exclude: 'value',
    unpack: 'switch',
  },
  HEALTHCHECK: {
    interval: 'value',
    timeout: 'value',
    'start-period': 'value',
    'start-interval': 'value',
    retries: 'value',
  },
};

/** Flags that may be given several times. */
export const repeatable: readonly string[] = ['mount', 'exclude', 'device'];
