import type { AskedLoad, AskedMigration } from '../../ask-over-time.ts';
import type { LoadAction, LoadFrom, MigrationAction } from './blocks.ts';

/** What an example asks of an autoscaler, as the lab is asked. */
export function loadOf({ carga, durante }: Pick<LoadAction, 'carga' | 'durante'>): AskedLoad {
  const [first, ...others] = carga;
  return { load: [phaseOf(first), ...others.map(phaseOf)], until: durante };
}

const phaseOf = ({ desde: from, cpu }: LoadFrom) => ({ from, cpu });

/** What an example asks of a migration. */
export const migrationOf = ({ migrar, pasos, peticiones }: MigrationAction): AskedMigration => ({
  plan: migrar,
  steps: pasos,
  flows: peticiones,
});
