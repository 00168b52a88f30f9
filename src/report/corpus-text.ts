import { bytesText, countedText, countText } from './quantity-text.ts';
import type { CorpusFacts, SliceResult } from './report.ts';

/** How much was read: `400 documents, 83,359 tokens, 6,904 types, 523 kB`. */
export function corpusSizeText({ documents, tokens, types, bytes }: CorpusFacts): string {
  return [
    countedText(documents, 'document', 'documents'),
    countedText(tokens, 'token', 'tokens'),
    countedText(types, 'type', 'types'),
    bytesText(bytes),
  ].join(', ');
}

/** A number of a slice, marked where it is estimated. */
export function sliceCountText({ exact }: SliceResult, count: number): string {
  return `${exact ? '' : '≈ '}${countText(count)}`;
}
