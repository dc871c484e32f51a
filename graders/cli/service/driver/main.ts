import { readFileSync } from 'node:fs';
import { defaultPort } from '../../../checks/service/contract.ts';
import type { SceneRun, ServiceTranscript, Start, Stop } from '../../../checks/service/transcript.ts';
import { Client } from './http.ts';
import { accepts } from './listeners.ts';
import { play } from './play.ts';
import { freePort, ServiceProcess } from './process.ts';
import type { DriverRequest } from './request.ts';

/**
 * Starts a service, plays the contract against it and prints the transcript as JSON. A program of its own, because
 * grading is synchronous and sockets are not. Its only argument is a file with a `DriverRequest`.
 */
class Driver {
  private readonly began = Date.now();
  private readonly running = new Set<ServiceProcess>();

  constructor(private readonly request: DriverRequest) {
    // Whoever stops the driver stops the service: it is in a process group of its own.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        this.killAll();
        process.exit(1);
      });
    }
    process.on('exit', () => this.killAll());
  }

  async run(): Promise<ServiceTranscript> {
    const withoutPort = await this.startWithoutPort();
    const service = await this.startService();
    const start = startOf(service);
    if (start.state !== 'listening') {
      this.dismiss(service);
      return { start, ...withoutPort, scenes: [] };
    }
    const { scenes, last } = await this.playAll(service);
    const stop = await this.stop(last ?? (await this.startService()));
    return { start, ...withoutPort, scenes, ...(stop && { stop }) };
  }

  /** Where it would listen in a container that sets no variable: not to be known where somebody is there already. */
  private async startWithoutPort(): Promise<Pick<ServiceTranscript, 'withoutPort'>> {
    if (!this.request.cage && (await accepts(defaultPort, '127.0.0.1'))) return { withoutPort: 'taken' };
    const service = this.launch(undefined);
    await service.listening(this.left(this.request.limits.start));
    this.dismiss(service);
    await service.over(1_000);
    return service.asked ? { withoutPort: service.asked } : {};
  }

  private async startService(): Promise<ServiceProcess> {
    const service = this.launch(await freePort());
    if (!(await service.listening(this.left(this.request.limits.start))) && !service.end) {
      service.kill();
      await service.over(1_000);
    }
    return service;
  }

  /** The scenes in order. A service that ends or hangs is started again for the next one. */
  private async playAll(first: ServiceProcess) {
    const { contract, limits } = this.request;
    const scenes: SceneRun[] = [];
    let service: ServiceProcess | undefined = first;
    for (const scene of contract) {
      service ??= await this.startService();
      if (!service.asked || service.end || this.left(limits.total) <= 1) break;
      const client = new Client(service.port, limits.connections);
      const run = await play(scene, client, () => this.left(limits.answer));
      client.close();
      const hangs = run.exchanges.some(({ failure }) => failure === 'timeout');
      // The end of a process is told a moment after its connections are closed.
      if (run.exchanges.some(({ failure }) => failure === 'closed' || failure === 'refused')) await service.over(500);
      if (hangs) {
        service.kill('time');
        await service.over(1_000);
      }
      scenes.push(service.end ? { ...run, end: service.end } : run);
      if (service.end) {
        this.dismiss(service);
        service = undefined;
      }
    }
    return { scenes, last: service };
  }

  private async stop(service: ServiceProcess): Promise<Stop | undefined> {
    if (!service.asked || service.end) {
      this.dismiss(service);
      return undefined;
    }
    service.terminate();
    const ended = await service.over(this.left(this.request.limits.stop));
    // Who listens to the signal ends in his own way; who does not is ended by it.
    const handled = signalOf(service) === null;
    this.dismiss(service);
    return { ended, handled };
  }

  private launch(port: number | undefined): ServiceProcess {
    const service = new ServiceProcess(this.request, port);
    this.running.add(service);
    return service;
  }

  private killAll(): void {
    for (const service of this.running) service.kill();
  }

  private dismiss(service: ServiceProcess): void {
    service.kill();
    this.running.delete(service);
  }

  /** @returns `most` milliseconds, or what is left of the total */
  private left(most: number): number {
    return Math.max(1, Math.min(most, this.began + this.request.limits.total - Date.now()));
  }
}

function startOf({ asked, end }: ServiceProcess): Start {
  if (asked && !end) return { state: 'listening', asked };
  return end && end.how !== 'time' ? { state: 'ended', end } : { state: 'silent' };
}

/** Undefined for one that still runs. */
const signalOf = ({ end }: ServiceProcess) => end?.signal;

const [file = ''] = process.argv.slice(2);
const transcript = await new Driver(JSON.parse(readFileSync(file, 'utf8')) as DriverRequest).run();
process.stdout.write(JSON.stringify(transcript));
process.exit(0);
