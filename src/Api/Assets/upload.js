// Shows how far sending and loading have come. Without it the pages work all the same.
(function () {
  "use strict";
  var form = document.querySelector("form[data-upload]");
  if (form && window.XMLHttpRequest && window.FormData) {
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var place = form.querySelector("[data-progress]");
      var bar = place.querySelector("progress");
      var said = place.querySelector("span");
      var button = form.querySelector("button");
      var request = new XMLHttpRequest();
      place.hidden = false;
      button.disabled = true;
      request.upload.addEventListener("progress", function (sent) {
        if (!sent.lengthComputable) return;
        var percent = Math.floor(sent.loaded * 100 / sent.total);
        bar.value = percent;
        said.textContent = percent + " %";
      });
      request.addEventListener("load", function () {
        if (request.responseURL.indexOf("/uploads/") >= 0) {
          window.location.assign(request.responseURL);
          return;
        }
        // The answer is this page again, with what is wrong; it is shown whole.
        var answered = new DOMParser().parseFromString(request.responseText, "text/html").getElementById("content");
        document.getElementById("content").replaceWith(answered);
      });
      request.addEventListener("error", function () { form.submit(); });
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "text/html");
      request.send(new FormData(form));
    });
  }

  // The figures follow a while after the rows: this page is shown again when they are there.
  var awaiting = document.querySelector("[data-awaits]");
  if (awaiting && awaiting.dataset.awaits && window.fetch) {
    var look = function () {
      fetch("/api/v1/releases/current").then(function (answer) { return answer.json(); }).then(function (answered) {
        if (answered.release.name !== awaiting.dataset.awaits) window.location.reload();
        else window.setTimeout(look, 2000);
      }).catch(function () { window.setTimeout(look, 5000); });
    };
    window.setTimeout(look, 1000);
  }

  var watched = document.querySelector("[data-events]");
  if (watched && watched.dataset.events && window.EventSource) {
    // The browser opens the connection again by itself and says which step it saw last.
    var events = new EventSource(watched.getAttribute("data-events"));
    events.addEventListener("step", function (event) {
      var step = JSON.parse(event.data);
      var bar = watched.querySelector("progress");
      var rows = watched.querySelector("[data-rows]");
      if (bar) bar.value = step.percent;
      if (rows && step.rows > 0) rows.textContent = String(step.rows);
      if (step.state === "loaded" || step.state === "already_loaded" || step.state === "failed") {
        events.close();
        window.location.reload();
      }
    });
  }
})();
