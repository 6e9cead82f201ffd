// The address of what is seen, for others: copied, or shown to be copied where the browser does not let a page copy.

import { at, button, make } from "./dom.js";
import { t } from "./words.js";

/** @param {string} address */
export async function share(address) {
  try {
    await navigator.clipboard.writeText(address);
    at("notice").textContent = t(address.startsWith("file:") ? "copiedFile" : "copied");
  } catch {
    offer(address);
  }
}

/** The address in a field, chosen already. */
function offer(address) {
  const field = /** @type {HTMLInputElement} */ (make("input", { type: "text", readonly: true, value: address, "aria-label": t("address") }));
  const box = /** @type {HTMLDialogElement} */ (make("dialog", { class: "box", "aria-labelledby": "share-title", onclose: () => box.remove() },
    make("h2", { id: "share-title" }, t("share")), make("p", {}, t("copyByHand")), field, button(t("close"), () => box.close(), { class: "plain" })));
  document.body.append(box);
  box.showModal();
  field.focus();
  field.select();
}
