/**
 * The solution x of A x = b, by Gaussian elimination with partial pivoting. `rows` are those of A with b at the end.
 * Throws a RangeError where A has no inverse.
 */
export function solveLinearSystem(rows: readonly (readonly number[])[]): number[] {
  const size = rows.length;
  const open = rows.map((row) => Float64Array.from(row));
  if (open.some((row) => row.length !== size + 1))
    throw new RangeError('a system has a column more than rows');
  const ordered: Float64Array[] = [];
  for (let column = 0; column < size; column++) {
    const pivot = takePivot(open, column);
    ordered.push(pivot);
    for (const row of open) eliminate(row, pivot, column);
  }
  return backSubstituted(ordered);
}

/** Takes the row out whose entry in a column is greatest. */
function takePivot(open: Float64Array[], column: number): Float64Array {
  let best = 0;
  for (const [place, row] of open.entries())
    if (Math.abs(row[column] ?? 0) > Math.abs(open[best]?.[column] ?? 0)) best = place;
  const [pivot] = open.splice(best, 1);
  if (pivot === undefined || !(Math.abs(pivot[column] ?? 0) > 0))
    throw new RangeError('the matrix has no inverse');
  return pivot;
}

function eliminate(row: Float64Array, pivot: Float64Array, column: number): void {
  const factor = (row[column] as number) / (pivot[column] as number);
  if (factor === 0) return;
  for (let place = column; place < row.length; place++)
    row[place] = (row[place] as number) - factor * (pivot[place] as number);
}

function backSubstituted(rows: readonly Float64Array[]): number[] {
  const size = rows.length;
  const solution = new Float64Array(size);
  for (const [index, row] of [...rows.entries()].toReversed()) {
    let rest = row[size] as number;
    for (let place = index + 1; place < size; place++)
      rest -= (row[place] as number) * (solution[place] as number);
    solution[index] = rest / (row[index] as number);
  }
  return [...solution];
}
