/** One text of a corpus with what is known about it. Everything but the text is optional. */
export interface Document {
  readonly text: string;
  /** The identity its owner gave it; a document without one is known by its content hash. */
  readonly id?: string;
  /** Where the text was taken from: a site, a book, a crawl. */
  readonly source?: string;
  /** When it was written, as the record says it. */
  readonly date?: string;
  /** A provenance label, such as `human` or a model's name. */
  readonly label?: string;
}
