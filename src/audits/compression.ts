import type { CompressionValue } from '../measures/compression.ts';
import type { Audit } from './audit.ts';
import { estimated } from './estimate.ts';
import { between, figure, whole } from './wording.ts';

const ENOUGH_DOCUMENTS = 170;

/** How well a sample of the text can be compressed. */
export const compression: Audit<'compression'> = {
  id: 'compression',
  title: 'Compressibility at equal size',
  failureTitle: 'Compressibility at equal size',
  explanation: {
    measures:
      'Bytes of text divided by the bytes of its compressed form. The text is a sample of 65,536 bytes: the first 500 bytes of distinct documents, a line break included, in the order of their hashes, as good as by chance, shorter documents whole. It is compressed by Brotli at quality 7 with a window of 128 kB, which is wider than the sample, so that each document is compared with all before it. The figure is the mean of three orders of the documents, which follow from fixed seeds; the lowest and the highest of them stand beside it. The interval is a jackknife over eight parts of the documents, on the log scale; what a part leaves free is filled from the documents that follow.',
    formula:
      'Bytes / bytes compressed, the mean of three seeded orders. The interval is a jackknife over eight parts of the documents.',
    matters:
      'What can be foretold from the rest compresses well: repeated words, phrases and passages, near or far, and markup. It is one figure for all that repeats, whatever its length.',
    reading:
      'The higher, the more the text repeats itself. Fiction, news and web pages in English stand near 2.4, manuals and abstracts of one research field near 3, essays by language models on shared prompts near 3.5, licences and central-bank statements near 6. It grows with the size of the sample, hence one size here: figures from elsewhere cannot be compared with it. Language, script and markup move it, and the version of Brotli does a little, so compare with figures of the same program. Exact copies do not count. It is silent where a profile holds no text. The interval is that of a sample of this size, and does not shrink as the corpus grows.',
    moves: 'Language, script and markup; a little the order and the version of Brotli.',
    silence: 'Below 65,536 bytes outside the largest part, and where a profile holds no text.',
    source:
      'Shaib et al. 2024, Standardizing the Measurement of Text Diversity, arXiv:2403.00553; Brotli: Alakuijala and Szabadka 2016, RFC 7932.',
  },
  needs: ['compression'],
  audit({ compression: value }) {
    const { ratio, lowest, highest, orders, sampleBytes, windowBytes } = value;
    if (ratio === null) return { outcome: 'not-applicable', reason: shortage(value) };
    const quantity = estimated(ratio, 'ratio', 'log');
    return {
      outcome: 'informative',
      quantity,
      reason: `${whole(sampleBytes)} bytes of text shrink by a factor of ${figure(quantity.value)}${between(quantity.interval)}, over ${whole(quantity.documents)} distinct documents.`,
      evidence: [],
      details: { sampleBytes, windowBytes, orders, lowest, highest },
    };
  },
};

function shortage({ holdsText, available, sampleBytes, windowBytes }: CompressionValue): string {
  if (!holdsText) return 'The profile holds no text, and only text can be compressed.';
  return `The first ${windowBytes} bytes of the distinct documents are ${whole(available)} bytes when the largest eighth of the documents is left out, as the interval asks for, and it takes ${whole(sampleBytes)}. About ${ENOUGH_DOCUMENTS} documents of ${windowBytes} bytes are enough.`;
}
