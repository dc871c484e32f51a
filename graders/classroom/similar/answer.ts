import type { AnswerFormat } from '../../core/exercise.ts';
import type { Source } from '../../core/source.ts';
import { parseLiteral } from '../../parse/literal/parse.ts';
import { readSettings } from '../../parse/settings/settings.ts';
import { canonical, leavesOf } from './data.ts';
import { normalDockerfile, normalShell, normalText } from './lines.ts';
import { normalManifests } from './manifests.ts';
import { mostFacts, type Normal } from './normal.ts';
import { normalProgram } from './program.ts';

/** The normal form of one answer file. A file that cannot be read as what it is, is read as words. */
export function normalOf(source: Source, format: AnswerFormat): Normal {
  const { text, facts } = reading(format)(source) ?? normalText(source);
  return { text, facts: [...new Set(facts)].slice(0, mostFacts) };
}

type Reading = (source: Source) => Normal | undefined;

function reading(format: AnswerFormat): Reading {
  switch (format) {
    case 'manifests':
      return normalManifests;
    case 'literal':
      return normalLiteral;
    case 'dockerfile':
      return normalDockerfile;
    case 'shell':
      return normalShell;
    case 'service':
      return normalProgram;
    case 'settings':
      return normalSettings;
  }
}

const asIs = (text: string): string => text;

function normalLiteral(source: Source): Normal | undefined {
  const { root, findings } = parseLiteral(source);
  if (!root || findings.length > 0) return undefined;
  return { text: canonical(root.value, asIs), facts: leavesOf(root.value, asIs) };
}

function normalSettings(source: Source): Normal | undefined {
  const { settings, findings } = readSettings(source);
  if (findings.length > 0) return undefined;
  const lines = settings.map(({ section = '', name, value }) => `${section}/${name}=${value}`).sort();
  return { text: lines.join('\n'), facts: lines };
}
