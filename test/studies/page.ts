/** The page with another text between the marks of a section. Throws where the page has no such marks. */
export function withSection(page: string, name: string, section: string): string {
  const [begin, end] = [`<!-- begin: ${name} -->`, `<!-- end: ${name} -->`];
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from)
    throw new Error(`The page has no place for ${name}: it takes ${begin} and ${end}.`);
  return `${page.slice(0, from + begin.length)}\n\n${section.trim()}\n\n${page.slice(to)}`;
}
