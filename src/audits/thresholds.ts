import type { Threshold } from './audit.ts';
import { CALIBRATION } from './calibration.ts';
import type { CalibratedAudit } from './calibration-shape.ts';
import { figure } from './wording.ts';

/** A convention: one document in twenty is a copy. No corpus of many voices that was measured has a fifth of it. */
export const EXACT_DUPLICATES: Threshold = {
  failsAt: 0.05,
  side: 'above',
  worst: 1,
  scale: 'linear',
  evidence: 'A convention: one document in twenty. Web, news and encyclopedia corpora have at most 0.5 %.',
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

/** A convention: the points by which samples of one source may differ. */
export const DOMINANT_SOURCE: Threshold = {
  failsAt: 5,
  side: 'above',
  worst: 50,
  scale: 'linear',
  evidence: 'A convention: a twentieth of the scale, by which samples of one source may differ.',
};

export const CROSS_DOCUMENT_OVERLAP: Threshold = calibrated('cross-document-overlap', 'above');
export const REPETITION: Threshold = calibrated('repetition', 'above');
export const UNIFORM_RHYTHM: Threshold = calibrated('uniform-rhythm', 'below');
export const SHARED_OPENINGS: Threshold = calibrated('shared-openings', 'above');
export const NARROW_VOCABULARY: Threshold = calibrated('narrow-vocabulary', 'below');

/** Points that the lower end of the index's interval must reach. */
export const LEVELS = CALIBRATION.levels;

/** Below either, no level is given. */
export const ENOUGH = { documents: 20, tokens: 2000 } as const;

/** Distinct documents below which nothing that compares documents is worth computing. */
export const FEWEST_DOCUMENTS = 5;

/** Sentences below which their variation means nothing. */
export const FEWEST_SENTENCES = 20;

/** Share of words from scripts without spaces above which a corpus is measured as one of those. */
export const MOSTLY_UNSPACED = 0.5;

/**
 * Where the order of words is no longer that of language, set between what was measured: English of all corpora, seven
 * languages of manual pages and program code have a mirrored share up to 0.27 and a reach from 0.58, those in scripts
 * without spaces from 0.19; shuffled words a mirrored share of 1, half of them in true text 0.52; words drawn at a raised temperature a reach of 0.07 to
 * 0.54 with 130 to 520 words in common per million, where language has 840 or more; chains that follow the last word
 * every other time a reach of 0.35 to 0.51 with a mirrored share of 0.07 to 0.33, by which they differ from sentences made
 * by a grammar, which have a small reach and hardly a pair turned round. Strings of random letters and tables of numbers
 * have 1 to 25 words in common per million. Of documents one in twenty at most knows hardly anything of the order of the
 * others, of web pages one in seven; of corpora that are half noise 37 to 60 in a hundred.
 */
export const SALAD = {
  mirrored: 0.4,
  mirroredWithReach: 0.06,
  reach: 0.5,
  reachOfFew: 0.55,
  fewInCommon: 600,
  hardlyInCommon: 100,
  unordered: 0.25,
  fewestCoincidences: 500,
  enoughCoincidences: 10_000,
} as const;

/**
 * Mean words of a document below which the index is not that of whole texts. Brown, GUM, EWT, abstracts and essays cut
 * after 110 words stand 1 to 5 points higher than whole, after 80 words 3 to 9, after 40 words 7 to 21: the beginnings of
 * texts are more alike than the rest.
 */
export const SHORT_DOCUMENTS = 80;

/** Share of the documents in the commonest language below which languages are mixed. */
export const ONE_LANGUAGE = 0.8;

/** Shares from which the verdict carries a warning. */
export const WARN_AT = { problems: 0.05, duplicates: 0.01, boilerplate: 0.01 } as const;

function calibrated(id: CalibratedAudit, side: Threshold['side']): Threshold {
  const { failsAt, worst, many, alike } = CALIBRATION.audits[id];
  return {
    failsAt,
    side,
    worst,
    scale: 'log',
    evidence: `Corpora of many voices ${figure(many[0])} to ${figure(many[1])}; what is known to be alike ${figure(alike[0])} to ${figure(alike[1])}.`,
  };
}
