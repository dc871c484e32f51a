import { type Call, type Outcome, printed } from '../tool/tool.ts';

export const dockerVersion = '28.5.2';

export function version({ desk, flags }: Call): Outcome {
  if (flags.text('format')?.includes('Server.Version') || flags.text('format')?.includes('Client.Version'))
    return printed(desk, `${dockerVersion}\n`);
  const client = `Client: Docker Engine - Community\n Version:           ${dockerVersion}\n API version:       1.51\n OS/Arch:           linux/amd64\n Context:           default\n`;
  return printed(
    desk,
    `${client}\nServer: Docker Engine - Community\n Engine:\n  Version:          ${dockerVersion}\n  API version:      1.51 (minimum version 1.24)\n  OS/Arch:          linux/amd64\n`,
  );
}

export function info({ desk }: Call): Outcome {
  const { containers, images } = desk.docker;
  const count = (state: string) => containers.filter((one) => one.state === state).length;
  return printed(
    desk,
    `Client: Docker Engine - Community\n Version:    ${dockerVersion}\n Context:    default\n\nServer:\n Containers: ${containers.length}\n  Running: ${count('running')}\n  Paused: ${count('paused')}\n  Stopped: ${count('exited') + count('created')}\n Images: ${images.length}\n Server Version: ${dockerVersion}\n Storage Driver: overlay2\n Operating System: Debian GNU/Linux\n OSType: linux\n Architecture: x86_64\n`,
  );
}

export function login({ desk }: Call): Outcome {
  return printed(desk, 'Login Succeeded\n');
}
