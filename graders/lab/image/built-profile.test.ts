import { describe, expect, it } from 'vitest';
import { readDockerfile } from '../../model/dockerfile/read.ts';
import { build } from './build/build.ts';
import { builtProfile } from './built-profile.ts';
import { pull } from './registry.ts';

describe('what a kubelet finds out about a built image', () => {
  const profileOf = (text: string) => {
    const { dockerfile } = readDockerfile({ path: 'Dockerfile', text });
    const built = build(dockerfile, [], (reference) => pull(reference));
    return built.ok ? builtProfile(built.image, 'web:1.0') : undefined;
  };

  it('keeps what is known of the process of its base, and nothing of it where another one is started', () => {
    expect(profileOf('FROM nginx:1.29\n')?.behaviour).toBe('serves');
    expect(profileOf('FROM node:24-slim\n')?.behaviour).toBe('exits');
    expect(profileOf('FROM node:24-slim\nENTRYPOINT ["node"]\nCMD ["otro.mjs"]\n')?.behaviour).toBe('unknown');
  });
});
