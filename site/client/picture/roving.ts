const moves: ReadonlyMap<string, readonly [rows: number, columns: number]> = new Map([
  ['ArrowUp', [-1, 0]],
  ['ArrowDown', [1, 0]],
  ['ArrowLeft', [0, -1]],
  ['ArrowRight', [0, 1]],
]);

/** Makes the buttons of a table one stop of the Tab key, between which the arrows go. */
export function walkWithArrows(table: HTMLTableElement): void {
  const rows = [...table.tBodies].flatMap(({ rows }) => [...rows]).map((row) => [...row.querySelectorAll('button')]);
  const all = rows.flat();
  const stop = (at: HTMLButtonElement) => {
    for (const one of all) one.tabIndex = one === at ? 0 : -1;
  };
  if (all[0]) stop(all[0]);
  table.addEventListener('focusin', ({ target }) => target instanceof HTMLButtonElement && stop(target));
  table.addEventListener('keydown', (event) => {
    const { key, target } = event;
    const row = rows.findIndex((buttons) => buttons.includes(target as HTMLButtonElement));
    const here = rows[row];
    if (!here) return;
    const column = here.indexOf(target as HTMLButtonElement);
    const [down, right] = moves.get(key) ?? [0, 0];
    const next = key === 'Home' ? here[0] : key === 'End' ? here.at(-1) : rows[row + down]?.[column + right];
    if (!next || (down === 0 && right === 0 && key !== 'Home' && key !== 'End')) return;
    event.preventDefault();
    next.focus();
  });
}
