// How a chart closes up when boxes are hidden. It is not laid out again: strips, upright and level, that were needed
// only by what is hidden are taken out, the same for the whole chart. So each axis has one map that never changes the
// order of two places nor the inside of anything visible; nothing comes to overlap, and straight lines stay straight.

/** The least room left where something was taken out, and kept on both sides of a line. */
const LEAST_GAP = 14;
const LINE_CLEAR = 3;

/** A map of places on one axis, linear between its stops. */
class AxisMap {
  constructor(from, to) {
    this.from = from;
    this.to = to;
  }

  at(place) {
    const { from, to } = this;
    if (!from.length || place <= from[0]) return place;
    let low = 0;
    let high = from.length - 1;
    if (place >= from[high]) return to[high] + place - from[high];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (from[middle] <= place) low = middle;
      else high = middle;
    }
    return to[low] + ((place - from[low]) * (to[high] - to[low])) / (from[high] - from[low]);
  }
}

/** The way from one map to another: at 0 the first, at 1 the second. */
class BetweenMaps {
  constructor(first, second, share) {
    this.first = first;
    this.second = second;
    this.share = share;
  }

  at(place) {
    return this.first.at(place) * (1 - this.share) + this.second.at(place) * this.share;
  }
}

/** What things need of an axis (0: x, 1: y). A soft end is the edge of a frame's padding: nothing more is needed there. */
function needs(chart, axis, isThere) {
  const found = [];
  const need = (low, high, softLow = false, softHigh = false) => found.push({ low, high, softLow, softHigh });
  const needRect = (at) => need(at[axis], at[axis] + at[axis + 2]);
  for (const box of chart.boxes) if (isThere(box)) needRect(box.at);
  for (const frame of chart.frames.filter(isThere)) {
    const low = frame.at[axis];
    const high = low + frame.at[axis + 2];
    if (frame.title) needRect(frame.title);
    need(low, low + frame.pad[axis], false, true);
    need(high - frame.pad[axis + 2], high, true, false);
  }
  for (const line of [...chart.lines, ...chart.links]) {
    if (!isThere(line)) continue;
    if (line.label) needRect(line.label);
    for (const path of line.paths) {
      for (let n = 1; n < path.length; n++) {
        if (path[n - 1][axis] !== path[n][axis]) continue;
        need(path[n][axis] - LINE_CLEAR, path[n][axis] + LINE_CLEAR);
      }
    }
  }
  return merged(found);
}

/** Needs that touch, as one. */
function merged(needs) {
  needs.sort((a, b) => a.low - b.low || a.softLow - b.softLow);
  const found = [];
  for (const need of needs) {
    const last = found[found.length - 1];
    if (!last || need.low > last.high) {
      found.push({ ...need });
    } else if (need.high > last.high) {
      last.high = need.high;
      last.softHigh = need.softHigh;
    } else if (need.high === last.high) {
      last.softHigh &&= need.softHigh;
    }
  }
  return found;
}

/** The map of an axis on which of all the needs only those of now are left. */
function closedUp(all, now) {
  if (!now.length) return new AxisMap([], []);
  const from = [now[0].low];
  const to = [now[0].low];
  const stop = (place, step) => {
    to.push(to[to.length - 1] + step);
    from.push(place);
  };
  for (let n = 0; n < now.length; n++) {
    if (n) stop(now[n].low, roomBetween(all, now[n - 1], now[n]));
    stop(now[n].high, now[n].high - now[n].low);
  }
  return new AxisMap(from, to);
}

/** How much of the strip between two needs stays: all of it where nothing was taken out. */
function roomBetween(all, before, after) {
  const whole = after.low - before.high;
  let free = 0;
  let widest = 0;
  for (let n = firstAfter(all, before.high); n < all.length && all[n - 1].high < after.low; n++) {
    const gap = Math.min(all[n].low, after.low) - Math.max(all[n - 1].high, before.high);
    if (gap <= 0) continue;
    free += gap;
    widest = Math.max(widest, gap);
  }
  if (whole - free < 0.01) return whole;
  if (before.softHigh || after.softLow) return 0;
  return Math.min(whole, Math.max(widest, LEAST_GAP));
}

/** The place (at least 1) of the first of all needs that begins after a place. */
function firstAfter(all, place) {
  let low = 1;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle].low > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The maps of both axes for what is visible now. */
class Strips {
  constructor(chart) {
    this.chart = chart;
    this.all = [0, 1].map((axis) => needs(chart, axis, () => true));
  }

  maps() {
    return [0, 1].map((axis) => closedUp(this.all[axis], needs(this.chart, axis, (one) => one.visible)));
  }
}
