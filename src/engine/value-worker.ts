import { parentPort } from 'node:worker_threads';
import type { SampledDocument } from '../measures/sampled-corpus.ts';
import { sampledCorpus } from '../measures/sampled-corpus.ts';
import type { NamedValue } from '../profile/values.ts';
import { longTextValues, toEnd } from '../profile/values.ts';
import { createLanguageDetector } from '../text/language.ts';
import { createTagger } from '../text/parts-of-speech.ts';

/** The long texts that the thread takes values from, and those of them that are no near copies of others. */
export interface ValueTask {
  readonly documents: readonly SampledDocument[];
  readonly collapsed: readonly SampledDocument[];
}

parentPort?.once('message', (task: ValueTask) => parentPort?.postMessage(valuesOf(task)));
// What takes a while to load is loaded before it is needed.
createLanguageDetector();
createTagger();

function valuesOf({ documents, collapsed }: ValueTask): readonly NamedValue[] {
  const corpus = sampledCorpus(documents, false);
  const isWhole =
    collapsed.length === documents.length && collapsed.every((own, place) => own === documents[place]);
  return toEnd(longTextValues({ corpus, collapsed: isWhole ? corpus : sampledCorpus(collapsed, false) }));
}
