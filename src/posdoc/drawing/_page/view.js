// Where the reader stands: how far the sheet is moved and how much it is enlarged.

const MAX_SCALE = 4;
/** The scale below which titles cannot be read, and the one beyond which a small chart is not enlarged to fill the page. */
const READABLE = 0.65;
const COMFORTABLE = 1.5;
/** The scale below which texts are left out. */
const FAR = 0.28;
const MARGIN = 18;

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const eased = (share) => 1 - (1 - share) ** 3;

class View {
  constructor(stage, sheet, sheetNode) {
    this.stage = stage;
    this.sheet = sheet;
    this.node = sheetNode;
    this.x = 0;
    this.y = 0;
    this.scale = 1;
    this.covered = { right: 0, bottom: 0 };
    this.whenMoved = () => {};
    this.whenSettled = () => {};
  }

  /** The part of the stage that nothing covers. */
  get room() {
    const { clientWidth, clientHeight } = this.stage;
    return { width: clientWidth - this.covered.right, height: clientHeight - this.covered.bottom };
  }

  get fitting() {
    const [, , width, height] = this.sheet.bounds;
    const { room } = this;
    return Math.min((room.width - 2 * MARGIN) / width, (room.height - 2 * MARGIN) / height);
  }

  /** Moves to a place at once, before the next frame is drawn. */
  set(place) {
    Object.assign(this, place);
    this.#keepInSight();
    if (!this.waiting) this.waiting = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    this.waiting = 0;
    this.node.style.transform = `translate(${round(this.x)}px, ${round(this.y)}px) scale(${this.scale})`;
    this.whenMoved();
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.#settle(), 220);
  }

  /** What takes longer than a frame is done when the sheet has come to rest: texts appear, and all becomes sharp. */
  #settle() {
    this.whenSettled();
    if (this.settled === this.scale) return;
    this.settled = this.scale;
    this.stage.classList.toggle("far", this.scale < FAR);
    // The browser keeps the picture of a layer that may change as it is and only enlarges it, until it is told otherwise.
    this.node.style.willChange = "auto";
    requestAnimationFrame(() => requestAnimationFrame(() => (this.node.style.willChange = "")));
  }

  /** However the sheet is moved, some of it stays to be seen. */
  #keepInSight() {
    const [x, y, width, height] = this.sheet.bounds;
    const { room, scale } = this;
    const kept = 80;
    const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
    this.x = clamp(this.x, kept - (x + width) * scale, room.width - kept - x * scale);
    this.y = clamp(this.y, kept - (y + height) * scale, room.height - kept - y * scale);
  }

  /** Moves to a place in a short while, unless the reader wants no motion. */
  glide(place) {
    const start = { x: this.x, y: this.y, scale: this.scale };
    const goal = { ...start, ...place };
    this.run(220, (share) => {
      const between = (name) => start[name] + (goal[name] - start[name]) * share;
      this.set({ x: between("x"), y: between("y"), scale: between("scale") });
    });
  }

  /** Calls `step` in every frame of a while with the share that has passed; at last, if nothing stops it, with 1. */
  run(duration, step, whenStopped = () => {}) {
    this.stop();
    if (isStill() || !duration) return step(1);
    const start = performance.now();
    const next = (now) => {
      const share = Math.min(1, Math.max(0, now - start) / duration);
      this.running = share < 1 ? requestAnimationFrame(next) : 0;
      step(eased(share));
    };
    this.running = requestAnimationFrame(next);
    this.whenStopped = whenStopped;
  }

  /** Ends what is running. */
  stop() {
    if (!this.running) return;
    cancelAnimationFrame(this.running);
    this.running = 0;
    this.whenStopped();
  }

  moveBy(x, y) {
    this.set({ x: this.x + x, y: this.y + y });
  }

  /** The place that is enlarged by a factor around a point of the stage. */
  zoomed(factor, x, y) {
    const least = Math.min(this.fitting, READABLE) * 0.7;
    const scale = Math.min(Math.max(this.scale * factor, least), MAX_SCALE);
    const ratio = scale / this.scale;
    return { x: x - (x - this.x) * ratio, y: y - (y - this.y) * ratio, scale };
  }

  zoomBy(factor, x = this.room.width / 2, y = this.room.height / 2) {
    this.glide(this.zoomed(factor, x, y));
  }

  /** The place in which all of the sheet is to be seen. */
  whole() {
    return this.#centred(Math.min(this.fitting, COMFORTABLE));
  }

  /** The place in which a chart is opened: all of it, or, if that could not be read, its top around a box. */
  opening(box) {
    if (this.fitting >= READABLE || !box) return this.whole();
    const place = this.#centred(READABLE);
    const [x, y, width, height] = this.sheet.bounds;
    const { room } = this;
    if (width * READABLE > room.width - 2 * MARGIN) {
      const wanted = room.width / 2 - (box.place[0] + box.at[2] / 2) * READABLE;
      const most = MARGIN - x * READABLE;
      place.x = Math.min(most, Math.max(wanted, room.width - MARGIN - (x + width) * READABLE));
    }
    if (height * READABLE > room.height - 2 * MARGIN) place.y = MARGIN - y * READABLE;
    return place;
  }

  #centred(scale) {
    const [x, y, width, height] = this.sheet.bounds;
    const { room } = this;
    return { x: room.width / 2 - (x + width / 2) * scale, y: room.height / 2 - (y + height / 2) * scale, scale };
  }

  /** The place in which a box stands in the middle, large enough to be read. */
  around(box) {
    const scale = Math.max(this.scale, 1);
    const { room } = this;
    const [x, y] = box.place;
    return {
      x: room.width / 2 - (x + box.at[2] / 2) * scale,
      y: room.height / 2 - (y + box.at[3] / 2) * scale,
      scale,
    };
  }

  /** Where a box is on the stage. */
  rectOf(box) {
    const { x, y, scale } = this;
    const [left, top] = box.place;
    return { x: x + left * scale, y: y + top * scale, width: box.at[2] * scale, height: box.at[3] * scale };
  }

  /** Moves just as far as it takes to see a box. */
  bringIn(box) {
    const rect = this.rectOf(box);
    const { room } = this;
    const missing = (start, size, whole) =>
      Math.max(MARGIN - start, 0) || Math.min(whole - MARGIN - start - size, 0);
    const x = missing(rect.x, rect.width, room.width);
    const y = missing(rect.y, rect.height, room.height);
    if (x || y) this.glide({ x: this.x + x, y: this.y + y });
  }
}
