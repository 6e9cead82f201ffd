// Which part of the picture is seen: fitting, zooming, and staying where the reader went.

/** @typedef {{left: number, top: number, right: number, bottom: number}} Part in the picture's units */

const CLOSEST = 1.15;

export class Camera {
  /** @param {any} picture of vis-network @param {HTMLElement} place @param {() => {left: number, top: number, right: number, bottom: number}} margins pixels at each side that are to stay free */
  constructor(picture, place, margins) {
    this.picture = picture;
    this.place = place;
    this.margins = margins;
    /** Whether the reader moved the picture since it was last fitted. */
    this.moved = false;
    /** @type {Part | null} */ this.last = null;
    picture.on("dragStart", () => { this.moved = true; });
    picture.on("zoom", () => { this.moved = true; });
  }

  /** Shows a part as large as it fits. @param {Part} part @param {{soft?: boolean}} [how] `soft`: on the way there the eye can follow */
  fit(part, { soft = false } = {}) {
    this.last = part;
    this.moved = false;
    const free = this.margins(), width = this.place.clientWidth, height = this.place.clientHeight;
    const across = Math.max(60, width - free.left - free.right), down = Math.max(60, height - free.top - free.bottom);
    const scale = Math.min(CLOSEST, across / Math.max(1, part.right - part.left), down / Math.max(1, part.bottom - part.top));
    this._go({ x: (part.left + part.right) / 2, y: (part.top + part.bottom) / 2 }, scale, soft, { x: (free.left - free.right) / 2, y: (free.top - free.bottom) / 2 });
  }

  /** The same part again, where the window or what is free of it changed. @param {{soft?: boolean}} [how] */
  again(how) {
    if (this.last && !this.moved) this.fit(this.last, how);
  }

  /** @param {number} factor */
  zoom(factor) {
    this.moved = true;
    this._go(this.picture.getViewPosition(), Math.max(0.02, Math.min(4, this.picture.getScale() * factor)), true);
  }

  /** Moves the picture, no further than needed, until a point is well inside of what is free. @param {{x: number, y: number}} point */
  reveal(point) {
    const { x, y } = this.picture.canvasToDOM(point), free = this.margins(), view = this.picture.getViewPosition(), scale = this.picture.getScale();
    const outside = (at, from, to) => (to < from ? at - (from + to) / 2 : at < from ? at - from : Math.max(0, at - to));
    const right = outside(x, free.left + 60, this.place.clientWidth - free.right - 60);
    const down = outside(y, free.top + 20, this.place.clientHeight - free.bottom - 40);
    if (!right && !down) return;
    this.moved = true;
    this._go({ x: view.x + right / scale, y: view.y + down / scale }, scale, true);
  }

  _go(position, scale, soft, offset = { x: 0, y: 0 }) {
    const still = !soft || matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.picture.moveTo({ position, scale, offset, animation: still ? false : { duration: 380, easingFunction: "easeInOutQuad" } });
  }
}

/** The part that holds all marks and discs. @param {import("./scene.js").Scene} scene @returns {Part} */
export function wholeOf(scene) {
  const part = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const add = (x, y, width, height) => {
    part.left = Math.min(part.left, x - width);
    part.right = Math.max(part.right, x + width);
    part.top = Math.min(part.top, y - height);
    part.bottom = Math.max(part.bottom, y + height);
  };
  for (const disc of scene.discs) add(disc.x, disc.y, disc.width || disc.radius, disc.radius);
  for (const mark of scene.marks) add(mark.x, mark.y, mark.size + (scene.focus ? 60 : 0), mark.size + (scene.focus ? 18 : 0));
  return part.left === Infinity ? { left: -1, top: -1, right: 1, bottom: 1 } : part;
}

/** @param {{x: number, y: number, radius: number}} round @returns {Part} */
export const partOf = ({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
