import { around, overlap, type Box, type Grid } from "./grid";

/**
 * Groups of filled cells that touch, above, below or beside each other, as the boxes around them; boxes that overlap
 * are one. From top to bottom, then from left to right.
 */
export function regionsOf(grid: Grid): Box[] {
  const boxes: Box[] = [];
  for (const box of touching(grid)) absorb(boxes, box);
  return boxes.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Puts a box among others that do not overlap, so that again none do. */
function absorb(boxes: Box[], added: Box): void {
  let box = added;
  for (let at = boxes.length - 1; at >= 0; at--) {
    const other = boxes[at];
    if (other === undefined || !overlap(other, box)) continue;
    boxes.splice(at, 1);
    const both = around(box, other);
    const grew =
      both.top !== box.top ||
      both.bottom !== box.bottom ||
      both.left !== box.left ||
      both.right !== box.right;
    box = both;
    if (grew) at = boxes.length;
  }
  boxes.push(box);
}

/** Boxes of connected cells, found row by row from the runs of filled cells in each. */
function touching(grid: Grid): Box[] {
  const parents: number[] = [];
  const boxes: Box[] = [];
  const find = (at: number): number => {
    let root = at;
    while (parents[root] !== undefined && parents[root] !== root) root = parents[root] ?? root;
    parents[at] = root;
    return root;
  };
  let above: Run[] = [];
  for (let row = 0; row < grid.height; row++) {
    const runs: Run[] = [];
    for (const { left, right } of runsOf(grid, row)) {
      let group = -1;
      for (const run of above) {
        if (run.left > right || run.right < left) continue;
        const root = find(run.group);
        if (group < 0) group = root;
        else if (root !== group) {
          parents[root] = group;
          boxes[group] = around(boxes[group] ?? run, boxes[root] ?? run);
        }
      }
      const box = { top: row, bottom: row, left, right };
      if (group < 0) {
        group = parents.length;
        parents.push(group);
        boxes.push(box);
      } else boxes[group] = around(boxes[group] ?? box, box);
      runs.push({ ...box, group });
    }
    above = runs;
  }
  return boxes.filter((_, at) => find(at) === at);
}

interface Run extends Box {
  readonly group: number;
}

function* runsOf(grid: Grid, row: number): Generator<{ left: number; right: number }> {
  let left = -1;
  for (let column = 0; column <= grid.width; column++) {
    const isFilled = column < grid.width && grid.isFilled(row, column);
    if (isFilled && left < 0) left = column;
    if (!isFilled && left >= 0) {
      yield { left, right: column - 1 };
      left = -1;
    }
  }
}
