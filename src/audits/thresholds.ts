import type { Threshold } from './audit.ts';

/**
 * Every figure that decides an outcome or a level. They are first figures, set by hand from the corpora named
 * beside them and not yet calibrated on labelled cases, so the verdict says that it is provisional.
 */
export const PROVISIONAL = true;

export const EXACT_DUPLICATES: Threshold = {
  failsAt: 0.05,
  side: 'above',
  worst: 1,
  scale: 'linear',
  evidence: 'Brown, EWT, GUM, wikitext-2 and 8,000 conference abstracts: at most 0.5 % of the documents.',
};

export const BOILERPLATE: Threshold = {
  failsAt: 0.05,
  side: 'above',
  worst: 0.8,
  scale: 'linear',
  evidence:
    'Brown, EWT, GUM, wikitext-2, abstracts and web articles at most 0.1 %, web pages with their menus 1.4 %, essays on shared prompts 2 %; licences 17 % to 75 %, central-bank statements 16 % to 82 %.',
};

export const TEMPLATES: Threshold = {
  failsAt: 0.15,
  side: 'above',
  worst: 1,
  scale: 'linear',
  evidence:
    'Brown, EWT and web articles 0, abstracts 0.5 %, GUM 2 %, web pages with their menus 9 %, Python PEPs 9 %; essays on shared prompts 25 %, licences 50 % to 80 %, central-bank statements 40 % to 100 %.',
};

export const NEAR_DUPLICATES: Threshold = {
  failsAt: 0.05,
  side: 'above',
  worst: 1,
  scale: 'linear',
  evidence:
    'Share of the documents: Brown, GUM and EWT at most 0.5 %, web pages with their menus 2 %; licences 30 % to 60 %, central-bank statements 50 %.',
};

export const CROSS_DOCUMENT_OVERLAP: Threshold = {
  failsAt: 12,
  side: 'above',
  worst: 1500,
  scale: 'log',
  evidence:
    'Per million: Brown 0.2, EWT 0.4, GUM 0.7, wikitext-2 2, conference abstracts 5 to 6, Python PEPs 9; licences 180 to 320, central-bank statements 470.',
};

export const REPETITION: Threshold = {
  failsAt: 0.06,
  side: 'above',
  worst: 0.5,
  scale: 'linear',
  evidence: 'Edited prose 0.4 % to 1.5 %, licences 3.5 % to 4.5 %, web pages with their menus 7 %.',
};

export const UNIFORM_RHYTHM: Threshold = {
  failsAt: 0.39,
  side: 'below',
  worst: 0.1,
  scale: 'log',
  evidence: 'Brown 0.72, GUM 0.81, EWT 0.9, wikitext-2 0.63, conference abstracts 0.41 to 0.48.',
};

/** A part of the homogeneity index: its weight, and the values worth 50 and 90 points. */
export interface Family {
  readonly weight: number;
  readonly middle: number;
  readonly high: number;
}

/**
 * The homogeneity index of distinct texts. The overlaps are coincidences per million. `middle` lies a little above
 * what the abstracts of one research field have, `high` near what central-bank statements have.
 */
export const INDEX = {
  overlaps: [
    { n: 2, weight: 0.85 / 3, middle: 250, high: 1200 },
    { n: 3, weight: 0.85 / 3, middle: 35, high: 700 },
    { n: 4, weight: 0.85 / 3, middle: 10, high: 500 },
  ],
  /** Variation of sentence length: abstracts stand at `middle`, and no prose that was seen at `high`. */
  rhythm: { weight: 0.15, middle: 0.45, high: 0.25 },
} as const satisfies { overlaps: readonly (Family & { n: number })[]; rhythm: Family };

/** Points that the lower end of the index's interval must reach. */
export const LEVELS = {
  /** Ordinary human genres stand below: Brown, web, encyclopedia, and abstracts of one field as the highest. */
  narrowing: 48,
  /** Licences and central-bank statements stand above. */
  monologic: 60,
} as const;

/** Below either, no level is given. */
export const ENOUGH = { documents: 20, tokens: 2000 } as const;

/** Distinct documents below which nothing that compares documents is worth computing. */
export const FEWEST_DOCUMENTS = 5;

/** Sentences below which their variation means nothing. */
export const FEWEST_SENTENCES = 20;

/** Shares from which the verdict carries a warning. */
export const WARN_AT = { problems: 0.05, duplicates: 0.01, boilerplate: 0.01 } as const;
