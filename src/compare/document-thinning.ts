/** Parts of a document in which documents are counted. */
export const EIGHTHS = 8;

/** Documents, in eighths, up to which chances are looked up in a table. */
const DENSE = 1024;

/** By the documents that have a type, in eighths: the chance that one of them is among those drawn. */
export interface ChanceTable {
  /** Up to 128 documents. */
  readonly dense: Float64Array;
  /** By which factor the chance to be absent falls with each document beyond. */
  readonly rest: number;
}

/**
 * A share of the documents is drawn without putting back: of n documents sn, so that a type of d documents is absent
 * with the chance Π (n - sn - j) / (n - j) for j from 0 to d - 1. In between it is a straight line.
 */
export function chanceTable(documents: number, share: number): ChanceTable {
  const left = documents * (1 - share);
  const dense = new Float64Array(DENSE);
  let absent = 1;
  for (let own = 0; own * EIGHTHS < DENSE; own++) {
    const next = absent * (own < left ? (left - own) / (documents - own) : 0);
    for (let eighth = 0; eighth < EIGHTHS; eighth++)
      dense[own * EIGHTHS + eighth] = 1 - absent - ((next - absent) * eighth) / EIGHTHS;
    absent = next;
  }
  return { dense, rest: 1 - share };
}

/** The chance that a type of so many documents, in eighths, is among those drawn. */
export function chanceOf({ rest, dense }: ChanceTable, eighths: number): number {
  if (eighths < DENSE) return dense[eighths] as number;
  return 1 - (1 - (dense[DENSE - 1] as number)) * rest ** ((eighths - DENSE + 1) / EIGHTHS);
}
