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
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TransformFailure } from 'esbuild';
import { contract } from '../../checks/service/contract.ts';
import { isModule, modules, readService } from '../../checks/service/source.ts';
import type { ServiceTranscript } from '../../checks/service/transcript.ts';
import type { Source } from '../../core/source.ts';
import { Kept } from './cache.ts';
import { type DriverRequest, type Limits, usualLimits } from './driver/request.ts';

/**
 * Starts a service in its own restricted process, plays the contract against it over real sockets, and ends it. The only
 * place of Timonel where a student's code runs. What was seen is kept by content, so that the same service is not
 * started again.
 * @param source `servicio.ts` as the student wrote it
 * @returns undefined when there is nothing to run: no code, or code that may not be run and whose findings say so
 */
export function runService(source: Source, limits: Limits = usualLimits): ServiceTranscript | undefined {
  const read = readService(source);
  if (!read.hasCode || read.findings.length > 0) return undefined;
  const cache = new Kept(cacheFolder());
  const key = keyOf(source, limits);
  const kept = cache.get(key);
  if (kept) return kept;
  const transcript = drive(source, limits, isModule(read));
  if (transcript) cache.keep(key, transcript);
  return transcript;
}

/**
 * Runs many services before somebody asks for them one after the other, several at a time: most of a run is waiting.
 * What was seen is kept, and `runService` finds it there.
 */
export async function runServices(sources: readonly Source[], limits: Limits = usualLimits): Promise<void> {
  const cache = new Kept(cacheFolder());
  const left = sources.filter((source) => cache.get(keyOf(source, limits)) === undefined);
  const takeOne = async (): Promise<void> => {
    for (let source = left.pop(); source; source = left.pop()) {
      const read = readService(source);
      if (!read.hasCode || read.findings.length > 0) continue;
      const transcript = await driveMeanwhile(source, limits, isModule(read));
      if (transcript) cache.keep(keyOf(source, limits), transcript);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, takeOne));
}

const keyOf = ({ text }: Source, limits: Limits): string =>
  digest([fingerprint(), process.version, JSON.stringify([contract, modules, limits]), text]);

/**
 * Compiles and runs in a folder that is removed afterwards. What the source may load is not looked at: the process keeps
 * it from the rest.
 * @param esm whether the source is an ES module
 */
export function drive(source: Source, limits: Limits, esm: boolean): ServiceTranscript | undefined {
  const folder = newFolder();
  try {
    const ready = prepare(folder, source, limits, esm);
    if ('start' in ready) return ready;
    const { stdout } = spawnSync(process.execPath, ready.args, {
      encoding: 'utf8',
      timeout: limits.total + 10_000,
      maxBuffer: mostOutput,
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    });
    return stdout ? (JSON.parse(stdout) as ServiceTranscript) : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same, while others run. */
async function driveMeanwhile(source: Source, limits: Limits, esm: boolean): Promise<ServiceTranscript | undefined> {
  const folder = newFolder();
  try {
    const ready = prepare(folder, source, limits, esm);
    if ('start' in ready) return ready;
    const options = {
      encoding: 'utf8',
      timeout: limits.total + 10_000,
      maxBuffer: mostOutput,
      windowsHide: true,
    } as const;
    const stdout = await new Promise<string>((resolve) => {
      execFile(process.execPath, ready.args, options, (_, said) => resolve(said));
    });
    return stdout ? (JSON.parse(stdout) as ServiceTranscript) : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const mostOutput = 64 * 1024 * 1024;

const newFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'timonel-servicio-')));

/** Puts into a folder what the driver needs. @returns how to start it, or the transcript of what never starts */
function prepare(
  folder: string,
  source: Source,
  limits: Limits,
  esm: boolean,
): ServiceTranscript | { readonly args: readonly string[] } {
  const cage = join(folder, 'servicio');
  mkdirSync(cage);
  const service = join(cage, esm ? 'servicio.mjs' : 'servicio.cjs');
  const compiled = compile(source, esm);
  if ('problem' in compiled) return neverStarted(compiled.problem);
  writeFileSync(service, compiled.code);
  const guard = join(folder, 'guard.cjs');
  copyFileSync(join(here(), 'guard.cjs'), guard);
  const request: DriverRequest = { service, guard, contract, modules, limits };
  writeFileSync(join(folder, 'request.json'), JSON.stringify(request));
  return { args: [driverFile(folder), join(folder, 'request.json')] };
}

/** JavaScript without the types, or why there is none: what the parser lets through, the compiler may still refuse. */
function compile({ path, text }: Source, esm: boolean): { readonly code: string } | { readonly problem: string } {
  try {
    const format = esm ? 'esm' : 'cjs';
    return esbuild().transformSync(text, {
      loader: 'ts',
      format,
      target: 'node20',
      sourcefile: path,
      logLevel: 'silent',
    });
  } catch (thrown) {
    const [first] = (thrown as Partial<TransformFailure>).errors ?? [];
    if (!first) throw thrown;
    return { problem: `SyntaxError: ${first.text}` };
  }
}

function neverStarted(said: string): ServiceTranscript {
  return { start: { state: 'ended', end: { how: 'exit', code: 1, signal: null, said } }, scenes: [], refused: [] };
}

/** The driver in one file of JavaScript, since Node 20 runs no TypeScript; kept until its sources change. */
function driverFile(folder: string): string {
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

/** Loaded when there is a service to run, and from where Timonel is installed: the bundled command line cannot hold it. */
function esbuild(): typeof import('esbuild') {
  return createRequire(join(here(), 'run.ts'))('esbuild');
}

/** This folder. The bundled command line is one file elsewhere, but its launcher stands beside this folder. */
function here(): string {
  if (import.meta.url) return dirname(fileURLToPath(import.meta.url));
  return join(dirname(realpathSync(process.argv[1] ?? '')), 'service');
}

const cacheFolder = (): string => join(here(), '../../../node_modules/.cache/timonel/services');

/** Changes with whatever runs the service, so that what was kept before does not count any more. */
function fingerprint(): string {
  const driver = readdirSync(join(here(), 'driver')).filter((name) => !name.endsWith('.test.ts'));
  const files = ['guard.cjs', ...driver.sort().map((name) => join('driver', name))];
  return digest(files.map((file) => readFileSync(join(here(), file), 'utf8')));
}

function digest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest('hex').slice(0, 32);
}
