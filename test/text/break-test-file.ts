import { readFileSync } from 'node:fs';

/** The cases of a Unicode break test file: pieces between ÷ marks. */
export function readBreakTests(name: string): string[][] {
  const path = new URL(`../../fixtures/unicode/${name}`, import.meta.url);
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines
    .map((line) => line.replace(/#.*/u, '').trim())
    .filter((line) => line !== '')
    .map((line) =>
      line
        .split('÷')
        .map(decodePiece)
        .filter((piece) => piece !== ''),
    );
}

function decodePiece(piece: string): string {
  const codePoints = piece
    .split('×')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return String.fromCodePoint(...codePoints.map((hex) => Number.parseInt(hex, 16)));
}
