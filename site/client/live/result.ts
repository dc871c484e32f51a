import { fill } from '../../../graders/core/messages.ts';
import type { Answered, Branch, Finding, Hop, Lang, OverTime, Source, Text } from '../../../graders/index.ts';
import type { RequestOutcome } from '../../../graders/lab/request/index.ts';
import { findingHref } from '../../shared/href.ts';
import type { LabStep } from '../../shared/lab-data.ts';
import { labWords } from '../../shared/lab-words.ts';
import { whatIfWords } from '../../shared/time-words.ts';
import { severityWords } from '../../shared/words.ts';
import { element, table, withCode } from '../element.ts';
import type { Lab } from '../lab-grader.ts';
import { sayAll } from '../parts/say-all.ts';
import type { Branched, PictureContext } from '../picture/context.ts';
import type { TimeScript } from '../picture/time/entry.ts';
import type { TimePicture } from '../picture/time/kind.ts';
import { byPart, sharesView } from '../shares.ts';

type Span = Finding['at'];

/** A place of a file that decided something. */
export interface Mark extends Span {
  readonly severity: Finding['severity'];
  readonly message: string;
}

/** What an action gave, for the eye, for the ear, and for the editor. */
export interface Shown {
  readonly view: HTMLElement;
  readonly summary: string;
  readonly marks: readonly Mark[];
}

export interface ResultContext {
  readonly lab: Lab;
  /** There where an action draws over time. */
  readonly time: TimeScript | undefined;
  readonly lang: Lang;
  /** Asks the lab something later on. */
  readonly ask: <T>(question: (lab: Lab) => T) => Promise<{ readonly answer: T; readonly lab: Lab }>;
  /** The files as they stand later on. */
  readonly edited: () => readonly Source[];
  /** Whether the editor holds a file. */
  readonly isHere: (path: string) => boolean;
  readonly goTo: (span: Span) => void;
}

/** Runs an action over the files and puts what came out into words. */
export function resultOf(step: LabStep, sources: readonly Source[], context: ResultContext): Shown {
  return new Result(sources, context).of(step);
}

/** What is shown where that fails. */
export function broken(problem: unknown, lang: Lang): Shown {
  const sentence = fill(labWords.broke, { problem: String(problem) }, lang);
  return { view: element('p', { class: 'lab-verdict lab-verdict--bad' }, sentence), summary: sentence, marks: [] };
}

class Result {
  private readonly manifests: readonly Source[];

  constructor(
    private readonly sources: readonly Source[],
    private readonly context: ResultContext,
  ) {
    this.manifests = manifestsOf(sources);
  }

  of(step: LabStep): Shown {
    switch (step.kind) {
      case 'request':
        return this.request(step);
      case 'cluster':
        return this.cluster();
      case 'check':
        return this.check();
      case 'image':
        return this.image(step.file);
      case 'update':
        return this.update(step);
      case 'load':
        return this.load(step);
      case 'migration':
        return this.migration(step);
      default:
        throw new Error('no commands here');
    }
  }

  private request({ url, from, method, headers }: Extract<LabStep, { kind: 'request' }>): Shown {
    const asked = { url, from, ...(method !== undefined && { method }), ...(headers && { headers }) };
    const { problems, ...rest } = this.context.lab.askRequest(this.manifests, asked);
    if (!('answer' in rest)) return this.unreadable(problems);
    if (!rest.answer) return this.nothing();
    const { hops, outcome } = rest.answer.trace;
    const good = outcome.refusal === undefined && (outcome.status ?? 200) < 400;
    const parts = byPart(outcome.destinations);
    const verdict = this.verdictOf(outcome, [...parts.keys()]);
    const view = element(
      'div',
      {},
      element('p', { class: `lab-verdict lab-verdict--${good ? 'good' : 'bad'}` }, withCode(verdict)),
      outcome.assumed === true && element('p', { class: 'muted' }, this.say(labWords.assumed)),
      parts.size > 1 && sharesView(parts),
      element('h4', {}, this.say(labWords.path)),
      this.hopList(hops),
    );
    const last = hops.findLast(({ at }) => at && this.context.isHere(at.path));
    return { view, summary: verdict.replaceAll('`', ''), marks: this.marksOf(hops, good ? undefined : last) };
  }

  private verdictOf({ status, refusal, tls }: RequestOutcome, parts: readonly string[]): string {
    const answer = status === undefined ? '' : ` \`${status}\``;
    if (refusal !== undefined) return `${this.say(labWords.refused)}${answer}`;
    const [only] = parts;
    if (only === undefined) return `${this.say(labWords.arrives)}${answer}.`;
    const whom = parts.length > 1 ? this.say(labWords.shared) : `${this.say(labWords.answers)} \`${only}\``;
    return `${this.say(labWords.arrives)}${answer}. ${whom} · ${this.say(labWords[tls])}`;
  }

  private cluster(): Shown {
    const { problems, ...rest } = this.context.lab.askCluster(this.manifests);
    if (!('answer' in rest)) return this.unreadable(problems);
    if (!rest.answer) return this.nothing();
    const { workloads, services, refused } = rest.answer;
    const hops = [
      ...workloads.flatMap(({ pods }) => pods.flatMap(({ why }) => why)),
      ...services.flatMap(({ why }) => why),
    ];
    const ready = workloads.filter((one) => one.ready >= one.wanted).length;
    const bad = ready < workloads.length || refused.length > 0 || services.some(({ why }) => why.length > 0);
    const summary = fill(labWords.readyOf, { ready, all: workloads.length }, this.context.lang);
    const view = element(
      'div',
      {},
      element('p', { class: `lab-verdict lab-verdict--${bad ? 'bad' : 'good'}` }, summary),
      this.table(
        [labWords.workload, labWords.ready, labWords.pods],
        workloads.map(({ kind, name, namespace, wanted, ready: up, pods }) => [
          `${kind} \`${namespace === 'default' ? name : `${namespace}/${name}`}\``,
          `${up}/${wanted}`,
          [...new Set(pods.map(({ status, why }) => [status, ...why.map((hop) => this.hop(hop))].join('. ')))].join(
            '\n',
          ),
        ]),
      ),
      services.length > 0 &&
        this.table(
          [labWords.service, labWords.endpoints, labWords.whyNot],
          services.map(({ name, namespace, endpoints, why }) => [
            `\`${namespace === 'default' ? name : `${namespace}/${name}`}\``,
            endpoints
              .map(({ pod, port, ready: up }) => `${pod}:${port}${up ? '' : ` (${this.say(labWords.notReady)})`}`)
              .join(', ') || '—',
            why.map((hop) => this.hop(hop)).join(' '),
          ]),
        ),
      refused.length > 0 &&
        element(
          'ul',
          { class: 'findings' },
          ...refused.map((one) =>
            element(
              'li',
              { class: 'finding finding--error' },
              element('strong', {}, `${one.kind}/${one.name}: ${this.say(labWords.notAdmitted)} `),
              withCode(this.context.lab.sayRefusal(one, this.context.lang)),
              ' ',
              this.lineLink(one.at),
            ),
          ),
        ),
    );
    const marks = [
      ...this.marksOf(hops, undefined, 'warning'),
      ...refused.map((one) => this.mark(one.at, 'error', this.context.lab.sayRefusal(one, this.context.lang))),
    ];
    return { view, summary, marks };
  }

  private update(step: Extract<LabStep, { kind: 'update' }>): Shown {
    const { lab, time, lang } = this.context;
    const { problems, ...rest } = sayAll(lab, lab.askUpdate(this.manifests, step));
    if (!('answer' in rest)) return this.unreadable(problems);
    if (!rest.answer) return this.nothing();
    const { picture, refused } = rest.answer;
    if (!picture) return this.absent(fill(labWords.noWorkload, { name: step.workload }, lang), refused);
    const { end, moments } = picture;
    const most = Math.max(...moments.map(({ oldPods, newPods }) => oldPods + newPods));
    const least = Math.min(...moments.map(({ oldReady, newReady }) => oldReady + newReady));
    const good = end === 'complete';
    const said = fill(labWords[good ? 'updateEnds' : 'updateStops'], { most, least }, lang);
    const context = this.timeContext('rollout', (it, branch) => it.askUpdate(this.manifests, step, branch));
    return this.overTime(good, said, time?.timeView(time.kinds.rollout, picture, '', context));
  }

  private load(step: Extract<LabStep, { kind: 'load' }>): Shown {
    const { lab, time, lang } = this.context;
    const { problems, ...rest } = sayAll(lab, lab.askScaling(this.manifests, step));
    if (!('answer' in rest)) return this.unreadable(problems);
    if (!rest.answer) return this.nothing();
    const { picture, refused } = rest.answer;
    if (!picture) return this.absent(this.say(labWords.noAutoscaler), refused);
    const replicas = picture.moments.map((moment) => moment.replicas);
    const facts = { most: Math.max(...replicas), end: replicas.at(-1) ?? 0 };
    const said = fill(labWords[picture.blind ? 'scalesNot' : 'scales'], facts, lang);
    const context = this.timeContext('autoscaling', (it, branch) => it.askScaling(this.manifests, step, branch));
    return this.overTime(!picture.blind, said, time?.timeView(time.kinds.autoscaling, picture, '', context));
  }

  private migration(step: Extract<LabStep, { kind: 'migration' }>): Shown {
    const { lab, time, lang } = this.context;
    const { problems, ...rest } = sayAll(lab, lab.askMigration(this.manifests, step));
    if (!('answer' in rest)) return this.unreadable(problems);
    const picture = rest.answer?.picture;
    if (!picture) return this.nothing();
    const losing = picture.steps.filter(({ instants }) => instants.some((lost) => lost.length > 0));
    const steps = losing.map(({ number }) => String(number)).join(', ');
    const refused = picture.steps.find((one) => one.refused);
    const said = refused
      ? fill(labWords.stepRefused, { number: refused.number }, lang)
      : losing.length > 0
        ? fill(labWords.migrationLoses, { n: losing.length, steps }, lang)
        : this.say(labWords.migrationHolds);
    const context = this.timeContext('migration', (it, branch) => it.askMigration(this.manifests, step, branch));
    return this.overTime(
      losing.length === 0 && !refused,
      said,
      time?.timeView(time.kinds.migration, picture, '', context),
    );
  }

  /** What goes on over time: its sum in a sentence, and the drawing that is walked through. */
  private overTime(good: boolean, summary: string, drawing: HTMLElement | undefined): Shown {
    const verdict = element('p', { class: `lab-verdict lab-verdict--${good ? 'good' : 'bad'}` }, summary);
    return { view: element('div', {}, verdict, drawing), summary, marks: [] };
  }

  private absent(sentence: string, refused: readonly Hop[]): Shown {
    const verdict = element('p', { class: 'lab-verdict lab-verdict--bad' }, withCode(sentence));
    const view = element('div', {}, verdict, refused.length > 0 && this.hopList(refused));
    return { view, summary: sentence.replaceAll('`', ''), marks: this.marksOf(refused, undefined, 'error') };
  }

  /**
   * A drawing tells of the world as everything here does; it lights no line by itself.
   * @param ask the same question with another line
   */
  private timeContext<Kind extends Branch['kind']>(
    kind: Kind,
    ask: (lab: Lab, branch: Extract<Branch, { kind: Kind }>) => Answered<OverTime<TimePicture> | undefined>,
  ): PictureContext {
    const { lab, edited } = this.context;
    return {
      grader: lab,
      lineLink: (at) => this.lineLink(at),
      light: () => {},
      edited: () => manifestsOf(edited()),
      branch: async (branch) => {
        const asked = await this.context.ask((it) =>
          branch.kind === kind ? sayAll(it, ask(it, branch as Extract<Branch, { kind: Kind }>)) : undefined,
        );
        return this.branched(asked.answer, asked.lab);
      },
    };
  }

  private branched(answered: Answered<OverTime<TimePicture> | undefined> | undefined, lab: Lab): Branched {
    const { lang } = this.context;
    if (!answered) return { grader: lab };
    const { problems, ...rest } = answered;
    if (!('answer' in rest)) {
      const said = problems.slice(0, 1).map((one) => withCode(` ${lab.sayFinding(one, lang)}`));
      return { said: [document.createTextNode(this.say(whatIfWords.unreadable)), ...said], grader: lab };
    }
    const { picture, refused = [] } = rest.answer ?? {};
    if (picture) return { picture, grader: lab };
    if (refused.length === 0) return { said: [document.createTextNode(this.say(whatIfWords.unknown))], grader: lab };
    const reasons = distinct(refused).map((hop) => withCode(` ${lab.sayHop(hop, lang)}`));
    return { said: [document.createTextNode(this.say(whatIfWords.refused)), ...reasons], grader: lab };
  }

  private check(): Shown {
    const findings = this.context.lab.check(this.sources).flatMap((one) => one.findings);
    const summary =
      findings.length === 0
        ? this.say(labWords.noFindings)
        : fill(labWords.findings, { count: findings.length }, this.context.lang);
    const bad = findings.some(({ severity }) => severity === 'error');
    const view = element(
      'div',
      {},
      element(
        'p',
        { class: `lab-verdict lab-verdict--${bad ? 'bad' : findings.length > 0 ? 'warn' : 'good'}` },
        summary,
      ),
      this.findingList(findings),
    );
    return { view, summary, marks: findings.map((one) => this.markOf(one)) };
  }

  private image(file: string): Shown {
    const dockerfile = this.sources.find(({ path }) => path === file);
    if (!dockerfile) return this.nothing();
    const context = this.sources.filter((one) => one !== dockerfile).map((one) => ({ ...one, mode: 0o644 }));
    const { problems, ...rest } = this.context.lab.askImage(dockerfile, () => context);
    if (!('answer' in rest)) return this.unreadable(problems);
    const { described, refusal } = rest.answer;
    if (!described.built) {
      const summary = this.say(labWords.buildStops);
      const view = element(
        'div',
        {},
        element('p', { class: 'lab-verdict lab-verdict--bad' }, summary),
        refusal && this.findingList([refusal]),
        this.hopList(described.hops),
      );
      return { view, summary, marks: refusal ? [this.markOf(refusal)] : [] };
    }
    const { start, layers, size, base } = described;
    const fails = typeof start.exit === 'number' && start.exit !== 0;
    const words = fails ? labWords.startsAndFails : labWords.starts;
    const summary = this.say(start.starts ? words : labWords.startsNot);
    const facts: (readonly [Text, string | undefined])[] = [
      [labWords.base, base ?? 'scratch'],
      [labWords.size, `${Math.round(size.megabytes).toLocaleString(this.context.lang)} MB`],
      [labWords.process, start.argv.join(' ') || undefined],
      [labWords.user, this.userOf(start.user)],
      [labWords.listens, start.listens.map(({ port }) => String(port)).join(', ') || this.say(labWords.none)],
      [labWords.ends, this.exitOf(start.exit)],
      [labWords.prints, start.output ?? undefined],
    ];
    const view = element(
      'div',
      {},
      element('p', { class: `lab-verdict lab-verdict--${start.starts && !fails ? 'good' : 'bad'}` }, summary),
      element(
        'dl',
        { class: 'facts' },
        ...facts.flatMap(([name, fact]) =>
          fact === undefined || fact === ''
            ? []
            : [element('dt', {}, this.say(name)), element('dd', {}, element('code', {}, fact))],
        ),
      ),
      element('h4', {}, this.say(labWords.layers)),
      element(
        'ol',
        { class: 'hops' },
        ...layers.map(({ keyword, at, paths }) =>
          element(
            'li',
            {},
            element('code', {}, keyword),
            ` ${fill(labWords.paths, { count: paths }, this.context.lang)} `,
            this.lineLink(at),
          ),
        ),
      ),
      element('h4', {}, this.say(labWords.path)),
      this.hopList(described.hops),
    );
    return { view, summary, marks: this.marksOf(described.hops, undefined) };
  }

  /** What is known of how the process ends. */
  private exitOf(exit: number | 'running' | 'unknown'): string | undefined {
    if (exit === 'unknown') return undefined;
    return exit === 'running' ? this.say(labWords.stillRunning) : String(exit);
  }

  /** Name and number, where they are two. */
  private userOf({ name, uid }: { readonly name: string; readonly uid: number | null }): string {
    return uid === null || name === String(uid) ? name : `${name} (${uid})`;
  }

  private unreadable(problems: readonly Finding[]): Shown {
    const summary = this.say(labWords.unreadable);
    const view = element(
      'div',
      {},
      element('p', { class: 'lab-verdict lab-verdict--bad' }, summary),
      this.findingList(problems),
    );
    return { view, summary, marks: problems.map((one) => this.markOf(one)) };
  }

  private nothing(): Shown {
    const summary = this.say(labWords.nothing);
    return { view: element('p', { class: 'lab-verdict lab-verdict--bad' }, summary), summary, marks: [] };
  }

  private findingList(findings: readonly Finding[]): HTMLElement | false {
    if (findings.length === 0) return false;
    return element(
      'ul',
      { class: 'findings' },
      ...findings.map((one) =>
        element(
          'li',
          { class: `finding finding--${one.severity}` },
          element('span', { class: 'severity' }, this.say(severityWords[one.severity])),
          ' ',
          withCode(this.context.lab.sayFinding(one, this.context.lang)),
          ' ',
          this.lineLink(one.at),
          ' ',
          element('a', { href: `../${findingHref(one.id)}` }, this.say(labWords.whyLink)),
        ),
      ),
    );
  }

  private hopList(hops: readonly Hop[]): HTMLElement {
    return element(
      'ol',
      { class: 'hops' },
      ...distinct(hops).map((hop) =>
        element('li', { 'data-stage': hop.stage }, withCode(this.hop(hop)), ' ', hop.at && this.lineLink(hop.at)),
      ),
    );
  }

  private lineLink(at: Span): HTMLElement | false {
    const source = this.sources.find(({ path }) => path === at.path);
    if (!source) return false;
    const { line } = this.context.lab.rangeOf(source.text, at).start;
    const label = `${at.path}, ${this.say(labWords.line)} ${line}`;
    if (!this.context.isHere(at.path)) return element('span', { class: 'muted' }, label);
    const node = element('button', { type: 'button', class: 'to-line' }, label);
    node.addEventListener('click', () => this.context.goTo(at));
    return node;
  }

  private table(heads: readonly Text[], rows: readonly (readonly string[])[]): HTMLElement {
    return table(
      heads.map((head) => this.say(head)),
      rows.map((row) => element('tr', {}, ...row.map((cell) => element('td', {}, withCode(cell))))),
    );
  }

  private marksOf(hops: readonly Hop[], blamed: Hop | undefined, severity: Mark['severity'] = 'info'): readonly Mark[] {
    return hops.flatMap((hop) =>
      hop.at && this.context.isHere(hop.at.path)
        ? [this.mark(hop.at, hop === blamed ? 'error' : severity, this.hop(hop))]
        : [],
    );
  }

  private markOf(finding: Finding): Mark {
    return this.mark(finding.at, finding.severity, this.context.lab.sayFinding(finding, this.context.lang));
  }

  private mark(at: Span, severity: Mark['severity'], message: string): Mark {
    return { path: at.path, from: at.from, to: at.to, severity, message: message.replaceAll('`', '') };
  }

  private hop(hop: Hop): string {
    return this.context.lab.sayHop(hop, this.context.lang);
  }

  private say(text: Text): string {
    return text[this.context.lang];
  }
}

const manifestsOf = (sources: readonly Source[]): readonly Source[] =>
  sources.filter(({ path }) => /\.(?:ya?ml|json)$/.test(path));

/** What is decided again in the same words right away is told once. */
const distinct = (hops: readonly Hop[]): readonly Hop[] =>
  hops.filter((hop, index) => JSON.stringify(hop) !== JSON.stringify(hops[index - 1]));
