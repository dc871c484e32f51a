import { yaml } from '@codemirror/lang-yaml';

export const matches = (file: string): boolean => /\.ya?ml$/.test(file);
export const language = yaml;
