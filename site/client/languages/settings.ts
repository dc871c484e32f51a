import { StreamLanguage } from '@codemirror/language';
import { properties } from '@codemirror/legacy-modes/mode/properties';
import { xml } from '@codemirror/legacy-modes/mode/xml';

export const matches = (file: string): boolean => /\.(?:xml|cfg)$/.test(file);
export const language = (file: string) => StreamLanguage.define(file.endsWith('.xml') ? xml : properties);
