import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginningOf,
  entriesOf,
  freshShell,
  goOn,
  home,
  openDesk,
  programsOf,
  type Ran,
  runScript,
  saidByManifests,
  tools,
} from '../../lab/terminal/index.ts';
import { few, runs } from '../../vitest/quick.ts';
import { Runs } from './runs.ts';
import { Watch } from './watch.ts';

const programs = programsOf(tools);
const options = { lang: 'es' } as const;

/** Runs over a desk with the files and nothing else, and where each of them began. */
function opened() {
  const begun: number[] = [];
  const runs = new Runs<Ran>({
    begin: (files) => beginningOf({ desk: openDesk(files), shell: freshShell }),
    entries: entriesOf,
    run: (from, text, passing, before) => {
      begun.push(from.done);
      return goOn(from, before?.steps ?? [], text, programs, { ...options, passing });
    },
  });
  const of = (script: string, texts: Readonly<Record<string, string>>) =>
    runs.of(script, filesOf(script, texts), printed);
  return { begun, of, runs };
}

const filesOf = (script: string, texts: Readonly<Record<string, string>>) =>
  Object.entries({ ...texts, 'comandos.sh': script }).map(([path, text]) => ({
    path,
    text,
    said: saidByManifests(path, text),
  }));

/** All that a run shows and leaves. */
function printed({ steps, session, end }: Ran) {
  const { files, docker, facts, clock, clusters } = session.desk;
  const texts = [...files.entries].map(([path, { kind, content }]) => [path, kind, content]);
  const objects = clusters.map(({ live }) => [...live.objects.values()].map(({ resource }) => resource.data));
  return {
    steps,
    end,
    texts,
    objects,
    images: docker.images.map(({ id }) => id),
    facts,
    clock,
    shell: session.shell.exit,
  };
}

/** What somebody looks at who does not want to know about files. */
const output = ({ steps }: Ran) => steps.map((step) => step.output).join('');

const anew = (script: string, texts: Readonly<Record<string, string>>) =>
  printed(runScript({ desk: openDesk(filesOf(script, texts)), shell: freshShell }, script, programs, options));

const map = (name: string, value: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  k: "${value}"\n`;

/** A VirtualService that names a gateway and a host which do not exist: the analyzers tell where. */
const gateway = (name: string) =>
  [
    'apiVersion: networking.istio.io/v1',
    'kind: VirtualService',
    `metadata: { name: ${name}, namespace: default }`,
    'spec:',
    '  hosts: [x.example.com]',
    '  gateways: [ninguno]',
    '  http: [{ route: [{ destination: { host: nadie } }] }]',
    '',
  ].join('\n');

describe('runs of a script', () => {
  it('are taken again as long as nothing changes that they looked at', () => {
    const { begun, runs } = opened();
    const script = 'echo uno\ncat a.txt\n';
    const of = (a: string, b: string) => runs.of(script, filesOf(script, { 'a.txt': a, 'b.txt': b }), output);
    expect(of('1\n', 'x')).toBe('uno\n1\n');
    expect(of('1\n', 'y')).toBe('uno\n1\n');
    expect(begun).toEqual([0]);
    expect(of('2\n', 'y')).toBe('uno\n2\n');
    expect(begun).toEqual([0, 1]);
    expect(of('1\n', 'z')).toBe('uno\n1\n');
    expect(begun).toEqual([0, 1]);
  });

  it('go on from the last statement until which the script is the same', () => {
    const { begun, of } = opened();
    const texts = { 'a.txt': '1\n' };
    for (const script of [
      'echo 1\necho 2\necho 3\n',
      'echo 1\necho 2\necho 4\n',
      'echo 1\necho 22\necho 4\n',
      'echo 1',
    ]) {
      expect(of(script, texts)).toEqual(anew(script, texts));
    }
    expect(begun).toEqual([0, 2, 1, 1]);
  });

  it('know a file under another name, in an image and in a container', () => {
    const { of } = opened();
    const moved = 'mv a.txt c.txt\necho 1\ncat c.txt\n';
    const built =
      "printf 'FROM nginx:1.29\\nCOPY a.txt /a\\n' > Dockerfile\ndocker build -t uno .\necho 1\ndocker run --rm uno cat /a\n";
    const mounted = 'docker run -d --name uno -v ./:/d nginx:1.29\necho 1\ndocker exec uno cat /d/a.txt\n';
    for (const script of [moved, built, mounted]) {
      for (const text of ['1\n', '2\n']) {
        const texts = { 'a.txt': text, 'b.txt': '' };
        expect(of(script, texts)).toEqual(anew(script, texts));
      }
    }
  });

  it('are taken again where only places change in a file that is read as manifests', () => {
    const { begun, runs } = opened();
    const script = 'kind create cluster\nkubectl apply -f a.yaml\nkubectl get configmap a -o jsonpath={.data}\n';
    for (const text of [map('a', '1'), `# x\n\n${map('a', '1')}`, map('a', '1').replaceAll(' ', '  '), map('a', '2')]) {
      const files = filesOf(script, { 'a.yaml': text });
      expect(runs.of(script, files, output)).toEqual(
        anew(script, { 'a.yaml': text })
          .steps.map((step) => step.output)
          .join(''),
      );
    }
    expect(begun).toEqual([0, 1]);
  });

  it('know where an object is for whoever tells', () => {
    const { of } = opened();
    const begin = 'kind create cluster\nistioctl install -y\nkubectl apply -f a.yaml\n';
    const ends = [
      'istioctl analyze',
      'istioctl analyze a.yaml',
      'mv b.yaml a.yaml\nistioctl analyze a.yaml',
      'cat a.yaml',
    ];
    const [one, other] = [gateway('uno'), gateway('dos')];
    const texts = [one, `# x\n${one}`, `\n\n# y\n${one}`, `a: [\n${one}`, `# z\na: [\n${one}`, `# x\na: [\n`];
    for (const text of few(texts, 2)) {
      for (const end of few(ends, 2)) {
        const [script, files] = [begin + end, { 'a.yaml': text, 'b.yaml': other }];
        expect([end, text, of(script, files)]).toEqual([end, text, anew(script, files)]);
      }
    }
  });

  it('are not those of a learner whose file somebody looked at afterwards', () => {
    const { runs } = opened();
    const look = ({ session }: Ran) => session.desk.files.entries.get(`${home}/a.txt`)?.content;
    for (const text of ['1', '2', '1', '3'])
      expect(runs.of('echo', filesOf('echo', { 'a.txt': text }), look)).toBe(text);
  });

  it('are what they would be from the beginning, whatever came before', () => {
    const statement = fc.constantFrom(
      'cat a.txt',
      'cat b.txt',
      'ls -l',
      'cp a.txt c.txt',
      'mv b.txt c.txt',
      'cat c.txt >> a.txt',
      'grep -q 1 a.txt && echo sí',
      'f() { cat a.txt; }',
      'f',
      'set -e',
      'false',
      'x=$(cat b.txt)',
      'echo $x $RANDOM $SECONDS',
      'sleep 2',
      'cat <<F\n$x\nF',
      'for i in 1 2; do echo $i; done > b.txt',
      'bash comandos.sh',
      'exit 3',
      '# nada',
      'docker build -t uno .',
    );
    const text = fc.constantFrom('1\n', '2\n', 'FROM nginx\nCOPY a.txt /\n');
    const turn = fc.record({
      script: fc.array(statement, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n')),
      texts: fc.record({ 'a.txt': text, 'b.txt': text, Dockerfile: text }),
    });
    fc.assert(
      fc.property(fc.array(turn, { minLength: 2, maxLength: 5 }), (turns) => {
        const { of } = opened();
        // Beginnings of one script with the end of another are what somebody who types makes.
        const all = turns.flatMap((one, index) => {
          const other = turns[(index + 1) % turns.length] ?? one;
          const half = one.script.split('\n').slice(0, 3);
          return [one, { ...one, texts: other.texts }, { ...one, script: [...half, other.script].join('\n') }];
        });
        for (const { script, texts } of all) expect(of(script, texts)).toEqual(anew(script, texts));
      }),
      { numRuns: runs(12) },
    );
  });
});

describe('runs over manifests', () => {
  const statements = [
    'kubectl apply -f a.yaml',
    'kubectl apply -f .',
    'kubectl delete -f b.yaml',
    'kubectl get configmaps -o yaml',
    'kubectl diff -f a.yaml',
    'cat b.yaml',
    'cp a.yaml b.yaml',
    'grep -c x a.yaml b.yaml',
    'istioctl analyze --use-kube=false a.yaml b.yaml',
    'kubectl create -f b.yaml --dry-run=client -o yaml',
    'kubectl create configmap c --from-file=a.yaml',
    "sed -i 's/x/y/' a.yaml",
    'sleep 5',
  ];
  /** Texts that say the same in other places, and others. */
  const text = fc
    .record({
      before: fc.constantFrom('', '# x\n', '\n\n', '# x\n---\n'),
      value: fc.constantFrom('1', '01', '1 # x', '"1"', '|\n    # x', '[', '"x"'),
      name: fc.constantFrom('a', 'b'),
      after: fc.constantFrom('', '# x\n', '---\n', `---\n${map('c', 'x')}`, 'x: y\n'),
    })
    .map(({ before, value, name, after }) => `${before}${map(name, '').replace('""', value)}${after}`);

  it('are what they would be from the beginning, whatever came before', () => {
    const turn = fc.record({
      script: fc.array(fc.constantFrom(...statements), { minLength: 1, maxLength: 5 }),
      texts: fc.record({ 'a.yaml': text, 'b.yaml': text }),
    });
    fc.assert(
      fc.property(fc.array(turn, { minLength: 2, maxLength: 3 }), (turns) => {
        const { of } = opened();
        const all = turns.flatMap((one, index) => {
          const other = turns[(index + 1) % turns.length] ?? one;
          return [
            one,
            { ...one, texts: other.texts },
            { ...one, script: [...one.script.slice(0, 2), ...other.script] },
          ];
        });
        for (const { script, texts } of all) {
          const whole = ['kind create cluster', ...script].join('\n');
          expect(of(whole, texts)).toEqual(anew(whole, texts));
        }
      }),
      { numRuns: runs(8) },
    );
  });
});

describe('a watched file', () => {
  const files = (text: string, body: string) => [{ path: 'a.yaml', text, body }];

  it('is the same to who looks at its manifests, whatever comments it ends with', () => {
    const watch = new Watch(files('a: 1\n# x\n', 'a: 1\n'));
    expect(watch.holds(files('b: 1\n', 'b: 1\n'))).toBe(true);
    expect(watch.files[0]?.body).toBe('a: 1\n');
    expect(watch.holds(files('a: 1\n# y\n', 'a: 1\n'))).toBe(true);
    expect(watch.holds(files('b: 1\n', 'b: 1\n'))).toBe(false);
    expect(new Watch(files('a: 1\n# y\n', 'a: 1\n'), watch.read).read).toEqual(watch.read);
  });

  it('is another one to who looks at its text', () => {
    const watch = new Watch(files('a: 1\n# x\n', 'a: 1\n'));
    expect(watch.files[0]?.text).toBe('a: 1\n# x\n');
    expect(watch.holds(files('a: 1\n# y\n', 'a: 1\n'))).toBe(false);
  });
});
