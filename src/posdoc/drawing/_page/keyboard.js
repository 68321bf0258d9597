// The keyboard: from box to box, open, collapse, zoom, search.

/** The box to which an arrow key leads, or nothing. */
function neighbour(chart, box, key) {
  if (!chart.isTree) return nearest(chart, box, key);
  if (key === "ArrowUp") return box.superior;
  if (key === "ArrowDown") return box.reports.find((report) => report.visible);
  const peers = chart.order.filter((one) => one.visible && one.level === box.level);
  return peers[peers.indexOf(box) + (key === "ArrowRight" ? 1 : -1)];
}

/** The next box in a direction where there are no superiors: as near as can be, and as straight ahead. */
function nearest(chart, box, key) {
  const axis = key === "ArrowUp" || key === "ArrowDown" ? 1 : 0;
  const sign = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
  const middle = (one, n) => one.at[n] + one.at[n + 2] / 2;
  let best = null;
  let least = Infinity;
  for (const other of chart.boxes) {
    const ahead = sign * (middle(other, axis) - middle(box, axis));
    const beside = Math.abs(middle(other, 1 - axis) - middle(box, 1 - axis));
    if (ahead < 1 || beside > 2 * ahead + box.at[3 - axis] / 2) continue;
    if (ahead + 2 * beside >= least) continue;
    least = ahead + 2 * beside;
    best = other;
  }
  return best;
}

class Keyboard {
  constructor(viewer) {
    this.viewer = viewer;
    document.addEventListener("keydown", (event) => this.#anywhere(event));
    viewer.stage.addEventListener("keydown", (event) => this.#onBox(event));
  }

  #anywhere(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, dialog")) return;
    const { view, finder } = this.viewer;
    const actions = {
      "+": () => view.zoomBy(1.3),
      "=": () => view.zoomBy(1.3),
      "-": () => view.zoomBy(1 / 1.3),
      0: () => view.glide(view.whole()),
      "/": () => finder.focus(),
      Escape: () => this.viewer.close(),
    };
    if (!Object.keys(actions).includes(event.key)) return;
    event.preventDefault();
    actions[event.key]();
  }

  #onBox(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { viewer } = this;
    const box = viewer.boxOf(event.target);
    if (!box) return;
    if (event.key.startsWith("Arrow")) {
      const next = neighbour(viewer.chart, box, event.key);
      if (next) viewer.walkTo(next);
    } else if (event.key === "Home" || event.key === "End") {
      const there = viewer.chart.order.filter((one) => one.visible);
      viewer.walkTo(there[event.key === "Home" ? 0 : there.length - 1]);
    } else if (event.key === "Enter") {
      viewer.open(box);
      viewer.panel.focus();
    } else if (event.key === " ") {
      viewer.toggle(box);
    } else {
      return;
    }
    event.preventDefault();
  }
}
