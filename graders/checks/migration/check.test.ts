import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../core/span.ts';
import { readExercise, source } from '../../course/solutions.ts';
import { grade } from '../../grade.ts';
import { sayFinding } from '../../render/words.ts';
import { thorough } from '../../vitest/quick.ts';

const folder = '19-plan-de-migracion';
const exercise = readExercise(process.cwd(), folder);
const reference = source(process.cwd(), `solutions/${folder}/respuesta.ts`);

/** Grades the reference with some text of it replaced: findings as `id/message line: sentence`. */
function seen(...changes: readonly (readonly [string, string])[]): string[] {
  if (!exercise) throw new Error('no exercise');
  const text = changes.reduce((all, [from, to]) => all.replace(from, to), reference.text);
  const { checks } = grade(exercise, [{ path: 'respuesta.ts', text }]);
  return checks.flatMap(({ findings }) =>
    findings.map((found) => {
      const { line } = rangeOf(text, found.at).start;
      return `${found.id}/${found.message} ${line}: ${sayFinding(found, 'es')}`;
    }),
  );
}

describe('a migration that is carried out', () => {
  it('names the first step that loses a flow, the flow, and the policy that decided', () => {
    const [found, ...others] = seen(
      ["    'strict-malla',\n", ''],
      ["    'nombrar", "    'strict-malla',\n    'nombrar"],
    );
    expect(others).toEqual([]);
    expect(found).toMatch(/^migration\/lost-flow\/flow 11: El paso 7.*`tienda\/pedidos`.*`http:\/\/pagos\.pagos\/`/);
  });

  it('says which step cannot be taken, and why', () => {
    const [found] = seen(["    'instalar-istio-con-cni',\n", '']);
    expect(found).toMatch(/^migration\/refused\/step 5: El paso 1.*El clúster no conoce el tipo `PeerAuthentication`/);
  });

  it('looks at the goals when nothing was lost', () => {
    expect(seen(["    'strict-malla',\n", ''])[0]).toMatch(/^migration\/not-strict\/answered 4: /);
    expect(seen(["    'etiquetar-legado',\n", ''], ["    'strict-malla',\n", ''])[0]).toMatch(
      /^migration\/not-meshed\/unlabelled 4: .*`legado\/informes`/,
    );
  });

  thorough('says why the client of a refused request has no proxy', () => {
    const late = [
      ["    'strict-malla',\n", ''] as const,
      ["    'etiquetar-legado',\n", "    'strict-malla',\n"] as const,
    ];
    expect(seen(...late)[0]).toContain('Hay pods de `entrada/puerta` sin proxy: nada pide inyectarlo');
    expect(seen(["    'ampliar-cuota',\n", ''])[0]).toMatch(
      /^migration\/lost-flow\/flow .*Hay pods de `tienda\/pedidos` sin proxy: su reinicio no avanza. .*cuota/,
    );
    expect(
      seen(
        ["    'etiquetar-tienda',\n", ''],
        ["    'reiniciar-tienda',\n", "    'reiniciar-tienda',\n    'etiquetar-tienda',\n"],
      )[0],
    ).toMatch(/^migration\/lost-flow\/flow .*Hay pods de `tienda\/pedidos` sin proxy: nacieron antes/);
  });

  thorough('tells what several workloads lack for one reason once, and a revision nobody installed', () => {
    expect(
      seen(["    'instalar-istio-con-cni',\n", "    'instalar-istio-con-cni',\n    'desinstalar-istio',\n"]),
    ).toHaveLength(1);
    const revision = [
      ["    'etiquetar-pagos',\n", "    'pagos-a-la-revision',\n"] as const,
      ["    'strict-malla',\n", ''] as const,
    ];
    expect(seen(...revision)[0]).toMatch(/^migration\/not-meshed\/unserved .*`pagos\/pagos`/);
  });

  it('suggests the step that was probably meant', () => {
    expect(seen(["'mirar-metricas'", "'mirar-las-metricas'"])[0]).toMatch(
      /^theory\/section\/unknownItem 15: .*¿Querías escribir `mirar-metricas`\?/,
    );
  });

  it('begins the way back where the plan ends', () => {
    const [found] = seen(["  vuelta: [\n    'permisivo-malla',\n", '  vuelta: [\n']);
    expect(found).toMatch(
      /^migration\/lost-flow\/flow 23: El paso 2.*`entrada\/puerta`.*Lo decide `PeerAuthentication/,
    );
  });

  it('does not ask for the way back while the plan fails', () => {
    const only = seen(["    'strict-malla',\n", ''], ["  vuelta: [\n    'permisivo-malla',\n", '  vuelta: [\n']);
    expect(only.map((said) => said.split(' ')[0])).toEqual(['migration/not-strict/answered']);
  });

  it('carries out no plan of hundreds of steps', () => {
    const many = "    'mirar-metricas',\n".repeat(200);
    expect(seen(["    'mirar-metricas',\n", many])).toEqual([
      'migration/too-long/steps 4: `plan` tiene 214 pasos, y se ejecutan como mucho 200. Quita los que no cambian nada.',
    ]);
  });

  it('refuses what is on no menu and what is no list', () => {
    expect(seen(["'mirar-metricas'", "'activar-mixer'"])[0]).toMatch(/^theory\/section\/value 15: `activar-mixer`/);
    expect(seen(['plan: [', "plan: 'x', otro: ["])[0]).toMatch(/^theory\/section\/shape 4: /);
  });
});
