import { siteBuilder } from '../../../site/build.ts';
import { buildOnRequest } from './on-request.ts';
import { onRequest } from './site.ts';

/** Builds the site of a course in a process of its own: once, or as often as the study session asks. */
const [root, out, mode] = process.argv.slice(2);
if (root === undefined || out === undefined) throw new Error(`usage: build-site ROOT OUT [${onRequest}]`);
const builder = siteBuilder({ root, out });
if (mode === onRequest) await buildOnRequest(builder);
else await builder.build();
