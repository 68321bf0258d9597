"use strict";
(() => {
  const bar = document.querySelector(".filter");
  if (!bar) return;
  const words = bar.querySelector("input[type=search]");
  const kinds = [...bar.querySelectorAll("input[type=checkbox]")];
  const count = bar.querySelector("output");
  const folded = (node) => node.textContent.toLowerCase();
  const subjects = [...document.querySelectorAll("section")].map((section) => ({
    section,
    link: document.querySelector(`nav a[href="#${section.id}"]`)?.parentElement,
    head: [...section.querySelectorAll("h2, .remarks")].map(folded).join(" "),
    rows: [...section.querySelectorAll("tbody tr")].map((row) => ({ row, text: folded(row) })),
  }));

  function filter() {
    const wanted = words.value.trim().toLowerCase();
    const shown = new Set(kinds.filter((kind) => kind.checked).map((kind) => kind.value));
    let found = 0;
    for (const { section, link, head, rows } of subjects) {
      const isNamed = head.includes(wanted);
      let left = 0;
      for (const { row, text } of rows) {
        row.hidden = !(shown.has(row.className) && (isNamed || text.includes(wanted)));
        left += row.hidden ? 0 : 1;
      }
      section.hidden = !(left || (isNamed && !rows.length && shown.has(section.className)));
      if (link) link.hidden = section.hidden;
      found += left || (section.hidden ? 0 : 1);
    }
    count.textContent = bar.dataset.found.replace("{count}", found);
  }

  bar.hidden = false;
  bar.addEventListener("input", filter);
  bar.addEventListener("submit", (event) => event.preventDefault());
  filter();
})();
