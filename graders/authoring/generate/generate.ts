import { generateCatalogue } from './catalogue.ts';

generateCatalogue(process.cwd());
