// Names on the picture: of one size on the screen whatever the zoom, the more important first, none over another.

/** @typedef {{text: string, x: number, y: number, size: number, weight: number, color?: string, bold?: boolean}} Name `x`, `y`: middle of the upper edge, in the picture's units; `size` in pixels; names of more weight are placed first */
/** @typedef {{text: string, left: number, top: number, right: number, bottom: number}} Box in pixels of the screen */

const widths = new Map();

/**
 * Writes the names that have room.
 * @param {CanvasRenderingContext2D} canvas in the picture's units, as vis-network hands it out
 * @param {Name[]} names @param {{scale: number, toScreen: (point: {x: number, y: number}) => {x: number, y: number}, width: number, height: number,
 *   color: string, halo: string, font: string}} view
 * @returns {Box[]} where they stand, for the tests and for the mouse
 */
export function writeNames(canvas, names, view) {
  const boxes = [], grid = new Map();
  canvas.textAlign = "center";
  canvas.textBaseline = "top";
  canvas.lineJoin = "round";
  for (const name of [...names].sort((a, b) => b.weight - a.weight)) {
    const font = `${name.bold ? "600 " : ""}${name.size}px ${view.font}`, place = view.toScreen(name);
    const width = widthOf(canvas, name.text, font), box = {
      text: name.text, left: place.x - width / 2 - 3, right: place.x + width / 2 + 3, top: place.y - 1, bottom: place.y + name.size * 1.25 };
    if (box.left < 0 || box.top < 0 || box.right > view.width || box.bottom > view.height || !claim(grid, box)) continue;
    boxes.push(box);
    canvas.save();
    canvas.scale(1 / view.scale, 1 / view.scale);
    canvas.font = font;
    canvas.lineWidth = 4;
    canvas.strokeStyle = view.halo;
    canvas.strokeText(name.text, name.x * view.scale, name.y * view.scale);
    canvas.fillStyle = name.color ?? view.color;
    canvas.fillText(name.text, name.x * view.scale, name.y * view.scale);
    canvas.restore();
  }
  return boxes;
}

function widthOf(canvas, text, font) {
  const key = font + "\n" + text;
  if (!widths.has(key)) {
    canvas.save();
    canvas.font = font;
    widths.set(key, canvas.measureText(text).width);
    canvas.restore();
  }
  return widths.get(key);
}

const CELL = 80;

/** Whether nothing stands where the box is to be; then it does. */
function claim(grid, box) {
  const cells = [];
  for (let x = Math.floor(box.left / CELL); x <= box.right / CELL; x++)
    for (let y = Math.floor(box.top / CELL); y <= box.bottom / CELL; y++) cells.push(x + "," + y);
  for (const cell of cells)
    for (const other of grid.get(cell) ?? [])
      if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return false;
  for (const cell of cells) grid.set(cell, [...(grid.get(cell) ?? []), box]);
  return true;
}
