import { buildSite } from '../../../site/build.ts';

/** Builds the site of a course; the study session runs it as a process of its own. */
const [root, out] = process.argv.slice(2);
if (root === undefined || out === undefined) throw new Error('usage: build-site ROOT OUT');
await buildSite({ root, out });
