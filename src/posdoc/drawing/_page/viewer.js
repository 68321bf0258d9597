// The page as a whole: puts the parts together and says what happens when something is chosen.

const byId = (name) => document.getElementById(name);
/** With more boxes than this, they jump to their new places instead of gliding there. */
const MOST_GLIDING = 400;

class Viewer {
  constructor(data) {
    this.words = data.words;
    this.chart = new Chart(data);
    this.sheet = new Sheet(this.chart, this.words);
    this.stage = byId("stage");
    this.view = new View(this.stage, this.sheet, byId("sheet"));
    this.signs = new Signs(this.view, this.chart.boxes);
    this.view.whenMoved = () => this.#follow();
    this.view.whenSettled = () => this.signs.choose();
    this.gestures = new Gestures(this.stage, this.view, (box, onHandle) => this.#hint(box, onHandle));
    this.finder = new Finder(new Index(this.chart.boxes), this.words, (box) => this.jumpTo(box));
    this.panel = new Panel(this.chart, this.words, (box) => this.jumpTo(box));
    this.keyboard = new Keyboard(this);
    this.ring = byId("ring");
    this.hover = byId("hover");
    this.marked = null;
    this.#setStop(this.chart.roots[0] ?? this.chart.boxes[0]);
    this.#listen();
    this.#offerLevels();
    this.#measure();
    this.view.set(this.view.opening(this.chart.roots[0]));
  }

  #listen() {
    const { view, chart } = this;
    const actions = {
      "zoom-in": () => view.zoomBy(1.4),
      "zoom-out": () => view.zoomBy(1 / 1.4),
      fit: () => view.glide(view.whole()),
      "collapse-all": () => this.#collapseFrom(1),
      "expand-all": () => this.#collapseFrom(0),
      print: () => print(),
      help: () => byId("keys").showModal(),
      close: () => this.close(),
    };
    for (const [name, action] of Object.entries(actions)) byId(name).addEventListener("click", action);
    this.stage.addEventListener("click", (event) => this.#click(event));
    this.stage.addEventListener("focusin", (event) => this.#focused(event));
    addEventListener("resize", () => {
      this.#measure();
      view.set({});
    });
    byId("level").addEventListener("change", (event) => this.#collapseFrom(Number(event.target.value)));
    document.body.classList.toggle("tree", chart.isTree);
    byId("key").hidden = !byId("key").textContent.trim();
  }

  #offerLevels() {
    const level = byId("level");
    level.append(new Option(this.words.all_levels, "0"));
    for (let n = 1; n < this.chart.levels; n++) level.append(new Option(this.words.down_to.replace("{level}", n), n));
  }

  boxOf(node) {
    const name = node.closest(".box")?.id;
    return name ? this.chart.boxes[Number(name.slice(1)) - 1] : null;
  }

  #click(event) {
    if (event.target.closest("#key, #zoom")) return;
    const told = this.boxOf(event.target); // a screen reader clicks on the box itself
    const { box, onHandle } = told ? { box: told } : this.gestures.aimedAt(event);
    if (!box) {
      this.close();
      return this.#mark(null);
    }
    if (onHandle) return this.toggle(box);
    this.#focus(box);
    this.open(box);
  }

  #hint(box, onHandle) {
    const { words } = this;
    const below = words.below.replace("{count}", box.below);
    if (onHandle) return box.collapsed ? `${words.expand} (${below})` : `${words.collapse} (${below})`;
    return box.tip ?? "";
  }

  #focused(event) {
    const box = this.boxOf(event.target);
    if (!box) return;
    this.#setStop(box);
    if (box.node.matches(":focus-visible")) this.#mark(box);
  }

  /** Of all boxes, the Tab key stops at one. */
  #setStop(box) {
    this.stop?.node.setAttribute("tabindex", "-1");
    this.stop = box;
    box?.node.setAttribute("tabindex", "0");
  }

  #focus(box) {
    box.node.focus({ preventScroll: true });
  }

  #mark(box, isNew = false) {
    this.marked?.node.removeAttribute("aria-selected");
    this.marked = box;
    if (box && this.chart.isTree) box.node.setAttribute("aria-selected", "true");
    this.ring.classList.remove("new");
    if (isNew) requestAnimationFrame(() => this.ring.classList.add("new"));
    this.#follow();
  }

  /** Keeps what lies in front of the chart in its place. */
  #follow() {
    this.signs.move();
    this.#drawAround(this.ring, this.marked);
    this.#drawAround(this.hover, this.gestures.hovered);
  }

  #drawAround(ring, box) {
    ring.hidden = !box?.visible;
    if (ring.hidden) return;
    const { x, y, width, height } = this.view.rectOf(box);
    Object.assign(ring.style, { transform: `translate(${x}px, ${y}px)`, width: `${width}px`, height: `${height}px` });
  }

  /** Goes to a box by the arrow keys. */
  walkTo(box) {
    this.#focus(box);
    this.#mark(box);
    if (this.panel.isOpen) this.panel.open(box);
    this.view.bringIn(box);
  }

  /** Goes to a box wherever it is: opens what hides it, puts it in the middle and marks it. */
  jumpTo(box) {
    if (this.chart.uncover(box)) this.#redraw();
    this.#focus(box);
    this.#mark(box, true);
    if (this.panel.isOpen) this.panel.open(box);
    this.view.glide(this.view.around(box));
  }

  /** Shows what is known of a box. */
  open(box) {
    this.panel.open(box);
    this.#measure();
    this.#mark(box);
    this.view.bringIn(box);
  }

  close() {
    const hadFocus = this.panel.node.contains(document.activeElement);
    this.panel.close();
    this.#measure();
    if (hadFocus && this.marked) this.#focus(this.marked);
  }

  /** How much of the stage the panel and the legend cover. */
  #measure() {
    const { node } = this.panel;
    const isBelow = node.offsetWidth >= this.stage.clientWidth;
    const bottom = isBelow ? node.offsetHeight : 0;
    this.view.covered = { right: isBelow ? 0 : node.offsetWidth, bottom: Math.max(bottom, byId("key").offsetHeight) };
  }

  /** Collapses a box or opens it again. It stays where it is, so that it can be undone at once. */
  toggle(box) {
    if (!box.reports.length) return;
    box.collapsed = !box.collapsed;
    byId("level").value = "";
    this.#settle(box);
  }

  /** Draws the chart as it is to be seen now. */
  #redraw() {
    this.view.stop();
    this.chart.show();
    this.sheet.update();
    this.#keepStop();
  }

  #settle(anchor) {
    const { chart, sheet, view } = this;
    view.stop();
    const before = sheet.maps;
    const [x, y] = anchor.place;
    const start = { x: view.x, y: view.y };
    this.#redraw();
    const after = sheet.maps;
    const isLarge = chart.boxes.filter((one) => one.visible).length > MOST_GLIDING;
    const step = (share) => {
      const maps = share < 1 ? [0, 1].map((axis) => new BetweenMaps(before[axis], after[axis], share)) : after;
      sheet.place(...maps);
      view.set({
        x: start.x - (anchor.place[0] - x) * view.scale,
        y: start.y - (anchor.place[1] - y) * view.scale,
      });
    };
    view.run(isLarge ? 0 : 240, step, () => step(1));
  }

  /** If the box at which Tab stops, or the marked one, has been hidden, the one above takes its place. */
  #keepStop() {
    const seen = (box) => Chart.lineOf(box).find((one) => one.visible);
    const hadFocus = this.stop?.node.contains(document.activeElement);
    if (this.stop && !this.stop.visible) {
      this.#setStop(seen(this.stop));
      if (hadFocus || document.activeElement === document.body) this.#focus(this.stop);
    }
    if (this.marked && !this.marked.visible) this.#mark(seen(this.marked));
  }

  #collapseFrom(level) {
    const { chart, view } = this;
    chart.collapseFrom(level);
    this.#redraw();
    byId("level").value = String(level);
    view.glide(view.opening(chart.roots[0]));
  }
}

new Viewer(JSON.parse(byId("data").textContent));
