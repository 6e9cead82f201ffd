// Long lists: only the rows near the visible part are in the page.

const WINDOW_MARGIN = 320;
const WINDOW_STEP = 6;
/** On paper all rows stand, up to so many. */
const MOST_ON_PAPER = 600;

/**
 * @param {HTMLElement} scroller
 * @param {(rows: Element[], above: number, below: number) => void} put puts rows into the page, with so many pixels left above and below
 */
export function windowed(scroller, put) {
  let tops = [0], draw = /** @type {(n: number) => Element} */ (() => scroller), shown = "";
  const count = () => tops.length - 1;
  const place = (from, to) => {
    const held = scroller.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.key : undefined;
    put(Array.from({ length: to - from }, (_, n) => draw(from + n)), tops[from], tops[count()] - tops[to]);
    if (held !== undefined) focusOn(held);
  };
  const show = (anew = false) => {
    const top = scroller.scrollTop - WINDOW_MARGIN, bottom = scroller.scrollTop + scroller.clientHeight + WINDOW_MARGIN;
    const from = Math.floor(Math.max(0, rowAt(tops, top)) / WINDOW_STEP) * WINDOW_STEP, to = Math.min(count(), Math.ceil((rowAt(tops, bottom) + 1) / WINDOW_STEP) * WINDOW_STEP);
    if (!anew && shown === `${from}-${to}`) return;
    shown = `${from}-${to}`;
    place(from, to);
  };
  const focusOn = (key) => {
    const found = [...scroller.querySelectorAll("[data-key]")].find((one) => /** @type {HTMLElement} */ (one).dataset.key === key);
    if (found instanceof HTMLElement || found instanceof SVGElement) found.focus({ preventScroll: true });
    return Boolean(found);
  };
  const scrolled = () => show(), print = () => place(0, Math.min(count(), MOST_ON_PAPER)), printed = () => show(true);
  scroller.addEventListener("scroll", scrolled, { passive: true });
  addEventListener("beforeprint", print);
  addEventListener("afterprint", printed);
  const watch = new ResizeObserver(() => show());
  watch.observe(scroller);
  return {
    /** Other rows: their heights, and how each is drawn. @param {number[]} heights @param {(n: number) => Element} drawRow */
    set(heights, drawRow) {
      draw = drawRow;
      tops = [0];
      for (const height of heights) tops.push(/** @type {number} */ (tops.at(-1)) + height);
      show(true);
    },
    /** Brings a row into sight, if it is not. @param {number} n @param {number} [head] pixels that a fixed head covers */
    reveal(n, head = 0) {
      if (tops[n] < scroller.scrollTop) scroller.scrollTop = tops[n];
      else if (tops[n + 1] + head > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = tops[n + 1] + head - scroller.clientHeight;
      show();
    },
    focusOn,
    leave() {
      watch.disconnect();
      removeEventListener("beforeprint", print);
      removeEventListener("afterprint", printed);
    },
  };
}

/** The row in which a height lies, the last one for all beyond. */
function rowAt(tops, y) {
  let low = 0, high = tops.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (tops[middle] <= y) low = middle;
    else high = middle;
  }
  return low;
}
