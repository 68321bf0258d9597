// Signposts: where a chart is so small that nothing in it can be read, the names of the largest branches stand above it.

const MOST_SIGNS = 16;
const SIGN_HEIGHT = 20;

class Signs {
  constructor(view, boxes) {
    this.view = view;
    this.heads = boxes.filter((box) => box.below > 0).sort((a, b) => b.below - a.below);
    this.node = document.getElementById("signs");
    this.shown = [];
  }

  /** Chooses anew which signs there is room for. */
  choose() {
    this.shown = [];
    for (const box of this.view.scale < FAR ? this.heads : []) {
      if (this.shown.length === MOST_SIGNS) break;
      const sign = box.visible && this.#signOf(box);
      if (sign && this.shown.every((other) => Signs.#areApart(sign, other))) this.shown.push(sign);
    }
    for (const sign of this.shown) sign.node = element("span", sign.box.name);
    this.node.replaceChildren(...this.shown.map((sign) => sign.node));
    this.move();
  }

  move() {
    for (const { box, node } of this.shown) {
      const { x, y, width } = this.view.rectOf(box);
      node.style.transform = `translate(${round(x + width / 2)}px, ${round(y)}px) translate(-50%, -100%)`;
    }
  }

  /** Where the sign of a box would be, if that is on the stage. */
  #signOf(box) {
    const rect = this.view.rectOf(box);
    const half = 12 + [...box.name].reduce((sum, char) => sum + (char > "\u2e80" ? 12 : 7), 0) / 2;
    const sign = { box, x: rect.x + rect.width / 2, y: rect.y, half };
    const { width, height } = this.view.room;
    return sign.x > 0 && sign.x < width && sign.y > SIGN_HEIGHT && sign.y < height ? sign : null;
  }

  static #areApart(a, b) {
    return Math.abs(a.x - b.x) > a.half + b.half || Math.abs(a.y - b.y) > SIGN_HEIGHT + 4;
  }
}
