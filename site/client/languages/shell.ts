import { StreamLanguage } from '@codemirror/language';
import { shell } from '@codemirror/legacy-modes/mode/shell';

export const matches = (file: string): boolean => /\.sh$/.test(file);
export const language = () => StreamLanguage.define(shell);
