import { StreamLanguage } from '@codemirror/language';
import { dockerFile } from '@codemirror/legacy-modes/mode/dockerfile';

export const matches = (file: string): boolean => /(?:^|\/)Dockerfile[^/]*$/.test(file);
export const language = () => StreamLanguage.define(dockerFile);
