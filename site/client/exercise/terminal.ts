import type { Exercise, Source } from '../../../graders/index.ts';
import type { PageData } from '../../shared/page-data.ts';
import { words } from '../../shared/words.ts';
import { byId, element } from '../element.ts';
import { say } from '../lang.ts';
import { partTable } from '../parts/parts.ts';
import { Scripts } from '../scripts.ts';
import type { TerminalPanel } from '../terminal/panel.ts';
import { offer } from './notices.ts';

declare global {
  interface Window {
    timonelTerminal?: typeof TerminalPanel;
  }
}

interface Around {
  readonly data: PageData;
  /** The exercise with what its learner made in earlier ones. */
  exercise(spec: Exercise['spec']): Exercise;
  answers(): readonly Source[];
}

/** The terminal of an exercise that asks for commands: nothing of it is loaded before somebody opens it. */
export function offerTerminal({ data, exercise, answers }: Around): void {
  const { terminal, spec, id } = data;
  if (!terminal) return;
  const { panel: code, engine, style, script, page } = terminal;
  const scripts = new Scripts([code, engine, spec, ...partTable().files], 'timonel-terminal');
  const open = byId<HTMLButtonElement>('abrir-terminal');
  open.addEventListener('click', async () => {
    open.disabled = true;
    try {
      await scripts.load(code, ...(window.timonelSpec ? [] : [spec]));
      document.head.append(element('link', { rel: 'stylesheet', href: style }));
      const { timonelTerminal: Panel, timonelSpec } = window;
      if (!Panel || !timonelSpec) throw new Error('empty terminal');
      const host = byId('terminal');
      host.hidden = false;
      const panel = new Panel({
        host,
        scripts,
        engine,
        page,
        key: id,
        world: exercise(timonelSpec),
        files: answers,
        script: { name: script, text: () => answers().find(({ path }) => path === script)?.text ?? '' },
      });
      await panel.open();
      open.hidden = true;
      panel.focus();
    } catch (problem) {
      console.error(problem);
      open.disabled = false;
      offer(say(words.terminalMissing), []);
    }
  });
}
