import { addToTotal } from '../sketches/totals.ts';
import { countMeasure } from './measure.ts';

/** How large the corpus is, and how its documents' lengths are spread. */
export interface SizeValue {
  readonly documents: number;
  readonly tokens: number;
  /** Bytes of decompressed text as UTF-8. */
  readonly bytes: number;
  /** Share of the tokens that are pairs of characters, from scripts written without spaces. */
  readonly unspacedShare: number;
  /** Documents by length: those of `from` words and more, up to the next row. */
  readonly lengths: readonly { readonly from: number; readonly documents: number }[];
}

const LENGTH_CELLS = 4 * 32;

export const size = countMeasure({
  kind: 'count',
  id: 'size',
  version: 1,
  explanation: {
    measures:
      'The size of the corpus: documents, words and bytes, the share of words from scripts without spaces, and how the lengths of documents are spread.',
    formula:
      'Plain counts. Lengths are counted in classes, one for each length below eight words and four to each doubling above.',
    reading: 'It says what the other figures stand on, and whether two corpora can be compared at all.',
    moves: 'Only what is in the corpus: every document counts, copies too.',
    silence: 'Never: an empty corpus has the size 0.',
    source: 'Words by the Unicode Standard, Annex 29.',
  },
  tables: {},
  totals: { documents: 1, tokens: 1, bytes: 1, unspaced: 1, lengths: LENGTH_CELLS },
  fill(document, { totals }) {
    addToTotal(totals.documents, 0, 1);
    addToTotal(totals.tokens, 0, document.tokens.count);
    addToTotal(totals.bytes, 0, document.bytes);
    addToTotal(totals.unspaced, 0, document.tokens.unspaced);
    addToTotal(totals.lengths, lengthCell(document.tokens.count), 1);
  },
  snapshot({ totals }): SizeValue {
    const tokens = totals.tokens[0] ?? 0;
    return {
      documents: totals.documents[0] ?? 0,
      tokens,
      bytes: totals.bytes[0] ?? 0,
      unspacedShare: tokens === 0 ? 0 : (totals.unspaced[0] ?? 0) / tokens,
      lengths: [...totals.lengths]
        .map((documents, cell) => ({ from: lengthOfCell(cell), documents }))
        .filter((row) => row.documents > 0),
    };
  },
});

/** Four cells to each doubling of the length, by integer arithmetic alone so that every engine agrees. */
function lengthCell(words: number): number {
  if (words < 4) return words;
  const doublings = 31 - Math.clz32(words);
  return 4 * (doublings - 1) + ((words >>> (doublings - 2)) & 3);
}

function lengthOfCell(cell: number): number {
  return cell < 4 ? cell : (4 + (cell % 4)) * 2 ** (Math.floor(cell / 4) - 1);
}
