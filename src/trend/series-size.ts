import { ENOUGH } from '../audits/thresholds.ts';
import type { SeriesPoint } from './series.ts';

/** Whether a point has as many documents and words as a level needs. */
export function isLarge({ documents, tokens }: Pick<SeriesPoint, 'documents' | 'tokens'>): boolean {
  return documents >= ENOUGH.documents && tokens >= ENOUGH.tokens;
}
