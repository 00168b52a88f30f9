/**
 * Writes `tables/*.ts` from the Unicode Character Database: `tsx src/text/unicode-tables.generate.ts [folder]`.
 * The folder defaults to where Debian's package `unicode-data` puts the files.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { COMPOSES, sentenceBreak, wordBreak, wordFlags } from './break-classes.ts';

const VERSION = '15.0.0';
const UNICODE_DATA_SHA256 = '806e9aed65037197f1ec85e12be6e8cd870fc5608b4de0fffd990f689f376a73';
const CODE_POINTS = 0x110000;
const UNSPACED_SCRIPTS = new Set(['Han', 'Hiragana', 'Thai', 'Lao', 'Khmer', 'Myanmar']);

const WORD_BREAK_NAMES: Readonly<Record<string, number>> = {
  Other: wordBreak.other,
  CR: wordBreak.carriageReturn,
  LF: wordBreak.lineFeed,
  Newline: wordBreak.newline,
  Extend: wordBreak.extend,
  ZWJ: wordBreak.joiner,
  Format: wordBreak.format,
  Regional_Indicator: wordBreak.regionalIndicator,
  Katakana: wordBreak.katakana,
  Hebrew_Letter: wordBreak.hebrewLetter,
  ALetter: wordBreak.letter,
  Single_Quote: wordBreak.singleQuote,
  Double_Quote: wordBreak.doubleQuote,
  MidNumLet: wordBreak.midNumberLetter,
  MidLetter: wordBreak.midLetter,
  MidNum: wordBreak.midNumber,
  Numeric: wordBreak.numeric,
  ExtendNumLet: wordBreak.connector,
  WSegSpace: wordBreak.space,
};

const SENTENCE_BREAK_NAMES: Readonly<Record<string, number>> = {
  Other: sentenceBreak.other,
  CR: sentenceBreak.carriageReturn,
  LF: sentenceBreak.lineFeed,
  Sep: sentenceBreak.separator,
  Extend: sentenceBreak.extend,
  Format: sentenceBreak.format,
  Sp: sentenceBreak.space,
  Lower: sentenceBreak.lower,
  Upper: sentenceBreak.upper,
  OLetter: sentenceBreak.otherLetter,
  Numeric: sentenceBreak.numeric,
  ATerm: sentenceBreak.ambiguousTerminator,
  SContinue: sentenceBreak.continuation,
  STerm: sentenceBreak.terminator,
  Close: sentenceBreak.close,
};

interface Entry {
  readonly first: number;
  readonly last: number;
  readonly fields: readonly string[];
}

const folder = argv[2] ?? '/usr/share/unicode';

function readVersioned(name: string, mark: string): string {
  const path = join(folder, name);
  const content = readFileSync(path, 'utf8');
  if (!content.slice(0, 1000).includes(mark)) {
    throw new Error(
      `${path} is not of Unicode ${VERSION}: its head lacks "${mark}". Install Unicode ${VERSION}.`,
    );
  }
  return content;
}

function readUnicodeData(): string {
  const path = join(folder, 'UnicodeData.txt');
  const content = readFileSync(path);
  if (createHash('sha256').update(content).digest('hex') !== UNICODE_DATA_SHA256) {
    throw new Error(
      `${path} is not the file of Unicode ${VERSION}: its SHA-256 differs. Install Unicode ${VERSION}.`,
    );
  }
  return content.toString('utf8');
}

function entries(content: string): Entry[] {
  const found: Entry[] = [];
  for (const line of content.split('\n')) {
    const [range, ...fields] = line.replace(/#.*/u, '').split(';');
    const bounds = /^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*$/u.exec(range ?? '');
    if (bounds?.[1] !== undefined) {
      const first = Number.parseInt(bounds[1], 16);
      const last = Number.parseInt(bounds[2] ?? bounds[1], 16);
      found.push({ first, last, fields: fields.map((field) => field.trim()) });
    }
  }
  return found;
}

function property(name: string, mark = `-${VERSION}.txt`): Entry[] {
  return entries(readVersioned(name, mark));
}

function numbered(names: Readonly<Record<string, number>>, name: string): number {
  const value = names[name];
  if (value === undefined) throw new Error(`Unknown property value ${name}.`);
  return value;
}

function paint(
  table: Int32Array,
  list: readonly Entry[],
  value: (fields: readonly string[]) => number,
): void {
  for (const { first, last, fields } of list) table.fill(value(fields), first, last + 1);
}

function members(list: readonly Entry[], holds: (fields: readonly string[]) => boolean): Uint8Array {
  const table = new Uint8Array(CODE_POINTS);
  for (const { first, last, fields } of list) if (holds(fields)) table.fill(1, first, last + 1);
  return table;
}

function withPictograph(value: number): number {
  if (value === wordBreak.other) return wordBreak.pictograph;
  if (value === wordBreak.letter) return wordBreak.letterPictograph;
  throw new Error(`A pictograph has the unforeseen Word_Break value ${value}.`);
}

function compositionTable(): Int32Array {
  const table = new Int32Array(CODE_POINTS);
  paint(table, property('extracted/DerivedCombiningClass.txt'), (fields) => Number(fields[0]));
  const checks = property('DerivedNormalizationProps.txt').filter(({ fields }) => fields[0] === 'NFC_QC');
  paint(table, checks, () => COMPOSES);
  return table;
}

function wordTable(composition: Int32Array): Int32Array {
  const table = new Int32Array(CODE_POINTS);
  paint(table, property('auxiliary/WordBreakProperty.txt'), ([name]) =>
    numbered(WORD_BREAK_NAMES, name ?? ''),
  );
  table.fill(wordBreak.surrogate, 0xd800, 0xe000);
  const pictographs = property('emoji/emoji-data.txt', 'Emoji Version 15.0');
  const pictograph = members(pictographs, ([name]) => name === 'Extended_Pictographic');
  const category = property('extracted/DerivedGeneralCategory.txt');
  const wordlike = members(category, ([name]) => /^[LN]/u.test(name ?? ''));
  const unspaced = members(property('Scripts.txt'), ([name]) => UNSPACED_SCRIPTS.has(name ?? ''));
  return table.map((breakClass, codePoint) => {
    const value = pictograph[codePoint] === 1 ? withPictograph(breakClass) : breakClass;
    const letter = wordlike[codePoint] === 1;
    const paired = letter && unspaced[codePoint] === 1 && value !== wordBreak.numeric;
    const settled = composition[codePoint] === 0;
    return (
      value |
      (letter ? wordFlags.wordlike : 0) |
      (paired ? wordFlags.unspaced : 0) |
      (settled ? 0 : wordFlags.unsettled)
    );
  });
}

function sentenceTable(): Int32Array {
  const table = new Int32Array(CODE_POINTS);
  const list = property('auxiliary/SentenceBreakProperty.txt');
  paint(table, list, ([name]) => numbered(SENTENCE_BREAK_NAMES, name ?? ''));
  return table;
}

function lowerCaseShifts(): Int32Array {
  const table = new Int32Array(CODE_POINTS);
  for (const { first, fields } of entries(readUnicodeData())) {
    const lower = fields[12];
    if (lower !== undefined && lower !== '') table[first] = Number.parseInt(lower, 16) - first;
  }
  return table;
}

function whiteSpace(): Int32Array {
  const list = property('PropList.txt').filter(({ fields }) => fields[0] === 'White_Space');
  const table = new Int32Array(CODE_POINTS);
  paint(table, list, () => 1);
  return table;
}

/** Five bits a character, least first, as `(` and the 63 characters after it; bit 5 says that more follow. */
function encodeNumber(value: number): string {
  const more = value > 31;
  const character = String.fromCharCode(40 + (value & 31) + (more ? 32 : 0));
  return more ? character + encodeNumber(value >>> 5) : character;
}

function encodeRuns(table: Int32Array): string {
  let encoded = '';
  let first = 0;
  const last = table.findLastIndex((value) => value !== 0);
  for (let position = 1; position <= last + 1; position += 1) {
    const value = table[first] ?? 0;
    if (position > last || table[position] !== value) {
      encoded += encodeNumber(position - first) + encodeNumber(value < 0 ? -2 * value - 1 : 2 * value);
      first = position;
    }
  }
  return encoded;
}

function write(name: string, constant: string, table: Int32Array): void {
  const target = join(import.meta.dirname, 'tables');
  mkdirSync(target, { recursive: true });
  const head = `// Written by unicode-tables.generate.ts from Unicode ${VERSION}; see fixtures/unicode/LICENSE.\n`;
  writeFileSync(
    join(target, name),
    `${head}export const ${constant} =\n  ${JSON.stringify(encodeRuns(table))};\n`,
  );
}

const composition = compositionTable();
write('composition.ts', 'compositionRuns', composition);
write('word.ts', 'wordRuns', wordTable(composition));
write('sentence.ts', 'sentenceRuns', sentenceTable());
write('lower-case.ts', 'lowerCaseRuns', lowerCaseShifts());
write('white-space.ts', 'whiteSpaceRuns', whiteSpace());
