import { expect, it } from 'vitest';
import { deskWith } from '../kubectl/testing/transcript.ts';
import { tools } from '../tools.ts';
import { runScript } from './interpret.ts';
import { programsOf } from './programs.ts';
import { freshShell } from './state.ts';

it.each([
  [
    'kubectl create deployment web --image=nginx:1.28 --dry-run=client -o yaml > web.yaml\nkubectl apply -f web.yaml',
    'deployment.apps/web created\n',
  ],
  ['kubectl get ns -o name > a 2> b\nwc -l a', '4 a\n'],
  ['kubectl get pod nada 2> b\ncat b', 'Error from server (NotFound): pods "nada" not found\n'],
  ["printf 'uno\\ndos\\n' > a\nsed -i 's/dos/tres/' a\ncat a", 'uno\ntres\n'],
  ["sed -i 's/a/b/' nada", "sed: can't read nada: No such file or directory\n"],
  ['echo hola > a\nls > b\ncat b', 'a\nb\n'],
])('what a program prints is in the file it is sent to: %s', (script, expected) => {
  const ran = runScript({ desk: deskWith(), shell: freshShell }, script, programsOf(tools), { lang: 'es' });
  expect(ran.steps.map(({ output }) => output).join('')).toBe(expected);
});
