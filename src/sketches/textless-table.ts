import { usedSlots } from './key-slots.ts';
import type { KeyTable } from './key-table.ts';
import { addKeyCounts, createKeyTable, entryAt } from './key-table.ts';

/** The same keys and counts in a table that does not keep what the keys stand for; the given one is left as it is. */
export function textlessTable(table: KeyTable): KeyTable {
  if (!table.spec.texts) return table;
  const bare = createKeyTable({ ...table.spec, texts: false });
  bare.limitHigh = table.limitHigh;
  bare.limitLow = table.limitLow;
  for (const slot of usedSlots(table.slots, table.size))
    addKeyCounts(bare, { ...entryAt(table, slot), text: undefined });
  bare.total = table.total;
  return bare;
}
