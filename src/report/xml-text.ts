import { printableText } from './printable-text.ts';

/** Everything that XML 1.0 has no place for (§ 2.2, Char): it may not even be written as a reference. */
const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Untrusted text on one line, for the content of an element or a value between quotes. */
export function xmlText(text: string): string {
  return printableText(text)
    .replace(NO_CHARACTER, '\ufffd')
    .replace(/[&<>"']/gu, (mark) => REFERENCES[mark] ?? mark);
}
