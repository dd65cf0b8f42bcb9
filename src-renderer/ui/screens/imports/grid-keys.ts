/** Arrow keys in the preview, from cell to cell. */
import type { KeyboardEvent } from 'react';

const STEPS_OF_KEYS: Readonly<Record<string, readonly [across: number, down: number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Arrow keys go from button to button: along the row, or to the same place in the row above or below. */
export const goByArrows = (event: KeyboardEvent<HTMLElement>): void => {
  const step = STEPS_OF_KEYS[event.key];
  const from = event.target instanceof Element ? event.target.closest('button') : null;
  const cell = from?.closest('td, th');
  const row = cell?.closest('tr');
  if (step === undefined || cell === null || cell === undefined || row === null || row === undefined || row.closest('tbody') === null) return;
  const [across, down] = step;
  const place = Array.from(row.cells).indexOf(cell as HTMLTableCellElement);
  const rows = Array.from(row.parentElement?.children ?? []).filter((each): each is HTMLTableRowElement => each instanceof HTMLTableRowElement && each.cells.length > 1);
  const target = down === 0 ? row : rows[rows.indexOf(row) + down];
  for (let at = place + across; target !== undefined && at >= 0 && at < target.cells.length; at += across) {
    const button = target.cells[at]?.querySelector('button');
    if (button !== null && button !== undefined) {
      event.preventDefault();
      button.focus();
      return;
    }
    if (across === 0) return;
  }
};
