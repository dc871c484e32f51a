import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { contract } from '../../checks/service/contract.ts';
import type { ServiceTranscript } from '../../checks/service/transcript.ts';
import { isPacked, packedFolder } from '../packed.ts';
import { Kept } from './cache.ts';
import { type Cage, caged, cageHere, inside, passingUser } from './cage.ts';
import { type CageRequest, type DriverRequest, type Limits, usualLimits } from './driver/request.ts';
import { esbuild, here } from './place.ts';
import type { Program } from './program.ts';

export interface RunOptions {
  /** Whoever grades agrees to run the code like any program of theirs, where nothing can hold it. */
  readonly unprotected?: boolean;
  readonly limits?: Limits;
}

/** What was seen, or that nothing here can hold a stranger's code. */
export type Ran = { readonly transcript: ServiceTranscript | undefined } | { readonly withheld: true };

/**
 * Starts a service in a cage, plays the contract against it over real sockets, and ends it. The only place of Timonel where
 * a student's code runs. What was seen is kept by content, so that the same service is not started again.
 */
export function runService(program: Program, { unprotected = false, limits = usualLimits }: RunOptions = {}): Ran {
  const cage = cageHere();
  if (cage === 'none' && !unprotected) return { withheld: true };
  const cache = new Kept(cacheFolder());
  const key = keyOf(program, limits, cage);
  const kept = cache.get(key);
  if (kept) return { transcript: kept };
  const transcript = drive(program, limits, cage);
  if (transcript) cache.keep(key, transcript);
  return { transcript };
}

/**
 * Runs many services before somebody asks for them one after the other: most of a run is waiting, so several at a time in
 * cages, which each have their own network. What was seen is kept, and `runService` finds it there.
 */
export async function runServices(
  programs: readonly Program[],
  { unprotected = false, limits = usualLimits }: RunOptions = {},
): Promise<void> {
  // Whether there is a cage is found out by starting one.
  if (programs.length === 0) return;
  const cage = cageHere();
  if (cage === 'none' && !unprotected) return;
  const cache = new Kept(cacheFolder());
  const left = programs.filter((program) => cache.get(keyOf(program, limits, cage)) === undefined);
  const takeOne = async (): Promise<void> => {
    for (let program = left.pop(); program; program = left.pop()) {
      const transcript = await driveMeanwhile(program, limits, cage);
      if (transcript) cache.keep(keyOf(program, limits, cage), transcript);
    }
  };
  const atOnce = cage === 'none' ? 1 : availableParallelism() + 1;
  await Promise.all(Array.from({ length: atOnce }, takeOne));
}

const keyOf = (program: Program, limits: Limits, cage: Cage): string =>
  digest([fingerprint(), process.version, cage, JSON.stringify([contract, limits, program])]);

const mostOutput = 64 * 1024 * 1024;

/** What ends a driver that does not end by itself. */
const optionsOf = ({ total }: Limits) =>
  ({
    encoding: 'utf8',
    timeout: total + 15_000,
    killSignal: 'SIGKILL',
    maxBuffer: mostOutput,
    windowsHide: true,
  }) as const;

/** Runs a program in a folder that is removed afterwards. */
export function drive(program: Program, limits: Limits, cage: Cage): ServiceTranscript | undefined {
  const folder = newFolder();
  try {
    const [first = '', ...args] = prepare(folder, program, limits, cage);
    const { stdout } = spawnSync(first, args, { ...optionsOf(limits), stdio: ['ignore', 'pipe', 'ignore'] });
    return transcriptIn(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same, while others run. */
async function driveMeanwhile(program: Program, limits: Limits, cage: Cage): Promise<ServiceTranscript | undefined> {
  const folder = newFolder();
  try {
    const [first = '', ...args] = prepare(folder, program, limits, cage);
    const stdout = await new Promise<string>((resolve) => {
      execFile(first, args, optionsOf(limits), (_, said) => resolve(said));
    });
    return transcriptIn(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function newFolder(): string {
  sweep();
  return realpathSync(mkdtempSync(join(tmpdir(), prefix)));
}

/** Puts into a folder what the driver needs. @returns the command that starts it */
function prepare(folder: string, program: Program, limits: Limits, cage: Cage): readonly string[] {
  for (const { path, text } of program.files) put(join(folder, 'files', path), text);
  const request = requestOf(program, limits, cage, folder);
  writeFileSync(join(folder, 'request.json'), JSON.stringify(request));
  const driver = [process.execPath, driverFile(folder), join(folder, 'request.json')];
  return cage === 'none' ? driver : caged(cage, driver);
}

/** In the cage, files are where the program expects them; without one, in a folder of their own. */
function requestOf(program: Program, limits: Limits, cage: Cage, folder: string): DriverRequest {
  const { command, shown } = program;
  const files = join(folder, 'files');
  mkdirSync(join(folder, 'root'), { recursive: true });
  mkdirSync(files, { recursive: true });
  if (cage === 'none') {
    const own = new Set(program.files.map(({ path }) => path));
    const moved = command.map((word) => (own.has(word) ? join(files, word) : word));
    return { command: moved, folder: join(files, program.folder), contract, limits };
  }
  const script = join(folder, 'cage.sh');
  copyFileSync(join(here(), 'cage.sh'), script);
  const held: CageRequest = {
    enter: ['unshare', ...inside],
    script,
    root: join(folder, 'root'),
    files,
    ...(cage === 'root' && { user: passingUser() }),
    shown,
  };
  return { command, folder: program.folder, cage: held, contract, limits };
}

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function transcriptIn(stdout: string | null): ServiceTranscript | undefined {
  try {
    return stdout ? (JSON.parse(stdout) as ServiceTranscript) : undefined;
  } catch {
    return undefined;
  }
}

const prefix = 'timonel-servicio-';
/** In milliseconds; no run takes nearly as long. */
const forgotten = 10 * 60_000;

/** Folders of runs whose process was killed before it could remove them. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    try {
      if (Date.now() - statSync(folder).mtimeMs > forgotten) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's.
    }
  }
}

/** The driver in one file of JavaScript, since Node 20 runs no TypeScript; kept until its sources change. */
function driverFile(folder: string): string {
  const packed = packedDriver();
  if (packed !== undefined) return packed;
  const kept = join(cacheFolder(), `driver-${fingerprint()}.mjs`);
  if (existsSync(kept)) return kept;
  const built = buildDriver(join(folder, 'driver.mjs'));
  try {
    mkdirSync(cacheFolder(), { recursive: true });
    copyFileSync(built, `${kept}.${process.pid}`);
    renameSync(`${kept}.${process.pid}`, kept);
  } catch {
    // Read-only: it will be built again.
  }
  return built;
}

/** The driver of a package comes built. */
function packedDriver(): string | undefined {
  const home = join(here(), '../../..');
  return isPacked(home) ? join(home, packedFolder, 'driver.mjs') : undefined;
}

function buildDriver(outfile: string): string {
  esbuild().buildSync({
    entryPoints: [join(here(), 'driver/main.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
  });
  return outfile;
}

const cacheFolder = (): string => join(here(), '../../../node_modules/.cache/timonel/services');

/** Changes with whatever runs the service, so that what was kept before does not count any more. */
function fingerprint(): string {
  const packed = packedDriver();
  if (packed !== undefined) return digest([join(here(), 'cage.sh'), packed].map((file) => readFileSync(file, 'utf8')));
  const driver = readdirSync(join(here(), 'driver')).filter((name) => !name.endsWith('.test.ts'));
  const files = ['cage.sh', ...driver.sort().map((name) => join('driver', name))];
  return digest(files.map((file) => readFileSync(join(here(), file), 'utf8')));
}

function digest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest('hex').slice(0, 32);
}
