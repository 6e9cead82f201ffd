// Names on the picture: of one size on the screen whatever the zoom, the more important first, none over another.

/** @typedef {{x: number, y: number, radius: number}} Round */
/**
 * `x`, `y` in the picture's units; `size` in pixels. `place` says where the name stands:
 *  - beneath: under the point; first: the same, and it gives way to nothing; middle: around it; beside: to its right; inside: under the upper edge of the middle
 *  - title: over the disc, or inside at the top of the window where the disc is larger than the window
 * `pitch` is how far the next name is beneath (picture's units): the size shrinks with it, down to what can still be read.
 * `short` stands where the whole does not fit into a circle of radius `room`; `sub` is a second, smaller line; `tail` follows in grey.
 * @typedef {{text: string, x: number, y: number, size: number, weight: number, place: "beneath" | "first" | "middle" | "beside" | "inside" | "title",
 *   short?: string, room?: number, pitch?: number, sub?: string, tail?: string, disc?: Round, bold?: boolean, soft?: boolean, faint?: boolean}} Name
 */
/** @typedef {{text: string, left: number, top: number, right: number, bottom: number}} Box in pixels of the screen */
/**
 * @typedef {{scale: number, toScreen: (point: {x: number, y: number}) => {x: number, y: number}, width: number, height: number, ratio: number,
 *   ink: string, soft: string, halo: string, font: string, least: number}} Look
 */

const EDGE = 3, SUB = 11.5, SMALLEST = 10;
/** Height of a line by the size of its letters. */
const LEADING = 1.3;
const widths = new Map();

/**
 * Writes the names that have room; those of more weight first.
 * @param {CanvasRenderingContext2D} canvas @param {Name[]} names from the weightiest down
 * @param {{x: number, y: number, size: number}[]} marks small marks that no name may cover
 * @param {Look} look
 * @returns {Box[]} where they stand, for the tests
 */
export function writeNames(canvas, names, marks, look) {
  /** @type {Box[]} */
  const boxes = [];
  const grid = new Map();
  let covered = false;
  canvas.save();
  canvas.setTransform(look.ratio, 0, 0, look.ratio, 0, 0);
  canvas.textBaseline = "top";
  canvas.textAlign = "left";
  canvas.lineJoin = "round";
  for (const asked of names) {
    const name = asked.pitch ? { ...asked, size: Math.max(SMALLEST, Math.min(asked.size, (asked.pitch * look.scale) / LEADING - 0.1)) } : asked;
    if (!covered && name.weight < 1e6 && name.place !== "first") {
      for (const mark of marks) claimMark(grid, mark, look);
      covered = true;
    }
    for (const box of candidates(canvas, name, look)) {
      if (box.left < EDGE || box.top < EDGE || box.right > look.width - EDGE || box.bottom > look.height - EDGE || !claim(grid, box)) continue;
      write(canvas, name, box, look);
      boxes.push({ text: box.text, left: box.left, top: box.top, right: box.right, bottom: box.bottom });
      break;
    }
  }
  canvas.restore();
  return boxes;
}

/** The boxes where a name may stand, the best first. @param {Name} name @param {Look} look */
function candidates(canvas, name, look) {
  const at = look.toScreen(name), { size } = name, found = [];
  const box = (text, sub, put) => {
    const width = Math.max(widthOf(canvas, text + (name.tail ? ` ${name.tail}` : ""), fontOf(name, look)), sub ? widthOf(canvas, sub, `${SUB}px ${look.font}`) : 0) + 4;
    const height = size * LEADING + (sub ? SUB * LEADING : 0), { left, top } = put(width, height);
    found.push({ text, sub, left, top, right: left + width, bottom: top + height });
  };
  const both = (put) => {
    box(name.text, name.sub, put);
    if (name.sub) box(name.text, "", put);
  };
  const beneath = (width) => ({ left: at.x - width / 2, top: at.y + 2 });
  const over = (width, height) => ({ left: at.x - width / 2, top: at.y - height / 2 });
  if (name.place === "beneath" || name.place === "inside") box(name.text, "", (width) => ({ left: beneath(width).left, top: beneath(width).top + (name.place === "inside" ? 1 : 0) }));
  else if (name.place === "first") for (const put of [beneath, inWindow(beneath, look)]) box(name.text, "", put);
  else if (name.place === "beside") box(name.text, "", (width, height) => ({ left: at.x + look.least + 5, top: at.y - height / 2 }));
  else if (name.place === "middle") {
    const room = name.room === undefined ? Infinity : 2 * name.room * look.scale + 36;
    if (widthOf(canvas, name.text, fontOf(name, look)) <= room) both(over);
    if (name.short) box(name.short, "", over);
  } else titles(name, at, look, both);
  return found;
}

/** Over the disc; where that is outside, inside at the top; else under the disc or in its middle. */
function titles(name, at, look, both) {
  const { disc } = name, middle = look.toScreen(disc), radius = disc.radius * look.scale;
  if (middle.x + radius < 20 || middle.y + radius < 40 || middle.x - radius > look.width - 20 || middle.y - radius > look.height - 20) return;
  const over = (width, height) => ({ left: at.x - width / 2, top: at.y - height - 2 });
  both(over);
  both(inWindow(over, look));
  both((width) => ({ left: middle.x - width / 2, top: middle.y + radius + 2 }));
  both(inWindow((width, height) => ({ left: middle.x - width / 2, top: middle.y - height / 2 }), look));
}

/** The same, moved into the window. */
const inWindow = (put, look) => (width, height) => {
  const { left, top } = put(width, height);
  return {
    left: Math.max(EDGE, Math.min(look.width - width - EDGE, left)),
    top: Math.max(EDGE, Math.min(look.height - height - EDGE, top)),
  };
};

function write(canvas, name, box, look) {
  const line = (text, top, font, color, left) => {
    canvas.font = font;
    canvas.lineWidth = 3.5;
    canvas.strokeStyle = look.halo;
    canvas.strokeText(text, left, top);
    canvas.fillStyle = color;
    canvas.fillText(text, left, top);
  };
  const font = fontOf(name, look), centred = (text, font) => (box.left + box.right - widthOf(canvas, text, font)) / 2;
  canvas.globalAlpha = name.faint ? 0.35 : 1;
  const left = name.tail || name.place === "beside" ? box.left + 2 : centred(box.text, font), ink = name.soft ? look.soft : look.ink;
  line(box.text, box.top + 1, font, ink, left);
  if (name.tail) line(name.tail, box.top + 1, font, look.soft, left + widthOf(canvas, `${box.text} `, font));
  if (box.sub) line(box.sub, box.top + name.size * LEADING, `${SUB}px ${look.font}`, look.soft, centred(box.sub, `${SUB}px ${look.font}`));
  canvas.globalAlpha = 1;
}

const fontOf = (name, look) => `${name.bold ? "600 " : ""}${name.size}px ${look.font}`;

function widthOf(canvas, text, font) {
  const key = font + "\n" + text;
  let width = widths.get(key);
  if (width === undefined) {
    const before = canvas.font;
    canvas.font = font;
    widths.set(key, width = canvas.measureText(text).width);
    canvas.font = before;
  }
  return width;
}

const CELL = 80;

function cellsOf(box) {
  const cells = [];
  for (let x = Math.floor(box.left / CELL); x <= box.right / CELL; x++)
    for (let y = Math.floor(box.top / CELL); y <= box.bottom / CELL; y++) cells.push(x * 4096 + y);
  return cells;
}

/** Whether nothing stands where the box is to be; then it does. */
function claim(grid, box) {
  const cells = cellsOf(box);
  for (const cell of cells)
    for (const other of grid.get(cell) ?? [])
      if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return false;
  take(grid, box, cells);
  return true;
}

function claimMark(grid, mark, look) {
  const { x, y } = look.toScreen(mark), radius = mark.size * look.scale * 0.8;
  if (x < -radius || y < -radius || x > look.width + radius || y > look.height + radius) return;
  const box = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
  take(grid, box, cellsOf(box));
}

function take(grid, box, cells) {
  for (const cell of cells) {
    const there = grid.get(cell);
    if (there) there.push(box);
    else grid.set(cell, [box]);
  }
}
