import { type Finding, finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import type { Trace } from '../../core/trace.ts';
import type { BuildRefusal } from '../../lab/image/index.ts';
import type { Complaint } from '../../lab/machine/index.ts';
import { build } from './findings.ts';

/** Why the build stops, in the words of the check. */
export function buildFinding(refusal: BuildRefusal, at: Span, because: Trace): Finding {
  switch (refusal.kind) {
    case 'invalid-reference': {
      const message = refusal.problem === 'uppercase' ? 'uppercase' : 'reference';
      return finding(build, message, at, { reference: refusal.reference }, because);
    }
    case 'unknown-repository':
    case 'unknown-tag': {
      const { reference, suggestion } = refusal;
      return suggestion === undefined
        ? finding(build, 'repository', at, { reference }, because)
        : finding(build, 'suggestion', at, { reference, suggestion }, because);
    }
    case 'missing-source': {
      const { source, suggestion, ignored } = refusal;
      if (ignored) return finding(build, 'sourceIgnored', at, { source }, because);
      return suggestion === undefined
        ? finding(build, 'source', at, { source }, because)
        : finding(build, 'sourceNear', at, { source, suggestion }, because);
    }
    case 'missing-in-stage':
      return finding(build, 'sourceInStage', at, { source: refusal.source, stage: refusal.stage }, because);
    case 'unknown-user':
      return finding(build, 'user', at, { user: refusal.user }, because);
    case 'run-failed':
      return runFinding(refusal.exit, refusal.complaint, at, because);
    case 'run-endless':
      return finding(build, 'endless', at, {}, because);
    case 'bad-port':
      return finding(build, 'port', at, { port: refusal.port }, because);
    case 'bad-mode':
      return finding(build, 'mode', at, { mode: refusal.mode }, because);
    case 'bad-platform':
      return finding(build, 'platform', at, { platform: refusal.platform }, because);
    case 'bad-signal':
      return finding(build, 'signal', at, { signal: refusal.signal }, because);
    case 'unset-variable':
      return finding(build, 'variable', at, { name: refusal.name }, because);
    case 'empty':
      return finding(build, 'empty', at, { keyword: refusal.keyword }, because);
    case 'circular':
      return finding(build, 'circular', at, { stage: refusal.stage }, because);
    case 'warned':
      return finding(build, 'warned', at, { checks: refusal.checks.map((name) => `\`${name}\``) }, because);
  }
}

function runFinding(exit: number, complaint: Complaint | undefined, at: Span, because: Trace): Finding {
  switch (complaint?.kind) {
    case 'no-package':
      return finding(build, 'package', at, { program: complaint.program, name: complaint.name }, because);
    case 'no-answer':
      return finding(build, 'answer', at, { program: complaint.program }, because);
    case 'syntax':
      return finding(build, 'syntax', at, {}, because);
    case 'not-found':
    case 'not-executable':
      return finding(build, 'programMissing', at, { program: complaint.program }, because);
    case 'no-file':
      return finding(
        build,
        complaint.because === 'absent' ? 'fileAbsent' : 'fileMissing',
        at,
        { program: complaint.program, file: complaint.file },
        because,
      );
    case 'python': {
      const { error, line, file } = complaint;
      return finding(build, 'python', at, { error, line, file }, because);
    }
    case 'no-module':
      return finding(build, 'fileMissing', at, { program: 'python', file: complaint.module }, because);
    case 'node':
      return finding(build, 'node', at, { error: complaint.error, file: complaint.file }, because);
    case 'into-itself':
      return finding(build, 'intoItself', at, { program: complaint.program, file: complaint.file }, because);
    case 'cannot-write':
      return finding(build, 'write', at, { program: complaint.program, path: complaint.path }, because);
    case 'taken':
      return finding(build, 'taken', at, { program: complaint.program, what: complaint.what }, because);
    default:
      return finding(build, 'exit', at, { exit }, because);
  }
}
