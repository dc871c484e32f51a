import type { DataFor, Messages } from './messages.ts';
import type { Span } from './span.ts';

/** Says what was found; the compiler checks the facts against the holes of the message. */
export type Say<M extends Messages> = <K extends keyof M & string>(message: K, at: Span, data: DataFor<M[K]>) => void;
