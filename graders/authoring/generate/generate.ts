import { generateCatalogue } from './catalogue.ts';
import { runSteps, steps } from './steps.ts';

/**
 * Writes what is generated from the rest. `--all` does not ask what has changed; `--catalogue` stops after the cheap part, which is
 * all that a new rule or kind of check needs.
 */
const root = process.cwd();
const asked = (option: string): boolean => process.argv.includes(option);
generateCatalogue(root);
const cheap = ['answer types', 'pass marks', 'fidelity', 'editor schema'];
const which = asked('--catalogue') ? steps.filter(({ name }) => cheap.includes(name)) : steps;
const ran = await runSteps(root, asked('--all'), which);
if (ran.length > 0) console.log(`Generated: ${ran.join(', ')}.`);
