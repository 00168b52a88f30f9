import { html as template } from 'htm/preact';
import type { ComponentChildren } from 'preact';

/** What a part of the page may be: an element, several, text, or nothing. */
export type Markup = ComponentChildren;

/** Markup as a template. Values become text or attributes, and are escaped when the page is written. */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): Markup {
  return template(strings, ...values);
}
