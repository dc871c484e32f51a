import { describeImage, pull } from '../../../lab/image/index.ts';
import { readDockerfile } from '../../../model/dockerfile/read.ts';
import { dockerfilePieces, wrongValues } from '../../damage.ts';
import { entry, sane } from '../entry.ts';
import { dockerfileTexts } from '../samples.ts';

const context = [
  { path: 'hola.py', text: 'print("Hello, World!")\n' },
  { path: '.dockerignore', text: '*.md\n!README.md\n' },
  { path: 'README.md', text: 'hola\n' },
  { path: 'package.json', text: '{"scripts":{"start":"node a.js"}}' },
];

/** What `timonel image` does: build it, and start it. */
export default entry({
  texts: dockerfileTexts,
  pieces: [...dockerfilePieces, ...wrongValues],
  run(text) {
    const source = { path: 'Dockerfile', text };
    const { dockerfile, findings } = readDockerfile(source);
    sane(findings, [source]);
    if (findings.length === 0) JSON.stringify(describeImage(dockerfile, context, (reference) => pull(reference)));
  },
});
