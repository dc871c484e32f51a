import {
  completionsAt,
  enter,
  type Lab,
  nextStatement,
  openExerciseLab,
  openLab,
  promptOf,
  refreshed,
} from '../../../graders/lab.ts';
import { replayed, savedSession } from '../../../graders/lab-session.ts';
import type { Answers, Ask, Asked, Engine, Entry } from './protocol.ts';

/** Keeps the session that a page works at. */
class LabEngine implements Engine {
  private lab: Lab = openLab([]);

  ask(asked: Asked): Answers[Ask['does']] {
    switch (asked.does) {
      case 'open':
        return this.open(asked);
      case 'enter':
        return this.enter(asked);
      case 'complete':
        return completionsAt(this.lab, asked.line);
      case 'next':
        return nextStatement(asked.script, asked.after) ?? null;
    }
  }

  private open({ world, files, commands, lang }: Extract<Asked, { does: 'open' }>): Answers['open'] {
    const begin = world ? openExerciseLab(world, files) : openLab(files);
    this.lab = replayed(begin, commands, lang);
    const { past, typed } = this.lab;
    const entries = typed.map((one, index): Entry => {
      const { line, output, exit, notes } = one;
      return { prompt: promptOf({ session: past[index]?.session ?? this.lab.session }), line, output, exit, notes };
    });
    return { prompt: promptOf(this.lab), entries };
  }

  private enter({ line, files, lang }: Extract<Asked, { does: 'enter' }>): Answers['enter'] {
    const prompt = promptOf(this.lab);
    const { lab, typed, how } = enter(refreshed(this.lab, files), line, lang);
    if (how !== 'more') this.lab = lab;
    const { output, exit, notes } = typed;
    return {
      how,
      entry: { prompt, line, output, exit, notes },
      prompt: promptOf(this.lab),
      commands: savedSession(this.lab, [], undefined).commands,
    };
  }
}

/** The lab behind a terminal. */
export const engine: Engine = new LabEngine();
