// The search: by names in any language, codes, pinyin and its initials, and by what the details say.

const MOST_RESULTS = 50;
const normal = (text) => text.normalize("NFKC").toLowerCase();
const squeezed = (text) => normal(text).replace(/\s+/g, "");

/** Whether what was typed goes along the syllables from a place on: of each, its beginning or all of it. */
function soundsFrom(syllables, place, typed) {
  if (!typed) return true;
  for (const reading of syllables[place] ?? []) {
    let same = 0;
    while (same < reading.length && reading[same] === typed[same]) same++;
    for (let taken = same; taken > 0; taken--) {
      if (soundsFrom(syllables, place + 1, typed.slice(taken))) return true;
    }
  }
  return false;
}

class Index {
  constructor(boxes) {
    this.entries = boxes.map((box) => ({
      box,
      name: squeezed(box.name),
      names: box.names.map(squeezed),
      sounds: box.sounds.map((text) => (text ? text.split(" ").map((readings) => readings.split("/")) : [])),
    }));
  }

  /** The boxes in which every word of a query is found, the best first: {box, seen}, `seen` being what was found. */
  find(query) {
    const words = normal(query).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const found = [];
    for (const entry of this.entries) {
      const hits = words.map((word) => this.#hit(entry, word));
      if (hits.some((hit) => !hit)) continue;
      const rank = Math.max(...hits.map((hit) => hit.rank));
      found.push({ box: entry.box, rank, seen: hits.find((hit) => hit.seen)?.seen ?? "" });
    }
    return found.sort((a, b) => a.rank - b.rank);
  }

  /** Where a word is found in a box: the smaller the rank, the better. */
  #hit(entry, word) {
    const { box, name, names, sounds } = entry;
    if (name === word) return { rank: 0 };
    if (name.includes(word)) return { rank: name.startsWith(word) ? 1 : 2 };
    const exact = names.indexOf(word);
    if (exact >= 0) return { rank: 1, seen: box.names[exact] };
    const number = names.findIndex((one) => one.includes(word));
    if (number >= 0) return { rank: 3, seen: box.names[number] };
    const typed = word.replaceAll("ü", "v").replaceAll("'", "");
    return (/^[a-z0-9]+$/.test(typed) && this.#hitBySound(entry, typed)) || this.#hitInDetails(entry, word);
  }

  #hitBySound({ box, sounds }, typed) {
    const hit = (rank, number) => number >= 0 && { rank, seen: number ? box.names[number - 1] : "" };
    const inside = (syllables) => syllables.some((_, place) => soundsFrom(syllables, place, typed));
    return (
      hit(4, sounds.findIndex((syllables) => soundsFrom(syllables, 0, typed))) ||
      (typed.length > 1 && hit(5, sounds.findIndex(inside)))
    );
  }

  #hitInDetails(entry, word) {
    entry.details ??= (entry.box.details ?? []).flatMap(([label, ...values]) =>
      values.map((value) => ({ label, value, text: normal(value) })),
    );
    const detail = entry.details.find(({ text }) => text.includes(word));
    return detail && { rank: 6, seen: `${detail.label}: ${excerpt(detail.value, word)}` };
  }
}

/** The part of a long text around a word. */
function excerpt(text, word) {
  const place = Math.max(0, normal(text).indexOf(word) - 12);
  const end = place + 60;
  return (place ? "…" : "") + text.slice(place, end) + (end < text.length ? "…" : "");
}

/** The search box and its list of results. */
class Finder {
  constructor(index, words, choose) {
    this.index = index;
    this.words = words;
    this.choose = choose;
    this.input = document.getElementById("search");
    this.list = document.getElementById("results");
    this.pop = document.getElementById("found");
    this.count = document.getElementById("count");
    this.results = [];
    this.active = -1;
    this.input.addEventListener("input", () => this.#look());
    this.input.addEventListener("focus", () => this.#look());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("blur", () => this.close());
    this.pop.addEventListener("pointerdown", (event) => event.preventDefault()); // the list must not take the focus
    this.list.addEventListener("click", (event) => this.#click(event));
  }

  focus() {
    this.input.focus();
    this.input.select();
  }

  close() {
    this.pop.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  #look() {
    const query = this.input.value.trim();
    if (!query) return this.close();
    this.results = this.index.find(query);
    const shown = this.results.slice(0, MOST_RESULTS);
    this.list.replaceChildren(...shown.map((result, number) => this.#option(result, number, query)));
    this.count.textContent = this.#summary(shown.length);
    this.pop.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.#activate(shown.length ? 0 : -1);
  }

  #summary(shown) {
    const { words, results } = this;
    if (!results.length) return words.no_results;
    const text = shown < results.length ? words.results_many : results.length === 1 ? words.results_one : words.results;
    return text.replace("{count}", results.length).replace("{shown}", shown);
  }

  #option({ box, seen }, number, query) {
    const option = document.createElement("li");
    option.id = `result-${number}`;
    option.setAttribute("role", "option");
    const beside = seen || [...box.names.slice(0, box.lines), ...Chart.unitsOf(box).slice(-1)].join(" · ");
    option.append(marked("b", box.name, query), marked("span", beside, query));
    return option;
  }

  #activate(number) {
    this.active = number;
    for (const [n, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(n === number));
      if (n === number) option.scrollIntoView({ block: "nearest" });
    }
    if (number >= 0) this.input.setAttribute("aria-activedescendant", `result-${number}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  #key(event) {
    const count = this.list.children.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (step && !this.pop.hidden && count) this.#activate((this.active + step + count) % count);
    else if (event.key === "Enter" && !this.pop.hidden && this.active >= 0) this.#take(this.active);
    else if (event.key === "Escape") this.#leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #leave() {
    if (this.pop.hidden) this.input.value = "";
    this.close();
  }

  #click(event) {
    const option = event.target.closest("[role=option]");
    if (option) this.#take([...this.list.children].indexOf(option));
  }

  #take(number) {
    const { box } = this.results[number];
    this.close();
    this.choose(box);
  }
}

/** An element with a text in which the words of a query are marked. */
function marked(name, text, query) {
  const element = document.createElement(name);
  const low = text.toLowerCase();
  const word = query.toLowerCase().split(/\s+/).find((one) => low.includes(one));
  const start = word && low.length === text.length ? low.indexOf(word) : -1;
  if (start < 0) {
    element.textContent = text;
    return element;
  }
  const mark = document.createElement("mark");
  mark.textContent = text.slice(start, start + word.length);
  element.append(text.slice(0, start), mark, text.slice(start + word.length));
  return element;
}
