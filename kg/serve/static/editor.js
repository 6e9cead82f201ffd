// YASGUI asks this server only: completion of classes and properties would ask a service elsewhere, so only that of
// variables is on; the list of other endpoints is empty.
"use strict";
const place = document.getElementById("editor");
const endpoint = new URL("/sparql", location.href).href;
Yasgui.Yasqe.defaults.autocompleters = ["variables"];
const yasgui = new Yasgui(place, {
  requestConfig: { endpoint, method: "POST", headers: {} },
  copyEndpointOnNewTab: true,
  endpointCatalogueOptions: { getData: () => [{ endpoint }], keys: [] },
  populateFromUrl: false,
  corsProxy: undefined,
  autofocus: true,
  persistenceId: "cn-edu-kg",
  tabName: "提问",
  yasqe: { autocompleters: ["variables"], value: place.dataset.question, createShareableLink: null },
});
const tab = yasgui.getTab();
tab.setEndpoint(endpoint);
const question = place.dataset.question;
if (question && tab.getQuery() !== question) tab.setQuery(question);
