import { own } from '../../../graders/core/own.ts';

/** Names that a module hands out, as functions that look them up: a module may be asked while it still runs. */
type Exports = Readonly<Record<string, () => unknown>>;
type Face = Record<string, unknown>;

/** The body of a module: says what it hands out, asks for others by number, and runs. */
export type Body = (
  hand: (exports: Exports) => void,
  ask: (id: number) => Face,
  whole: (id: number) => Face,
  join: typeof joined,
) => void;

/** `{ ...one, ...other }` without looking at what either has put off. */
function joined(...objects: readonly object[]): object {
  return Object.defineProperties({}, Object.assign({}, ...objects.map(Object.getOwnPropertyDescriptors)));
}

/** Thrown where a module is used that has not been loaded. Whoever started the work loads it and begins anew. */
export class Absent extends Error {
  constructor(readonly module: number) {
    super(`module ${module} is not loaded`);
  }
}

/**
 * The modules of the graders in a page or a worker. A module runs when something of it is first used and not before, so that a
 * page does without those that its exercise never reaches.
 */
export class Registry {
  private faces = new Map<number, Face>();
  /** Modules that were used and are not there, since `begin`: also where somebody caught what was thrown. */
  readonly absent = new Set<number>();
  /** Modules that have run since `begin`. */
  readonly used = new Set<number>();

  /**
   * @param bodies of all modules that are loaded, by number
   * @param fetch loads a module at once, where that can be done
   */
  constructor(
    private readonly bodies: ReadonlyMap<number, Body>,
    private readonly fetch: (id: number) => void = () => {},
  ) {}

  /** Forgets everything that ran: what was worked out while a module was absent may be wrong. */
  begin(): void {
    this.faces = new Map();
    this.absent.clear();
    this.used.clear();
  }

  /** What a module hands out; it runs when the first of it is used. */
  ask(id: number): Face {
    const known = this.faces.get(id);
    if (known) return known;
    let running: Exports | undefined;
    const face: Face = Object.create(
      new Proxy(Object.create(null) as Face, {
        get: (_, name) => {
          if (typeof name === 'symbol') return undefined;
          if (!running) this.run(id, face, (exports) => (running = exports));
          else if (!Object.hasOwn(face, name)) return own(running, name)?.();
          return own(face, name);
        },
      }),
    );
    this.faces.set(id, face);
    return face;
  }

  /** As `ask`, where all of a module is wanted and not some name of it. */
  whole(id: number): Face {
    const face = this.ask(id);
    // Any name makes it run.
    void face.default;
    return face;
  }

  private run(id: number, face: Face, hand: (exports: Exports | undefined) => void): void {
    if (!this.bodies.has(id)) this.fetch(id);
    const body = this.bodies.get(id);
    if (!body) {
      this.absent.add(id);
      throw new Absent(id);
    }
    let handed: Exports = {};
    hand(handed);
    try {
      body(
        (exports) => {
          handed = exports;
          hand(exports);
        },
        (other) => this.ask(other),
        (other) => this.whole(other),
        joined,
      );
    } catch (problem) {
      hand(undefined);
      throw problem;
    }
    // From here on its names are plain properties, which nothing slows down.
    for (const [name, look] of Object.entries(handed)) face[name] = look();
    this.used.add(id);
  }
}
