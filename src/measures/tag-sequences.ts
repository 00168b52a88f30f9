import type { TaggedText } from '../text/parts-of-speech.ts';

/** A sequence of parts of speech that several texts have. */
export interface SyntaxTemplate {
  readonly tags: string;
  /** The words of its first place. */
  readonly quote: string;
  /** Texts that have it. */
  readonly texts: number;
  /** Ids of at most ten of them. */
  readonly documents: readonly string[];
}

/** The same, with the indices of all texts that have it. */
type HeldTemplate = Omit<SyntaxTemplate, 'documents'> & { readonly holders: readonly number[] };

export interface CommonSequences {
  /** Most texts first. */
  readonly templates: readonly HeldTemplate[];
  /** Places in each text at which a template begins. */
  readonly occurrences: readonly number[];
}

interface Sequence {
  readonly holders: number[];
  readonly place: number;
}

/** The `most` sequences of `n` tags that most texts have, of those that at least two have; ties go by the tags. */
export function commonTagSequences(texts: readonly TaggedText[], n: number, most: number): CommonSequences {
  const sequences = new Map<string, Sequence>();
  for (const [text, { tags }] of texts.entries())
    for (const [place, key] of sequencesOf(tags, n).entries()) {
      const known = sequences.get(key);
      if (known === undefined) sequences.set(key, { holders: [text], place });
      else if (known.holders[known.holders.length - 1] !== text) known.holders.push(text);
    }
  const common = [...sequences]
    .filter(([, { holders }]) => holders.length > 1)
    .toSorted(([a, one], [b, other]) => other.holders.length - one.holders.length || (a < b ? -1 : 1))
    .slice(0, most);
  const templates = common.map(([tags, { holders, place }]): HeldTemplate => {
    const tokens = texts[holders[0] ?? 0]?.tokens ?? [];
    return { tags, quote: tokens.slice(place, place + n).join(' '), texts: holders.length, holders };
  });
  const chosen = new Set(common.map(([tags]) => tags));
  const occurrences = texts.map(
    ({ tags }) => sequencesOf(tags, n).filter((sequence) => chosen.has(sequence)).length,
  );
  return { templates, occurrences };
}

function sequencesOf(tags: readonly string[], n: number): readonly string[] {
  return Array.from({ length: Math.max(0, tags.length - n + 1) }, (_, place) =>
    tags.slice(place, place + n).join(' '),
  );
}
