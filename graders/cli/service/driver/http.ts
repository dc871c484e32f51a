import { Agent, type ClientRequest, request } from 'node:http';
import type { Answer, Exchange } from '../../../checks/service/transcript.ts';

/** A request as it goes over the wire. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body?: Buffer;
  /** Offset at which the body is cut in two pieces; at 0 the whole body comes after the headers have been read. */
  readonly cut?: number;
}

export type Received = Pick<Exchange, 'answer' | 'failure'>;

/** An answer that is longer is cut here, and its connection closed: the whole list of a thousand tasks is a tenth of it. */
const mostBody = 1024 * 1024;

/** Sends requests to one port of the loopback interface. Connections are kept, as a browser does. */
export class Client {
  private agent: Agent;
  /** A body went over these connections, and who did not read it takes it for the beginning of what comes next. */
  hasCarried = false;

  constructor(
    private readonly port: number,
    private readonly connections: number,
  ) {
    this.agent = this.freshAgent();
  }

  close(): void {
    this.agent.destroy();
  }

  /** What is asked from now on goes over new connections. */
  reconnect(): void {
    this.close();
    this.hasCarried = false;
    this.agent = this.freshAgent();
  }

  private freshAgent(): Agent {
    return new Agent({ keepAlive: true, maxSockets: this.connections });
  }

  /** @returns an answer or why there is none; never throws */
  send(sent: Sent, milliseconds: number): Promise<Received> {
    return new Promise((resolve) => {
      const { method, path, body } = sent;
      this.hasCarried ||= body !== undefined;
      const headers = {
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json', 'content-length': body.length }),
      };
      const out = request({ host: '127.0.0.1', port: this.port, method, path, headers, agent: this.agent });
      const timer = setTimeout(() => {
        resolve({ failure: 'timeout' });
        out.destroy();
      }, milliseconds);
      const settle = (received: Received) => {
        clearTimeout(timer);
        resolve(received);
      };
      out.on('error', (error: NodeJS.ErrnoException) => settle({ failure: failureOf(error) }));
      // A change of protocol, or nothing at all, is no answer.
      out.on('close', () => settle({ failure: 'closed' }));
      out.on('response', (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          chunks.push(chunk.subarray(0, Math.max(0, mostBody - (size - chunk.length))));
          if (size <= mostBody) return;
          settle({ answer: answerOf(response.statusCode, response.headers, chunks) });
          out.destroy();
        });
        response.on('error', () => settle({ failure: 'closed' }));
        response.on('aborted', () => settle({ failure: 'closed' }));
        response.on('end', () => settle({ answer: answerOf(response.statusCode, response.headers, chunks) }));
      });
      write(out, sent);
    });
  }
}

function answerOf(
  status: number | undefined,
  headers: { readonly 'content-type'?: string | undefined },
  chunks: readonly Buffer[],
): Answer {
  return {
    status: status ?? 0,
    type: headers['content-type']?.slice(0, 200) ?? null,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

/** The second piece waits until the first has surely been read on its own. */
function write(out: ClientRequest, { body, cut }: Sent): void {
  if (!body || cut === undefined) return void out.end(body);
  out.setNoDelay(true);
  if (cut === 0) out.flushHeaders();
  else out.write(body.subarray(0, cut));
  const finish = () => setTimeout(() => out.end(body.subarray(cut)), 30);
  out.once('socket', (socket) => {
    if (socket.connecting) socket.once('connect', finish);
    else finish();
  });
}

function failureOf({ code = '' }: NodeJS.ErrnoException): NonNullable<Received['failure']> {
  if (code === 'ECONNREFUSED') return 'refused';
  return code.startsWith('HPE_') ? 'malformed' : 'closed';
}
