// The drawing of the chart: finds its parts in the SVG, shows and hides them, and puts them where the maps say.
// Places are written into the shapes themselves. Thousands of elements with a transform of their own are moved quickly
// but make every later step of the browser slow.

const SVG = "http://www.w3.org/2000/svg";
const round = (value) => Math.round(value * 100) / 100;
const numbersIn = (text) => (text.match(/-?[\d.]+/g) ?? []).map(Number);
const pairs = (numbers) => Array.from({ length: numbers.length >> 1 }, (_, n) => [numbers[2 * n], numbers[2 * n + 1]]);
const numberOf = (node, name) => Number(node.getAttribute(name));

/** An element of the SVG, with attributes. */
function svgElement(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** Shapes that move together, with where they stand in the chart as it was drawn. */
class Piece {
  constructor(nodes) {
    this.parts = nodes.map((node) => ({ node, x: numberOf(node, "x"), y: numberOf(node, "y") }));
    this.moved = [0, 0];
  }

  moveTo(x, y) {
    const [dx, dy] = [round(x), round(y)];
    if (dx === this.moved[0] && dy === this.moved[1]) return;
    this.moved = [dx, dy];
    for (const part of this.parts) {
      part.node.setAttribute("x", part.x + dx);
      part.node.setAttribute("y", part.y + dy);
    }
  }
}

class Sheet {
  constructor(chart, words) {
    this.chart = chart;
    this.words = words;
    this.svg = document.getElementById("chart");
    for (const [n, box] of chart.boxes.entries()) this.#findBox(box, n + 1);
    for (const [n, frame] of chart.frames.entries()) {
      frame.node = document.getElementById(`f${n + 1}`);
      frame.edge = frame.node.querySelector("rect");
      frame.piece = new Piece([...frame.node.querySelectorAll("text")]);
    }
    for (const [n, line] of chart.lines.entries()) {
      line.node = document.getElementById(`c${n + 1}`);
      line.paths = [pairs(numbersIn(line.node.getAttribute("points")))];
    }
    for (const [n, link] of chart.links.entries()) this.#findLink(link, n + 1);
    chart.enclose();
    this.strips = new Strips(chart);
    this.#label();
    this.update();
  }

  #findBox(box, number) {
    box.node = document.getElementById(`n${number}`);
    box.node.classList.add("box");
    box.place = [box.at[0], box.at[1]];
    const shapes = [...box.node.querySelectorAll("rect, text")];
    if (box.reports.length) shapes.push(...this.#handle(box));
    box.piece = new Piece(shapes);
  }

  /** Draws the handle by which a box is collapsed: below its edge, a minus, or how many boxes are hidden. */
  #handle(box) {
    const [x, y] = box.port;
    const centre = y + 4;
    const width = Math.max(14, 9 + 5 * String(box.below).length);
    const pill = (w, name) =>
      svgElement("rect", { class: `pill ${name}`, x: x - w / 2, y: centre - 6, width: w, height: 12, rx: 6 });
    const sign = svgElement("rect", { class: "sign open", x: x - 3, y: centre - 0.6, width: 6, height: 1.2 });
    const badge = svgElement("text", {
      class: "closed", x, y: centre + 3, "text-anchor": "middle", "font-size": 8.5, "font-weight": "bold",
    });
    badge.textContent = String(box.below);
    const shapes = [pill(12, "open"), sign, pill(width, "closed"), badge];
    box.node.append(...shapes);
    box.handle = [x - box.at[0], centre - box.at[1]];
    return shapes;
  }

  #findLink(link, number) {
    link.node = document.getElementById(`l${number}`);
    link.path = link.node.querySelector("path");
    link.paths = link.path.getAttribute("d").split("M").slice(1).map((part) => pairs(numbersIn(part)));
    link.heads = [...link.node.querySelectorAll("polygon")].map((node) => ({
      node,
      points: pairs(numbersIn(node.getAttribute("points"))),
    }));
    link.tag = document.getElementById(`t${number}`);
    link.piece = new Piece([...link.tag.querySelectorAll("text")]);
  }

  /** What a screen reader says: a tree where boxes have superiors, else a group of buttons. */
  #label() {
    const { chart, svg } = this;
    svg.setAttribute("role", chart.isTree ? "tree" : "group");
    svg.setAttribute("aria-label", document.title);
    for (const box of chart.boxes) {
      const { node } = box;
      node.setAttribute("role", chart.isTree ? "treeitem" : "button");
      node.setAttribute("tabindex", "-1");
      node.setAttribute("aria-label", [box.name, ...box.names.slice(0, box.lines)].join(", "));
      if (chart.isTree) node.setAttribute("aria-level", box.level);
    }
    for (const peers of chart.isTree ? [chart.roots, ...chart.boxes.map((box) => box.reports)] : []) {
      for (const [n, { node }] of peers.entries()) {
        node.setAttribute("aria-setsize", peers.length);
        node.setAttribute("aria-posinset", n + 1);
      }
    }
  }

  /** Shows what the chart says is visible and puts it in its place. */
  update() {
    this.show();
    this.maps = this.strips.maps();
    this.place(...this.maps);
    this.crop();
  }

  /** Shows and hides. */
  show() {
    const { chart } = this;
    for (const part of [...chart.boxes, ...chart.frames, ...chart.lines, ...chart.links]) {
      part.node.classList.toggle("gone", !part.visible);
      part.tag?.classList.toggle("gone", !part.visible);
    }
    for (const box of chart.boxes) {
      if (!box.handle) continue;
      box.node.classList.toggle("collapsed", box.collapsed);
      box.node.setAttribute("aria-expanded", String(!box.collapsed));
    }
  }

  /** Puts everything visible where two maps have it. */
  place(mapX, mapY) {
    const shift = (piece, [x, y]) => piece.moveTo(mapX.at(x) - x, mapY.at(y) - y);
    const point = ([x, y]) => `${round(mapX.at(x))} ${round(mapY.at(y))}`;
    for (const box of this.chart.boxes) {
      if (!box.visible) continue;
      box.place = [mapX.at(box.at[0]), mapY.at(box.at[1])];
      shift(box.piece, box.at);
    }
    for (const line of this.chart.lines) {
      if (line.visible) line.node.setAttribute("points", line.paths[0].map(point).join(" "));
    }
    for (const link of this.chart.links) {
      if (!link.visible) continue;
      link.path.setAttribute("d", link.paths.map((path) => `M${path.map(point).join("L")}`).join(" "));
      for (const head of link.heads) head.node.setAttribute("points", head.points.map(point).join(" "));
      if (link.label) shift(link.piece, link.label);
    }
    for (const frame of [...this.chart.frames].reverse()) {
      if (!frame.visible) continue;
      if (frame.title) shift(frame.piece, frame.title);
      this.#shrink(frame, mapX, mapY);
    }
  }

  /** Draws a frame as large as what is visible in it needs, inner frames first; never larger than the maps have it. */
  #shrink(frame, mapX, mapY) {
    const [x, y, width, height] = frame.at;
    const edges = [mapX.at(x), mapY.at(y), mapX.at(x + width), mapY.at(y + height)];
    const inside = [Infinity, Infinity, -Infinity, -Infinity];
    const include = (left, top, right, bottom) => {
      inside[0] = Math.min(inside[0], left);
      inside[1] = Math.min(inside[1], top);
      inside[2] = Math.max(inside[2], right);
      inside[3] = Math.max(inside[3], bottom);
    };
    for (const thing of frame.inside) {
      if (thing.visible === false) continue;
      if (thing.drawn) {
        include(...thing.drawn);
      } else if (thing.at) {
        const [left, top] = [mapX.at(thing.at[0]), mapY.at(thing.at[1])];
        include(left, top, left + thing.at[2], top + thing.at[3]);
      } else {
        for (const [px, py] of thing.paths[0]) include(mapX.at(px), mapY.at(py), mapX.at(px), mapY.at(py));
      }
    }
    const [left, top, right, bottom] = edges.map((edge, n) => {
      if (frame.isLane[n % 2]) return edge;
      return n < 2 ? Math.max(edge, inside[n] - frame.pad[n]) : Math.min(edge, inside[n] + frame.pad[n]);
    });
    frame.drawn = [left, top, right, bottom];
    const place = { x: left, y: top, width: right - left, height: bottom - top };
    for (const [name, value] of Object.entries(place)) frame.edge.setAttribute(name, round(value));
  }

  /** Makes the SVG as large as what is to be seen. */
  crop() {
    const [mapX, mapY] = this.maps;
    const reach = [Infinity, Infinity, -Infinity, -Infinity];
    const include = (x, y) => {
      reach[0] = Math.min(reach[0], x);
      reach[1] = Math.min(reach[1], y);
      reach[2] = Math.max(reach[2], x);
      reach[3] = Math.max(reach[3], y);
    };
    for (const { visible, place, at } of this.chart.boxes) {
      if (!visible) continue;
      include(place[0], place[1]);
      include(place[0] + at[2], place[1] + at[3]);
    }
    for (const { visible, drawn } of this.chart.frames) {
      if (!visible) continue;
      include(drawn[0], drawn[1]);
      include(drawn[2], drawn[3]);
    }
    for (const line of [...this.chart.lines, ...this.chart.links]) {
      if (!line.visible) continue;
      for (const [x, y] of line.paths.flat()) include(mapX.at(x), mapY.at(y));
      if (!line.label) continue;
      const [x, y, width, height] = line.label;
      include(mapX.at(x), mapY.at(y));
      include(mapX.at(x) + width, mapY.at(y) + height);
    }
    const [left, top, right, bottom] = this.chart.boxes.length ? reach : [0, 0, 1, 1];
    const margin = 12; // for a handle, and for the width of a rule
    this.bounds = [left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin];
    const [x, y, width, height] = this.bounds;
    this.svg.setAttribute("viewBox", this.bounds.map(round).join(" "));
    this.svg.classList.toggle("tall", height > 1.3 * width);
    Object.assign(this.svg.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
  }

  /** The box at a point of the chart and whether the point is on its handle, as a finger or a mouse means it. */
  find(x, y) {
    const isIn = (box) => x >= box.place[0] && y >= box.place[1] && x <= box.place[0] + box.at[2] && y <= box.place[1] + box.at[3];
    const byHandle = this.chart.boxes.find(
      (box) => box.visible && box.handle && Math.hypot(x - box.place[0] - box.handle[0], y - box.place[1] - box.handle[1]) < 9,
    );
    if (byHandle) return { box: byHandle, onHandle: true };
    return { box: this.chart.boxes.find((box) => box.visible && isIn(box)) ?? null, onHandle: false };
  }
}
