import { describe, expect, it } from 'vitest';
import { readExercise, source } from '../../course/solutions.ts';
import { grade } from '../../grade.ts';
import type { MigrationStep } from '../../lab/migration/index.ts';
import { worldOf } from '../../lab/migration/index.ts';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { thorough } from '../../vitest/quick.ts';
import { Journey, type Place } from './journey.ts';

const text = `apiVersion: v1
kind: Namespace
metadata: { name: tienda }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: tienda }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: 'nginx:1.29' }] }
`;
const { resources } = readManifests(parseYaml({ path: 'mundo.yaml', text }), 'given');

const steps: Readonly<Record<string, MigrationStep>> = {
  install: { do: 'install' },
  label: { do: 'label', namespace: 'tienda', labels: { 'istio-injection': 'enabled' } },
  restart: { do: 'restart', workloads: ['tienda/web'] },
  observe: { do: 'observe' },
};

/** Walks from the start. @returns the places, and how many steps were worked out on the way */
function walk(
  journey: Journey,
  ...names: readonly string[]
): { readonly places: readonly Place[]; readonly taken: number } {
  let taken = 0;
  let place: Place = journey.start();
  const places = names.map((name) => {
    place = journey.onward(place, name, () => {
      taken++;
      return steps[name] as MigrationStep;
    });
    return place;
  });
  return { places, taken };
}

describe('the ways through a migration', () => {
  it('are worked out as far as nobody has gone before', () => {
    const journey = new Journey(() => worldOf(resources, {}));
    const first = walk(journey, 'install', 'label', 'restart');
    const second = walk(journey, 'install', 'label', 'observe');
    expect([first.taken, second.taken]).toEqual([3, 1]);
    expect(second.places.slice(0, 2)).toEqual(first.places.slice(0, 2));
    expect(second.places[2]?.world.fleets[0]?.cohorts.map(({ proxy }) => proxy)).toEqual([null]);
    expect(first.places[2]?.world.fleets[0]?.cohorts.map(({ proxy }) => proxy)).toEqual(['default']);
  });

  it('are forgotten when they become too many', () => {
    const journey = new Journey(() => worldOf(resources, {}));
    const began = journey.start();
    for (let length = 0; length <= 2000; length++)
      journey.onward(began, `observe ${length}`, () => ({ do: 'observe' }));
    expect(began.next.size).toBe(2001);
    expect(journey.start()).not.toBe(began);
    expect(walk(journey, 'install').taken).toBe(1);
  });
});

thorough('two answers share their steps and hear nothing of each other', () => {
  const folder = '19-plan-de-migracion';
  const reference = source(process.cwd(), `solutions/${folder}/respuesta.ts`).text;
  const texts = [
    reference,
    reference.replace("    'ampliar-cuota',\n", ''),
    reference.replace("    'etiquetar-legado',\n", "    'strict-malla',\n"),
  ];
  const open = () => readExercise(process.cwd(), folder) as NonNullable<ReturnType<typeof readExercise>>;
  const graded = (exercise: ReturnType<typeof open>) => (one: string) =>
    grade(exercise, [{ path: 'respuesta.ts', text: one }]);
  const alone = texts.map((one) => graded(open())(one));
  const shared = open();
  expect(texts.map(graded(shared))).toEqual(alone);
  expect(texts.toReversed().map(graded(shared)).toReversed()).toEqual(alone);
});
