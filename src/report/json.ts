import { printableJson } from './printable-text.ts';
import type { Renderer } from './renderer.ts';

/** The report as JSON, its keys in the order of the report document; nothing in it could drive a terminal. */
export const jsonRenderer: Renderer = {
  id: 'json',
  extensions: ['.json'],
  render: jsonText,
};

/** A document as JSON, its keys in its own order. */
export function jsonText(document: unknown): string {
  return `${printableJson(JSON.stringify(document, null, 2))}\n`;
}

/** One value on one line, as safe to print as a whole report. */
export function jsonLine(value: unknown): string {
  return printableJson(JSON.stringify(value));
}
