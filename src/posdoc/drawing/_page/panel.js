// The panel at the side: what a box says, whom it is connected with, and its details.

/** An element with a text, or with children. */
function element(name, content, className = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (typeof content === "string") made.textContent = content;
  else made.append(...content);
  return made;
}

/** Up to how many characters a value stands beside its label. */
const SHORT = 36;

class Panel {
  constructor(chart, words, jump) {
    this.chart = chart;
    this.words = words;
    this.jump = jump;
    this.node = document.getElementById("panel");
    this.about = document.getElementById("about");
  }

  get isOpen() {
    return !this.node.hidden;
  }

  open(box) {
    this.node.hidden = false;
    document.body.classList.add("with-panel");
    this.about.scrollTop = 0;
    this.about.replaceChildren(...this.#parts(box));
  }

  /** Gives the keyboard to the panel. */
  focus() {
    this.about.querySelector("h2").focus({ preventScroll: true });
  }

  close() {
    this.node.hidden = true;
    document.body.classList.remove("with-panel");
  }

  #parts(box) {
    const title = element("h2", box.name);
    title.tabIndex = -1;
    const units = Chart.unitsOf(box);
    const details = box.details ?? [];
    const facts = details.filter(Panel.#isShort);
    return [
      ...(units.length ? [element("p", units.join(" › "), "units")] : []),
      title,
      ...box.names.slice(0, box.lines).map((line) => element("p", line, "line")),
      Panel.#table(this.#relations(box)),
      Panel.#table(facts.map(([label, value]) => [label, [value]])),
      ...details.filter((detail) => !facts.includes(detail)).map((detail) => Panel.#section(...detail)),
    ];
  }

  static #isShort([label, ...values]) {
    return values.length === 1 && label.length <= 24 && values[0].length <= SHORT;
  }

  /** Rows of a label and what belongs to it. */
  static #table(rows) {
    const row = ([label, content]) => element("div", [element("dt", label), element("dd", content)]);
    return element("dl", rows.map(row), "rows");
  }

  static #section(label, ...values) {
    const several = values.length > 1;
    const body = several ? element("ol", values.map((value) => element("li", value))) : element("p", values[0] ?? "");
    return element("section", [element("h3", label), body]);
  }

  /** Whom a box is connected with: the superior, the reports, then by what the links mean. */
  #relations(box) {
    const { words } = this;
    const groups = new Map();
    const add = (label, other, note) => {
      if (!groups.has(label)) groups.set(label, []);
      groups.get(label).push(this.#jumpTo(other, note));
    };
    if (box.superior) add(words.superior, box.superior);
    for (const report of box.reports) add(words.reports, report);
    for (const link of this.chart.links) {
      if (link.source === box) add(words[Panel.#labelOf(link, true)], link.target, link.text);
      else if (link.target === box) add(words[Panel.#labelOf(link, false)], link.source, link.text);
    }
    return [...groups].map(([label, jumps]) => [label, [element("ul", jumps)]]);
  }

  /** The word for a link, seen from its source or from its target. */
  static #labelOf({ style }, isFrom) {
    if (style === "flow") return isFrom ? "next" : "previous";
    if (style === "promotion" || style === "demotion") return `${style}_${isFrom ? "to" : "from"}`;
    return style;
  }

  #jumpTo(box, note) {
    const button = element("button", box.name);
    button.type = "button";
    button.addEventListener("click", () => this.jump(box));
    return element("li", note ? [button, element("span", note)] : [button]);
  }
}
