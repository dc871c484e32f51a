import type { Source } from '../../core/source.ts';
import { readSections } from './cfg.ts';
import type { SettingsFile } from './setting.ts';
import { readConfiguration } from './xml.ts';

/** Reads a `*-site.xml` of Hadoop or, by any other name, a file of sections such as `container-executor.cfg`. */
export function readSettings(source: Source): SettingsFile {
  return source.path.endsWith('.xml') ? readConfiguration(source) : readSections(source);
}
