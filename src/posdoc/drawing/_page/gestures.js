// Mouse, wheel and fingers on the stage: drag to move, wheel or two fingers to zoom, double click to come nearer.

/** How far, in pixels, a pointer may slip in a click. */
const SLIP = 5;

class Gestures {
  constructor(stage, view, hint) {
    this.stage = stage;
    this.view = view;
    this.glass = document.getElementById("glass");
    this.hint = hint;
    this.pointers = new Map();
    this.moved = false;
    stage.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    stage.addEventListener("pointerdown", (event) => this.#down(event));
    stage.addEventListener("pointermove", (event) => this.#move(event));
    for (const name of ["pointerup", "pointercancel"]) stage.addEventListener(name, (event) => this.#up(event));
    stage.addEventListener("pointerleave", (event) => this.#hover(event));
    stage.addEventListener("dblclick", (event) => this.#doubleClick(event));
    // A click that ended a drag is none.
    stage.addEventListener("click", (event) => this.moved && event.stopPropagation(), { capture: true });
  }

  #at(event) {
    const { left, top } = this.stage.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  static #isGround(event) {
    return !event.target.closest("#key, #zoom");
  }

  /** What is at the place of an event: {box, onHandle}. */
  aimedAt(event) {
    const { view } = this;
    const { x, y } = this.#at(event);
    return view.sheet.find((x - view.x) / view.scale, (y - view.y) / view.scale);
  }

  #wheel(event) {
    if (!Gestures.#isGround(event)) return;
    event.preventDefault();
    this.view.stop();
    const lines = event.deltaMode === 1 ? 20 : 1;
    const delta = Math.max(-160, Math.min(160, event.deltaY * lines));
    const { x, y } = this.#at(event);
    this.view.set(this.view.zoomed(Math.exp(-delta * (event.ctrlKey ? 0.01 : 0.0018)), x, y));
  }

  #down(event) {
    if (event.button || !Gestures.#isGround(event)) return;
    if (!this.pointers.size) this.moved = false;
    this.pointers.set(event.pointerId, this.#at(event));
    this.view.stop();
  }

  #move(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return this.#hover(event);
    const now = this.#at(event);
    if (!this.moved && Math.hypot(now.x - before.x, now.y - before.y) < SLIP) return;
    if (!this.moved) this.#begin(event);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) this.#pinch(before, now, other);
    else this.view.moveBy(now.x - before.x, now.y - before.y);
    this.pointers.set(event.pointerId, now);
  }

  /** Shows what a click would meet. */
  #hover(event) {
    if (event.pointerType !== "mouse") return;
    const { box, onHandle } = Gestures.#isGround(event) ? this.aimedAt(event) : {};
    if (box === this.hovered && onHandle === this.onHandle) return;
    this.hovered = box;
    this.onHandle = onHandle;
    this.stage.classList.toggle("aimed", Boolean(box));
    this.glass.title = box ? this.hint(box, onHandle) : "";
    this.view.whenMoved();
  }

  #begin(event) {
    this.moved = true;
    this.stage.setPointerCapture(event.pointerId);
    this.stage.classList.add("dragged");
  }

  /** One finger moves from `before` to `now` while the other one rests. */
  #pinch(before, now, other) {
    const spread = (one) => Math.max(10, Math.hypot(one.x - other.x, one.y - other.y));
    const middle = (one) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
    const [was, is] = [middle(before), middle(now)];
    this.view.moveBy(is.x - was.x, is.y - was.y);
    this.view.set(this.view.zoomed(spread(now) / spread(before), is.x, is.y));
  }

  #up(event) {
    this.pointers.delete(event.pointerId);
    if (this.pointers.size) return;
    this.stage.classList.remove("dragged");
    setTimeout(() => (this.moved = false)); // after the click that ends a drag
  }

  #doubleClick(event) {
    if (!Gestures.#isGround(event) || this.aimedAt(event).box) return;
    const { x, y } = this.#at(event);
    this.view.zoomBy(event.shiftKey ? 0.5 : 2, x, y);
  }
}
