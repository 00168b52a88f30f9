/**
 * What the page can do besides being read: sort a table by a column, and show the audits that hold some words.
 * Without it everything is there in its order.
 */
export const SCRIPT = `
"use strict";
document.documentElement.classList.add("scripted");
for (const button of document.querySelectorAll("th button")) {
  button.addEventListener("click", () => {
    const head = button.closest("th");
    const table = head.closest("table");
    const column = [...head.parentElement.children].indexOf(head);
    const down = head.getAttribute("aria-sort") !== "descending";
    for (const other of head.parentElement.children) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const keyOf = (row) => row.children[column].dataset.key ?? row.children[column].textContent;
    const compare = (a, b) => {
      const [x, y] = [Number(keyOf(a)), Number(keyOf(b))];
      return Number.isNaN(x) || Number.isNaN(y) ? keyOf(a).localeCompare(keyOf(b)) : x - y;
    };
    const rows = [...table.tBodies[0].rows].sort((a, b) => (down ? -compare(a, b) : compare(a, b)));
    table.tBodies[0].append(...rows);
  });
}
const search = document.querySelector("input[type=search]");
const status = document.querySelector("#found");
search?.addEventListener("input", () => {
  const wanted = search.value.trim().toLowerCase();
  let shown = 0;
  for (const audit of document.querySelectorAll("details.audit")) {
    audit.hidden = !audit.textContent.toLowerCase().includes(wanted);
    if (!audit.hidden) shown += 1;
  }
  status.textContent = wanted === "" ? "" : shown + " found";
});
addEventListener("beforeprint", () => {
  for (const one of document.querySelectorAll("details.failed")) one.open = true;
});
`;
