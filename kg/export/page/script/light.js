// Light or dark: as the reader chose, else as the system has it; on paper always light.

/** @typedef {import("./state.js").State} State */

let printing = false;

/** Whether the page is on its way to a printer, which takes all that there is. */
export const onPaper = () => printing;

/** @param {State} state @returns {"light" | "dark"} */
export function lightOf(state) {
  if (printing) return "light";
  return state.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

/** What the button leads to: first what differs from the system, then its own light, then the system's again. @param {State} state */
export function nextLight(state) {
  const own = lightOf({ ...state, theme: "" }), other = own === "dark" ? "light" : "dark";
  return state.theme === "" ? other : state.theme === other ? own : "";
}

/** Draws anew when the system's light changes, and before and after printing. @param {import("./state.js").Store} store */
export function light(store) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => store.again());
  const print = (now) => () => {
    printing = now;
    if (document.documentElement.dataset.theme !== lightOf(store.state)) store.again();
  };
  addEventListener("beforeprint", print(true));
  addEventListener("afterprint", print(false));
}
