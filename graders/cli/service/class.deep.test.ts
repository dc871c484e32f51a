import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../testing/run.ts';
import { cageHere } from './cage.ts';

/** The part of the results that is looked at. */
interface Results {
  readonly submissions: readonly {
    readonly id: string;
    readonly exercises: readonly {
      readonly report: {
        readonly number: number;
        readonly status: string;
        readonly checks: readonly { readonly kind: string; readonly status: string }[];
      };
    }[];
  }[];
}

const reference = join(process.cwd(), 'solutions/26-servicio-de-tareas');
let folder: string;
let canary: string;

/** Services of a class that mean no good, each beside right answers in the other files. */
const services: Readonly<Record<string, () => string>> = {
  'sin-fin': () => 'setInterval(() => {}, 1000); for (;;);\n',
  'se-multiplica': () =>
    "const { spawn } = (process as any).getBuiltinModule('child_process');\nfor (let i = 0; i < 300; i++) { try { spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' }).on('error', () => {}); } catch {} }\nsetInterval(() => {}, 1000);\n",
  'habla-sin-parar': () => "for (;;) console.log('x'.repeat(1e5));\n",
  'lee-a-los-demas': () =>
    `import { createServer } from 'node:http';\nlet seen = 'nada';\ntry { seen = (process as any).getBuiltinModule('fs').readFileSync(${JSON.stringify(canary)}, 'utf8'); } catch (error) { seen = String((error as any).code); }\ncreateServer((_, res) => { res.setHeader('content-type', 'application/json'); res.end(JSON.stringify({ id: 1, titulo: seen })); }).listen(Number(process.env.PORT ?? 8080));\n`,
  'escribe-fuera': () =>
    `try { (process as any).getBuiltinModule('fs').writeFileSync(${JSON.stringify(canary)}, 'mío'); } catch {}\nsetInterval(() => {}, 1000);\n`,
  miente: () =>
    `console.log(JSON.stringify({ start: { state: 'listening', asked: { port: 'PORT', host: null } }, scenes: [], stop: { ended: true, handled: true } }));\n`,
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'timonel-clase-'));
  canary = join(folder, 'entregas', 'honrada', 'secreto.txt');
  handIn('honrada', readFileSync(join(reference, 'servicio.ts'), 'utf8'));
  writeFileSync(canary, 'muy-secreto');
  for (const [name, code] of Object.entries(services)) handIn(name, code());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function handIn(name: string, service: string): void {
  const target = join(folder, 'entregas', name, 'exercises/26-servicio-de-tareas');
  mkdirSync(target, { recursive: true });
  for (const file of ['Dockerfile', 'comandos.sh', 'respuesta.ts']) {
    writeFileSync(join(target, file), readFileSync(join(reference, file)));
  }
  writeFileSync(join(target, 'servicio.ts'), service);
}

/** Of each submission, how its checks of the service ended. */
function graded(...more: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const ran = launch(['class', 'entregas', '--out', 'notas', '--workers', '2', '--only', '26', ...more], {
    cwd: folder,
  });
  expect(`${ran.code} ${ran.err}`).toMatch(/^0 /);
  const { submissions } = JSON.parse(readFileSync(join(folder, 'notas/results.json'), 'utf8')) as Results;
  return new Map(
    submissions.map(({ id, exercises }) => {
      const checks = exercises.find(({ report }) => report.number === 26)?.report.checks ?? [];
      return [id, checks.filter(({ kind }) => kind === 'service').map(({ status }) => status)];
    }),
  );
}

describe('the services of a class', { timeout: 400_000 }, () => {
  it('are not run without consent: a person has to look at them', () => {
    const all = graded();
    expect(all.size).toBe(Object.keys(services).length + 1);
    for (const statuses of all.values()) expect(new Set(statuses)).toEqual(new Set(['review']));
  });

  it.skipIf(cageHere() === 'none')('are run in the cage with it, and each costs only itself', () => {
    const all = graded('--run-code');
    expect(new Set(all.get('honrada'))).toEqual(new Set(['pass']));
    for (const name of Object.keys(services)) {
      expect(all.get(name)?.length).toBeGreaterThan(3);
      expect([name, all.get(name)?.filter((status) => status === 'pass').length]).toEqual([
        name,
        // It lives on, whatever it is asked, and listens where it should.
        name === 'lee-a-los-demas' ? expect.any(Number) : 0,
      ]);
    }
    expect(readFileSync(canary, 'utf8')).toBe('muy-secreto');
    expect(readFileSync(join(folder, 'notas/results.json'), 'utf8')).not.toContain('muy-secreto');
    expect(readdirSync(folder).sort()).toEqual(['entregas', 'notas']);
  });
});
