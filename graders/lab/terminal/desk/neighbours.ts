import type { DockerContainer } from './docker.ts';

/** Whether a container is called so in the networks that it was created in. */
export const isCalled = ({ name, aliases = [] }: DockerContainer, wanted: string): boolean =>
  name === wanted || aliases.includes(wanted);

/**
 * Whether one container finds another by its name: on the network that Docker gives when nobody asks for one, they have addresses and no
 * names.
 * @see https://docs.docker.com/engine/network/drivers/bridge/#differences-between-user-defined-bridges-and-the-default-bridge
 */
export const findsByName = ({ networks: own }: DockerContainer, { networks }: DockerContainer): boolean =>
  networks.some((one) => one !== 'bridge' && own.includes(one));
