import type { MeasureId, MeasureValues } from '../measures/registry.ts';
import { firstTexts } from '../measures/sampled-corpus.ts';
import type { GroupedVocabulary } from '../profile/grouped-vocabulary.ts';
import { groupedVocabularyOf } from '../profile/grouped-vocabulary.ts';
import type { Profile } from '../profile/profile.ts';
import type { ValueSources } from '../profile/values.ts';
import { MEASURE_IDS, measureValue, readSources, toEnd } from '../profile/values.ts';
import type { KeyTable } from '../sketches/key-table.ts';
import { trimKeyTable } from '../sketches/key-table.ts';
import { fewerSignatures, trimTextSignatures } from '../sketches/text-signatures.ts';
import type { CopyShares } from './copy-shares.ts';
import { copyShares } from './copy-shares.ts';

/** One side of a comparison: what its figures are taken of, and those that are the same for all of them. */
export interface ComparedCorpus extends ValueSources, CopyShares {
  readonly vocabulary: GroupedVocabulary;
  /** How often each distinct text occurs, by content hash. */
  readonly texts: KeyTable;
  /** The values of all measures, of at most 1,000 distinct texts where they are of texts. Each is taken when first asked for. */
  readonly values: MeasureValues;
}

/**
 * Distinct texts that are compared, the first by hash. Both sides draw them by the same hashes, so that texts that
 * both have are drawn on both or on neither, and more would cost time and change hardly anything.
 */
const MOST_TEXTS = 1_000;
/** Texts among which near copies are looked for where not all of them are known. */
const MOST_SIGNATURES = 4_000;

/** Reads one side of a comparison from a profile, which is trimmed to its capacities on the way. */
export function comparedCorpus(profile: Profile): ComparedCorpus {
  const sources = toEnd(readSources(withFewerSignatures(profile), MOST_TEXTS));
  const texts = textsOf(profile);
  return {
    ...sources,
    profile,
    vocabulary: groupedVocabularyOf(profile),
    texts,
    ...copyShares(texts, sources.graph),
    values: lazyValues(sources),
  };
}

/** Measures that compare each document with many others. */
const DEAR: readonly MeasureId[] = ['templates', 'counterfactuals'];
const MOST_DEAR_TEXTS = 400;

function firstViews({ corpus, collapsed }: ValueSources): Pick<ValueSources, 'corpus' | 'collapsed'> {
  return {
    corpus: firstTexts(corpus, MOST_DEAR_TEXTS),
    collapsed: firstTexts(collapsed, MOST_DEAR_TEXTS),
  };
}

/** Near copies share their ranks, so that the smallest ranks of both sides hold the same texts. */
function withFewerSignatures(profile: Profile): Profile {
  trimTextSignatures(profile.signatures);
  return { ...profile, signatures: fewerSignatures(profile.signatures, MOST_SIGNATURES) };
}

/** An object that takes the value of a measure when it is first read: most comparisons ask for few of them. */
function lazyValues(sources: ValueSources): MeasureValues {
  const known = new Map<string, unknown>();
  const few = { ...sources, ...firstViews(sources) };
  const getters = MEASURE_IDS.map((id) => {
    const get = (): unknown => {
      if (!known.has(id)) known.set(id, measureValue(id, DEAR.includes(id) ? few : sources));
      return known.get(id);
    };
    return [id, { get, enumerable: true }] as const;
  });
  return Object.defineProperties({}, Object.fromEntries(getters)) as MeasureValues;
}

function textsOf({ counts }: Profile): KeyTable {
  const texts = counts.get('exact-duplicates')?.tables['texts'];
  if (texts === undefined) throw new Error('the profile has no counts of exact-duplicates');
  trimKeyTable(texts);
  return texts;
}
