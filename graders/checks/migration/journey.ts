import { apart, type MigrationStep, type Stepped, step, type World } from '../../lab/migration/index.ts';

/** A world on the way, and where the steps were found to lead that were taken from there. */
export interface Place {
  readonly world: World;
  readonly next: Map<string, Reached>;
}

/** Where a step has led. */
export interface Reached extends Place {
  readonly stepped: Stepped;
}

/** Places that are kept, of some 15 kB each: hundreds of answers to an exercise lead to a thousand, and most begin with the same steps. */
const most = 2000;

/** The ways through a migration. Whoever takes the same steps from the start goes the same way, which is worked out once. */
export class Journey {
  private first: Place | undefined;
  private kept = 0;

  /** @param begin the world before the first step */
  constructor(private readonly begin: () => World) {}

  /** Where every answer starts. What was found on the ways from there is forgotten when it becomes too much. */
  start(): Place {
    if (!this.first || this.kept > most) {
      this.first = { world: this.begin(), next: new Map() };
      this.kept = 0;
    }
    return this.first;
  }

  /**
   * Takes a step.
   * @param name the same for the same step
   */
  onward(from: Place, name: string, asked: () => MigrationStep): Reached {
    const known = from.next.get(name);
    if (known) return known;
    const stepped = step(apart(from.world), asked());
    const place = { world: stepped.world, stepped, next: new Map<string, Reached>() };
    from.next.set(name, place);
    this.kept++;
    return place;
  }
}
