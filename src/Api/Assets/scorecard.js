// Fetches what stands behind a row when it is opened, and keeps in the address which one is open. Without it the link inside opens the row.
(function () {
  "use strict";
  document.querySelectorAll("details[data-from]").forEach(function (row) {
    row.addEventListener("toggle", function () {
      var address = new URL(window.location.href);
      if (row.open) address.searchParams.set("open", row.id.slice(5));
      else if (address.searchParams.get("open") === row.id.slice(5)) address.searchParams.delete("open");
      window.history.replaceState(null, "", address);
      if (!row.open || row.dataset.filled) return;
      row.dataset.filled = "yes";
      var place = row.querySelector("div");
      place.setAttribute("aria-busy", "true");
      fetch(row.dataset.from, { headers: { Accept: "text/html" } }).then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.text();
      }).then(function (text) {
        place.innerHTML = text;
        place.removeAttribute("aria-busy");
      }).catch(function () {
        // The link that is there leads to the same.
        delete row.dataset.filled;
        place.removeAttribute("aria-busy");
      });
    });
  });
})();
