import { expect, it } from 'vitest';
import { whoIs } from './student.ts';

it.each([
  [
    'Ana García_4711_assignsubmission_file_',
    'folder',
    'Ana García_4711',
    { name: 'Ana García', number: '4711' },
    undefined,
  ],
  [
    'Ana García_4711_assignsubmission_file',
    'folder',
    'Ana García_4711',
    { name: 'Ana García', number: '4711' },
    undefined,
  ],
  [
    'Ana_B_4711_assignsubmission_file_mi entrega.zip',
    'file',
    'Ana_B_4711',
    { name: 'Ana_B', number: '4711' },
    'mi entrega.zip',
  ],
  [
    'Ana_4711_assignsubmission_onlinetext_onlinetext.html',
    'file',
    'Ana_4711',
    { name: 'Ana', number: '4711' },
    'onlinetext.html',
  ],
  ['garciaana_4711_90210_entrega.zip', 'file', 'garciaana_4711', { name: 'garciaana', number: '4711' }, 'entrega.zip'],
  ['garciaana_LATE_4711_90210_13.yaml', 'file', 'garciaana_4711', { name: 'garciaana', number: '4711' }, '13.yaml'],
  ['ana@uni.es', 'folder', 'ana@uni.es', { email: 'ana@uni.es' }, undefined],
  ['ana@uni.es.zip', 'file', 'ana@uni.es', { email: 'ana@uni.es' }, undefined],
  ['ana.tar.gz', 'file', 'ana', {}, undefined],
  ['curso-anagarcia', 'folder', 'curso-anagarcia', {}, undefined],
  ['ana.zip', 'folder', 'ana.zip', {}, undefined],
] as const)('%s (%s) is of %s', (entry, kind, id, student, file) => {
  expect(whoIs(entry, kind)).toMatchObject({ id, student });
  expect(whoIs(entry, kind).file).toBe(file);
});
