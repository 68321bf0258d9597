// The chart as data: who is below whom, what is collapsed, and what is therefore to be seen.

class Chart {
  constructor(data) {
    this.boxes = data.boxes.map((box, index) => ({ ...box, index, superior: null, reports: [], collapsed: false }));
    this.frames = data.frames.map((frame) => ({ ...frame, boxes: [], inside: [] }));
    this.lines = data.lines.map(([source, target]) => ({ source: this.boxes[source], target: this.boxes[target] }));
    this.links = data.links.map((link) => ({
      ...link,
      source: this.boxes[link.ends[0]],
      target: this.boxes[link.ends[1]],
    }));
    this.#hang();
    this.#fill();
    this.show();
  }

  /** Whether there is anything that could be collapsed. */
  get isTree() {
    return this.lines.length > 0;
  }

  /** Gives every box its superior, its reports, its level (from 1) and the number of boxes below it. */
  #hang() {
    for (const { source, target } of this.lines) {
      if (target.superior || Chart.lineOf(source).includes(target)) continue;
      target.superior = source;
      source.reports.push(target);
    }
    this.roots = this.boxes.filter((box) => !box.superior);
    this.order = [];
    const waiting = [...this.roots].reverse();
    while (waiting.length) {
      const box = waiting.pop();
      box.level = box.superior ? box.superior.level + 1 : 1;
      box.below = 0;
      this.order.push(box);
      waiting.push(...[...box.reports].reverse());
    }
    for (const box of [...this.order].reverse()) {
      if (box.superior) box.superior.below += box.below + 1;
    }
    this.levels = Math.max(0, ...new Set(this.boxes.map((box) => box.level)));
  }

  /** Gives every frame the boxes in it, at whatever depth. */
  #fill() {
    for (const frame of this.frames) frame.parent = this.frames[frame.parent] ?? null;
    for (const box of this.boxes) {
      box.frame = this.frames[box.frame] ?? null;
      for (let frame = box.frame; frame; frame = frame.parent) frame.boxes.push(box);
    }
  }

  /** Gives every frame what stands right in it and how far its edges (left, top, right, bottom) keep from that. */
  enclose() {
    for (const frame of this.frames) {
      frame.parent?.inside.push(frame);
      if (frame.title) frame.inside.push({ at: frame.title });
      frame.isLane = [0, 1].map((axis) => this.frames.some((other) => Chart.#areLanes(frame, other, axis)));
    }
    for (const box of this.boxes) box.frame?.inside.push(box);
    for (const line of this.lines) {
      for (let frame = line.target.frame; frame; frame = frame.parent) {
        if (frame.boxes.includes(line.source)) frame.inside.push(line);
      }
    }
    for (const frame of this.frames) frame.pad = Chart.#padOf(frame);
  }

  /** Whether two frames are equally long beside one another, as bands across a chart are; then they stay so. */
  static #areLanes(frame, other, axis) {
    const isSame = (n) => Math.abs(frame.at[n] - other.at[n]) < 0.5;
    return other !== frame && other.parent === frame.parent && isSame(axis) && isSame(axis + 2);
  }

  static #padOf({ at: [x, y, width, height], inside }) {
    const rects = inside.flatMap((thing) => (thing.at ? [thing.at] : thing.paths[0].map((point) => [...point, 0, 0])));
    const least = (distances) => (distances.length ? Math.max(0, Math.min(...distances)) : 0);
    return [
      least(rects.map((rect) => rect[0] - x)),
      least(rects.map((rect) => rect[1] - y)),
      least(rects.map((rect) => x + width - rect[0] - rect[2])),
      least(rects.map((rect) => y + height - rect[1] - rect[3])),
    ];
  }

  /** A box and those above it, up to the top. */
  static lineOf(box) {
    const line = [];
    for (let one = box; one; one = one.superior) line.push(one);
    return line;
  }

  /** The names of the units around a box, from the outermost one. */
  static unitsOf(box) {
    const names = [];
    for (let frame = box.frame; frame; frame = frame.parent) if (frame.name) names.unshift(frame.name);
    return names;
  }

  /** Works out what is to be seen. */
  show() {
    for (const box of this.order) box.visible = !box.superior || (box.superior.visible && !box.superior.collapsed);
    for (const frame of this.frames) frame.visible = !frame.boxes.length || frame.boxes.some((box) => box.visible);
    for (const line of [...this.lines, ...this.links]) line.visible = line.source.visible && line.target.visible;
  }

  /** Collapses what has reports on a level and those below it; opens what is above. 0 opens everything. */
  collapseFrom(level) {
    for (const box of this.boxes) box.collapsed = level > 0 && box.level >= level && box.reports.length > 0;
  }

  /** Opens everything above a box. Whether there was anything to open. */
  uncover(box) {
    const closed = Chart.lineOf(box).slice(1).filter((above) => above.collapsed);
    for (const above of closed) above.collapsed = false;
    return closed.length > 0;
  }
}
