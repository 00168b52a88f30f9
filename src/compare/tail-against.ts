import type { ReferenceTail, Survival } from '../audits/reference-tail.ts';
import type { Replicated } from '../measures/measure.ts';
import { ofFinitePopulation } from '../measures/replicate-spectra.ts';
import type { GroupedVocabulary } from '../profile/grouped-vocabulary.ts';
import { alignVocabularies } from './aligned-vocabularies.ts';
import { lostWords } from './lost-words.ts';
import type { Found, ReplicatedSums, SurvivalSums } from './survival-sums.ts';
import { BANDS, FREQUENT, foundIn, survivalSums, TOKENS } from './survival-sums.ts';

/** A reference with what it is called. */
export interface NamedVocabulary extends GroupedVocabulary {
  readonly name: string;
}

const RARE: readonly number[] = BANDS.map((_, band) => band);

/**
 * The tail of a corpus against that of a reference: how many of the reference's types, by how rare they are, are in
 * the corpus, beside how many would be in a fresh sample of the same size from the source of the reference.
 *
 * A reference keeps all of its own hapaxes by definition, so what a fresh sample keeps is found by holding out. The
 * 32 replicate groups are cut in halves. One half of the reference says which types there are and how often (the
 * bands); they are looked up in the other half of the reference, which gives what is expected, and in the other half
 * of the corpus, which gives what survived. A text falls in the same group wherever it occurs, so no text that bands
 * a type is among those in which it is looked up, even where corpus and reference share texts; of a corpus against
 * itself both are the same number. There are ten such splits, two for each bit of the number of a group, and the
 * figures are sums over all of them.
 *
 * Both halves are compared at the tokens of the smaller one: the larger is thinned to a share s of its documents, in
 * which a type of d documents is absent with the chance Π (n - sn - j) / (n - j), j from 0 to d - 1. Whole documents go, not tokens, because
 * words come in bursts: of a word with ten tokens in one document nothing is left where that document goes.
 *
 * Intervals are delete-a-group jackknives over both sides at once: replicate g is the comparison without group g of
 * the reference and of the corpus, so that texts that both share go together. Where types are a sample of all, the
 * spread of leaving out blocks of types is added.
 *
 * `reference` is the name of the reference. Every figure is a share from 0 to 1, or null where nothing was looked up.
 * Linear in the types of the reference, about 400 times over.
 */
export function tailAgainst(reference: NamedVocabulary, corpus: GroupedVocabulary): ReferenceTail {
  const both = alignVocabularies(reference, corpus);
  const sums = survivalSums(both);
  const { lost, words } = lostWords(both, reference);
  const documents = sumOf(corpus.documents);
  const survivalOf = survivals(sums, {
    share: both.share,
    documents,
    occupied: corpus.documents.map((own, group) => own + (reference.documents[group] ?? 0) > 0),
  });
  return {
    reference: reference.name,
    referenceDocuments: sumOf(reference.documents),
    documents,
    comparedTokens: sums.splits === 0 ? 0 : sums.tokens / sums.splits,
    typeShare: both.share,
    bands: BANDS.flatMap(({ from, to }, band) => {
      const survival = survivalOf([band]);
      return survival === null ? [] : [{ from, to, ...survival }];
    }),
    rare: survivalOf(RARE),
    types: survivalOf([...RARE, FREQUENT]),
    tokens: survivalOf([TOKENS]),
    lostWords: words,
    lost,
  };
}

interface Circumstances {
  readonly share: number;
  readonly documents: number;
  /** Whether a group has documents on either side. */
  readonly occupied: readonly boolean[];
}

function survivals(
  { all, withoutGroup, ofBlock, splits }: ReplicatedSums,
  { share, documents, occupied }: Circumstances,
): (rows: readonly number[]) => Survival | null {
  const withoutBlock =
    share === 1 ? undefined : ofBlock.map((own) => all.map((sum, cell) => sum - (own[cell] ?? 0)));
  return (rows) => {
    const found = foundIn(all, rows);
    if (found.weight === 0) return null;
    const replicated = (statistic: (own: Found) => number | null): Replicated | null => {
      const value = statistic(found);
      const statisticOf = (sums: SurvivalSums): number | null => {
        const own = foundIn(sums, rows);
        return own.weight === 0 ? null : statistic(own);
      };
      const leaveOneOut = withoutGroup.map((sums, group) =>
        occupied[group] === true ? statisticOf(sums) : null,
      );
      if (value === null) return null;
      if (withoutBlock === undefined) return { value, leaveOneOut, documents };
      const leaveTypesOut = ofFinitePopulation(withoutBlock.map(statisticOf), share);
      return { value, leaveOneOut, leaveTypesOut, documents };
    };
    const expected = replicated((own) => own.expected / own.weight);
    const survived = replicated((own) => own.survived / own.weight);
    const difference = replicated((own) => (own.survived - own.expected) / own.weight);
    if (expected === null || survived === null || difference === null) return null;
    const ratio = replicated((own) => (own.expected > 0 ? own.survived / own.expected : null));
    return { types: found.weight / splits / share, expected, survived, difference, ratio };
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, own) => sum + own, 0);
}
