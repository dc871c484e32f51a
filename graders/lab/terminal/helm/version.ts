import { type Command, printed } from '../tool/tool.ts';

export const release = 'v4.3.2';

/** Without the commit: nobody built this one. @see https://github.com/helm/helm/blob/main/pkg/cmd/version.go */
export const version: Command = {
  name: 'version',
  says: { es: 'La versión', en: 'The version' },
  fidelity: 'partial',
  flags: [{ name: 'short' }],
  beyond: ['template='],
  run: ({ desk, flags }) =>
    printed(
      desk,
      flags.on('short')
        ? `${release}\n`
        : `version.BuildInfo{Version:"${release}", GitCommit:"", GitTreeState:"clean", GoVersion:"", KubeClientVersion:"v1.37"}\n`,
    ),
};
