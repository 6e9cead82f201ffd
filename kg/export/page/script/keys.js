// Keys of one character that work everywhere but where text is typed; who speaks to the computer can switch them off.

/** A file that is opened from a disk may be refused this by some browsers: then the choice lasts as long as the page. */
const STORED = "explorer-keys-off";
let off = stored() === "1";

function stored() {
  try { return localStorage.getItem(STORED); } catch { return null; }
}

export const keysOn = () => !off;

/** @param {boolean} on */
export function switchKeys(on) {
  off = !on;
  try { localStorage.setItem(STORED, off ? "1" : "0"); } catch { /* It holds for this page. */ }
}

/** @param {Record<string, () => void>} acts */
export function keysEverywhere(acts) {
  addEventListener("keydown", (event) => {
    const place = event.target instanceof HTMLElement ? event.target : document.body;
    const typing = place.isContentEditable || place.matches("input:not([type=checkbox]):not([type=range]), textarea, select") || document.querySelector("dialog[open]");
    const act = acts[event.key];
    if (off || typing || !act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
}
