import { TerminalPanel } from './panel.ts';

/** A script of its own, loaded when somebody opens the terminal of an exercise. */
(globalThis as { timonelTerminal?: typeof TerminalPanel }).timonelTerminal = TerminalPanel;
