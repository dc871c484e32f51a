import { isTexts, load, remove, save, type Texts } from '../store.ts';

const keyOf = (lab: string): string => `ejemplo.${lab}`;

/** What a reader wrote into an example, by file. */
export const keptFiles = (lab: string): Texts | undefined => load(keyOf(lab), isTexts);

export const keepFiles = (lab: string, files: Texts): boolean => save(keyOf(lab), files);

export const forgetFiles = (lab: string): void => remove(keyOf(lab));
