import type { ServerResponse } from 'node:http';

/** An event on its way to the open pages. */
export interface PageEvent {
  readonly name: string;
  readonly data: unknown;
}

const heartbeat = 20_000;

/**
 * The open pages, told by server-sent events.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export class Pages {
  private readonly open = new Set<ServerResponse>();
  private readonly beat = setInterval(() => this.write(': \n\n'), heartbeat).unref();

  /** Adds a page. Its connection stays open until the page or the session goes. */
  add(response: ServerResponse, welcome: readonly PageEvent[]): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.write('retry: 1000\n\n');
    for (const event of welcome) response.write(written(event));
    this.open.add(response);
    response.on('close', () => this.open.delete(response));
  }

  tell(event: PageEvent): void {
    this.write(written(event));
  }

  close(): void {
    clearInterval(this.beat);
    for (const response of this.open) response.end();
  }

  private write(text: string): void {
    for (const response of this.open) response.write(text);
  }
}

/** JSON has no raw line breaks, so one `data` line is enough. */
const written = ({ name, data }: PageEvent): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
