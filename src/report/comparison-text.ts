import type {
  Accumulation,
  AddedLikeness,
  ComparisonVerdict,
  DocumentChanges,
} from '../compare/comparison.ts';
import { countedText, countText, quantityText } from './quantity-text.ts';
import type { ComparisonFacts } from './report.ts';

/** The direction in one plain sentence. */
export function directionSentence({
  direction,
  narrowing,
}: Pick<ComparisonVerdict, 'direction' | 'narrowing'>): string {
  switch (direction) {
    case 'narrowed':
      return `Narrowed: the new version ${narrowedHow(narrowing)}.`;
    case 'unchanged':
      return 'Unchanged: the new version is no more and no less alike than the baseline, beyond chance.';
    case 'widened':
      return 'Widened: the new version is less alike than the baseline.';
    case 'insufficient-data':
      return 'Insufficient data: what is here allows no direction.';
  }
}

function narrowedHow(narrowing: ComparisonVerdict['narrowing']): string {
  const hasLost = narrowing !== null && narrowing.tail > 0;
  if (hasLost && narrowing.homogeneity < narrowing.smallest) return 'has lost rare words of the baseline';
  return `is more alike than the baseline${hasLost ? ', and has lost rare words' : ''}`;
}

const CAUSES_FIRST = 'Do not replace the baseline by this version before the causes are looked into';

/** What to do with the new version. */
export function adviceSentence(
  { direction }: Pick<ComparisonVerdict, 'direction'>,
  { added, edited }: Pick<DocumentChanges, 'added' | 'edited'>,
): string {
  switch (direction) {
    case 'narrowed':
      return added + edited === 0
        ? `${CAUSES_FIRST}: it brings no new text. Take out what the first of them quotes, and compare again.`
        : `${CAUSES_FIRST}: take out what the first of them quotes and compare again, or add the new documents to the old ones.`;
    case 'unchanged':
      return 'Nothing needs to be done. A change smaller than the one named above may have passed unseen.';
    case 'widened':
      return 'Nothing speaks against this version. Look whether what was added belongs to the dataset.';
    case 'insufficient-data':
      return 'Compare larger versions, or parts of one language, as the notes say.';
  }
}

/** Where the points come from, empty where they are not known. */
export function partsSentence({ narrowing }: Pick<ComparisonVerdict, 'narrowing'>): string {
  if (narrowing === null) return '';
  const index = `${narrowing.homogeneity.toFixed(1)} points from the homogeneity index`;
  const tail = narrowing.tail > 0 ? ` and ${narrowing.tail.toFixed(1)} from rare words that were lost` : '';
  return `Of these, ${index}${tail}; the scale runs from 0 (many unrelated hands) to 100 (every document the same).`;
}

/** How sure the direction is: the intervals that decide on it and what must be exceeded; empty where there is none. */
export function sureSentence({
  narrowing,
  exchanged,
}: Pick<ComparisonVerdict, 'narrowing' | 'exchanged'>): string {
  if (narrowing === null || narrowing.interval99 === null) return '';
  const whole = `The 99 % interval of the difference runs from ${reach(narrowing.interval99)} points.`;
  const atLeast = `and the difference exceeds ${narrowing.smallest} points`;
  if (exchanged === null || exchanged.interval99 === null)
    return `${whole} A direction is given where it excludes 0 ${atLeast}.`;
  const came = countedText(exchanged.came, 'text that came is', 'texts that came are');
  const part = `The ${came} ${Math.abs(exchanged.value).toFixed(1)} points ${exchanged.value < 0 ? 'less' : 'more'} alike among themselves than the ${countText(exchanged.went)} that went, with a 99 % interval from ${reach(exchanged.interval99)}.`;
  return `${whole} ${part} A direction is given where one of the two excludes 0 ${atLeast}.`;
}

function reach([low, high]: readonly [number, number]): string {
  return `${low.toFixed(1)} to ${high.toFixed(1)}`;
}

const ACCUMULATION_SENTENCES: Readonly<Record<Accumulation, string>> = {
  accumulated: 'The documents of the baseline are still there: the version accumulates.',
  replaced: 'Documents took the place of others: the version replaces.',
  mixed: 'Documents went and others came, but not in each other’s place.',
  unrelated: 'The versions share no documents: they are two samples, of which nothing was kept.',
};

const PART_SENTENCE =
  'Documents went and no new text came: all texts of the version were in the baseline already.';

/** What became of the documents, and how many of the new version are copies. */
export function documentsText(
  facts: Pick<ComparisonFacts, 'candidate' | 'documents' | 'accumulation'>,
): string {
  return `${documentsSentence(facts.documents, facts.accumulation)} ${copiesSentence(facts)}`.trimEnd();
}

/** What became of the documents. */
export function documentsSentence(
  { unchanged, added, removed, edited, exact }: DocumentChanges,
  accumulation: Accumulation,
): string {
  const about = exact ? '' : 'about ';
  const texts = countedText(unchanged + edited + removed, 'distinct text', 'distinct texts');
  const isPart = accumulation === 'mixed' && added === 0 && edited === 0 && removed > 0;
  const meaning = isPart ? PART_SENTENCE : ACCUMULATION_SENTENCES[accumulation];
  return `Of ${about}${texts} of the baseline ${countText(unchanged)} ${unchanged === 1 ? 'is' : 'are'} unchanged, ${countText(edited)} edited and ${countText(removed)} gone; ${countText(added)} ${added === 1 ? 'is' : 'are'} new. ${meaning}`;
}

/** Whether what was added is more alike than what was kept. */
export function likenessSentence({ added, kept, difference }: AddedLikeness): string {
  const [low, high] = difference.interval ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const how = low > 0 ? 'more alike than' : high < 0 ? 'less alike than' : 'about as alike as';
  return `The texts that were added are ${how} those that were kept: ${quantityText(added)} against ${quantityText(kept)}.`;
}

/** How many documents of the new version repeat others; empty where none do. */
function copiesSentence({
  candidate,
  documents: { unchanged, added, edited },
}: Pick<ComparisonFacts, 'candidate' | 'documents'>): string {
  const copies = candidate.documents - unchanged - added - edited;
  if (copies <= 0) return '';
  const are = copies === 1 ? 'is a copy of another' : 'are copies of others';
  return `Of the ${countedText(candidate.documents, 'document', 'documents')} of the new version ${countText(copies)} ${are}.`;
}
