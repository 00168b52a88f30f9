import { excerptOf } from '../sketches/document-sample.ts';
import { distinctiveWords } from '../text/distinctive-words.ts';
import { createTokenizer, wordAt } from '../text/tokenizer.ts';
import type { SampledDocument } from './sampled-corpus.ts';
import type { TemplateCluster } from './template-clusters.ts';

/** What stands for a slot in a frame. */
const SLOT = '___';

/** A frame for people to read. Both are empty where the sample holds no text. */
export interface TemplateFrame {
  /** Its words as one document writes them, with a mark for each slot, and cut where it is long. */
  readonly frame: string;
  /** The words that tell it from other frames and documents, most telling first. */
  readonly label: readonly string[];
}

const FRAME_LENGTH = 500;
const CUT_CHARACTER = /[\ud800-\udbff]$/u;
const LABEL_WORDS = 3;
const WORD_LENGTH = 40;
const BACKGROUND_TEXTS = 100;
const BACKGROUND_WORDS = 150;

/** The frames of clusters, and labels that tell them from each other and from the first documents. */
export function templateFrames(
  documents: readonly SampledDocument[],
  clusters: readonly TemplateCluster[],
): readonly TemplateFrame[] {
  const written = clusters.map((cluster) => writtenFrame(documents[cluster.reference], cluster));
  const hasText = written.some(({ words }) => words.length > 0);
  const labels = hasText
    ? distinctiveWords(
        written.map(({ words }) => words),
        documents.slice(0, BACKGROUND_TEXTS).map((document) => wordsOf(document, BACKGROUND_WORDS).words),
        LABEL_WORDS,
      )
    : [];
  return written.map(({ frame }, index) => ({
    frame: frame.slice(0, FRAME_LENGTH).replace(CUT_CHARACTER, ''),
    label: (labels[index] ?? []).map((word) => word.slice(0, WORD_LENGTH).replace(CUT_CHARACTER, '')),
  }));
}

interface ReadWords {
  readonly text: string;
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function wordsOf({ entry }: SampledDocument, most: number): ReadWords {
  const text = excerptOf(entry.text);
  const tokens = createTokenizer().tokenize(text, most);
  return {
    text,
    words: Array.from({ length: tokens.count }, (_, index) => wordAt(tokens, index)),
    starts: [...tokens.starts.subarray(0, tokens.count)],
    ends: [...tokens.ends.subarray(0, tokens.count)],
  };
}

function writtenFrame(
  reference: SampledDocument | undefined,
  { places, slots }: TemplateCluster,
): { readonly frame: string; readonly words: readonly string[] } {
  const last = places.at(-1);
  if (reference === undefined || last === undefined) return { frame: '', words: [] };
  const { text, words, starts, ends } = wordsOf(reference, last + 1);
  if (words.length <= last) return { frame: '', words: [] };
  let frame = slots[0] === true ? `${SLOT} ` : '';
  for (const [index, place] of places.entries()) {
    const before = places[index - 1];
    if (before !== undefined) {
      const isOpen = slots[index] === true || place !== before + 1;
      frame += isOpen ? ` ${SLOT} ` : text.slice(ends[before], starts[place]);
    }
    frame += text.slice(starts[place], ends[place]);
  }
  if (slots[places.length] === true) frame += ` ${SLOT}`;
  return { frame, words: places.map((place) => words[place] ?? '') };
}

/** How many slots a frame has. */
export function slotCount({ places, slots }: TemplateCluster): number {
  return slots.filter((isSlot, gap) => {
    const before = places[gap - 1];
    const after = places[gap];
    return isSlot || (before !== undefined && after !== undefined && after !== before + 1);
  }).length;
}
