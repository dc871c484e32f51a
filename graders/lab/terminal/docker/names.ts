import type { Desk } from '../desk/desk.ts';

const moods =
  'admiring bold brave clever dreamy eager elegant festive focused friendly gallant happy hopeful jolly keen kind lucid modest nice patient quirky relaxed serene sharp stoic sweet tender upbeat vibrant wizardly zen'.split(
    ' ',
  );
const people =
  'albattani archimedes babbage bell blackwell bohr curie darwin diffie dijkstra einstein euclid euler fermat franklin gauss goldberg hamilton hopper hypatia kepler knuth lamport lovelace meitner mendel newton noether pascal ramanujan ritchie shannon stallman thompson torvalds turing wozniak wright'.split(
    ' ',
  );

/** A name for a container that got none, the same on every run. @see https://github.com/moby/moby/blob/v28.5.2/internal/namesgenerator/names-generator.go */
export function inventedName({ made, docker }: Desk): string {
  for (let at = made; ; at++) {
    const name = `${moods[(at * 7 + 3) % moods.length]}_${people[(at * 11 + 5) % people.length]}`;
    if (!docker.containers.some((one) => one.name === name)) return name;
  }
}
