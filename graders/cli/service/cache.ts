import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceTranscript } from '../../checks/service/transcript.ts';

/** A run that was cut by a clock may have been a slow moment of the machine: it is only believed for a while. */
const doubtful = 60_000;

/** Transcripts on disk, by the content of what was run. They can always be had again. */
export class Kept {
  constructor(private readonly folder: string) {}

  get(key: string): ServiceTranscript | undefined {
    const file = this.file(key);
    try {
      const age = Date.now() - statSync(file).mtimeMs;
      const transcript = JSON.parse(readFileSync(file, 'utf8')) as ServiceTranscript;
      return age > doubtful && ranIntoTime(transcript) ? undefined : transcript;
    } catch {
      return undefined;
    }
  }

  keep(key: string, transcript: ServiceTranscript): void {
    const draft = `${this.file(key)}.${process.pid}`;
    try {
      mkdirSync(this.folder, { recursive: true });
      writeFileSync(draft, JSON.stringify(transcript));
      renameSync(draft, this.file(key));
    } catch {
      rmSync(draft, { force: true });
    }
  }

  private file(key: string): string {
    return join(this.folder, `${key}.json`);
  }
}

function ranIntoTime({ start, scenes, stop }: ServiceTranscript): boolean {
  return (
    start.state === 'silent' ||
    stop?.ended === false ||
    scenes.some(({ exchanges, end }) => end?.how === 'time' || exchanges.some(({ failure }) => failure === 'timeout'))
  );
}
