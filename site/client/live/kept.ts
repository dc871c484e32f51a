import { isRecord, load, remove, save } from '../store.ts';

/** What a reader wrote into an example, by file. */
export type Files = Readonly<Record<string, string>>;

const keyOf = (lab: string): string => `ejemplo.${lab}`;

export const keptFiles = (lab: string): Files | undefined => load(keyOf(lab), isFiles);

export const keepFiles = (lab: string, files: Files): boolean => save(keyOf(lab), files);

export const forgetFiles = (lab: string): void => remove(keyOf(lab));

const isFiles = (value: unknown): value is Files =>
  isRecord(value) && Object.values(value).every((text) => typeof text === 'string');
