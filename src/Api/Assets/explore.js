// Puts a chart that can be pointed at and zoomed in the place of the drawn one; its numbers are read from the table below it.
// Without script the drawn chart stays. Floor: Chromium 90.
(function () {
  "use strict";
  if (!window.echarts) return;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  var charts = [];

  function colour(name) { return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim(); }

  // Lines look as the style sheet says that drawn ones do.
  function dashes(drawn) {
    var found = [], line = drawn.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "path"));
    for (var i = 0; colour("s" + i); i++) {
      line.setAttribute("class", "line s" + i);
      found.push((getComputedStyle(line).strokeDasharray.match(/[\d.]+/g) || []).map(Number));
    }
    line.remove();
    return found;
  }

  function read(table, most) {
    var rows = Array.from(table.tBodies[0].rows).reverse();
    return {
      periods: rows.map(function (row) { return row.cells[0].textContent.trim(); }),
      ticks: rows.map(function (row) { return row.cells[0].dataset.tick; }),
      series: Array.from(table.tHead.rows[0].cells).slice(1, most + 1).map(function (head, i) {
        return {
          name: head.textContent.trim(),
          cells: rows.map(function (row) { return row.cells[i + 1].dataset; }),
          texts: rows.map(function (row) { return row.cells[i + 1].textContent.trim(); })
        };
      })
    };
  }

  // A stretch for each basis: a line is never joined across a break of the series, nor a cumulative one across the new year.
  function stretches(series) {
    var starts = series.cells.map(function (cell, i) { return i === 0 || cell.apart ? i : -1; }).filter(function (i) { return i >= 0; });
    return starts.map(function (start, n) {
      return series.cells.map(function (cell, i) {
        return cell.value && i >= start && (n + 1 === starts.length || i < starts[n + 1]) ? Number(cell.value) : null;
      });
    });
  }

  function short(name) { return name.length > 14 ? name.slice(0, 13) + "…" : name; }

  function option(found, column) {
    var quiet = { color: colour("quiet"), fontFamily: getComputedStyle(document.body).fontFamily };
    return {
      animation: false,
      textStyle: quiet,
      grid: { left: 8, right: 16, top: 64, bottom: 56, containLabel: true },
      legend: { type: "scroll", top: 4, textStyle: quiet, inactiveColor: colour("line"), pageTextStyle: quiet, pageIconColor: colour("link"), formatter: short },
      // Drawn on the canvas: the page's policy allows no inline style.
      tooltip: {
        trigger: "axis", renderMode: "richText", backgroundColor: colour("panel"), borderColor: colour("line"), textStyle: { color: colour("ink") },
        formatter: function (points) {
          return [points[0].name].concat(points.filter(function (p) { return p.value != null; }).map(function (p) {
            return p.seriesName + "  " + found.series.find(function (x) { return x.name === p.seriesName; }).texts[p.dataIndex];
          })).join("\n");
        }
      },
      dataZoom: [{ type: "slider", bottom: 8, height: 22, textStyle: quiet }, { type: "inside", zoomOnMouseWheel: "ctrl" }],
      xAxis: { type: "category", data: found.periods, axisLine: { lineStyle: { color: colour("line") } }, axisLabel: Object.assign({ alignMinLabel: "left", alignMaxLabel: "right", hideOverlap: true, formatter: function (name, i) { return found.ticks[i]; } }, quiet) },
      yAxis: { type: "value", name: found.unit, nameTextStyle: { color: quiet.color, align: "left" }, scale: !column, splitLine: { lineStyle: { color: colour("faint") } }, axisLabel: quiet },
      series: [].concat.apply([], found.series.map(function (x, i) {
        var look = { type: column ? "bar" : "line", name: x.name, color: colour("s" + i), symbolSize: 6, lineStyle: { width: 2, type: found.dashes[i].length ? found.dashes[i] : "solid" } };
        // Columns need no stretches: nothing joins them.
        return (column ? [x.cells.map(function (cell) { return cell.value ? Number(cell.value) : null; })] : stretches(x)).map(function (data) { return Object.assign({ data: data }, look); });
      }))
    };
  }

  document.querySelectorAll("figure[data-live]").forEach(function (figure) {
    var drawn = figure.firstElementChild;
    var place = document.createElement("div");
    place.className = "drawn-live";
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", drawn.querySelector("title").textContent + " " + drawn.querySelector("desc").textContent);
    figure.insertBefore(place, drawn);
    drawn.hidden = true;
    figure.querySelector(".legend").hidden = true;
    var looks = dashes(drawn);
    var found = Object.assign(read(document.getElementById(figure.dataset.live), looks.length), { unit: figure.dataset.unit, dashes: looks });
    charts.push({ chart: window.echarts.init(place), found: found, column: figure.dataset.kind === "column" });
  });

  function draw() { charts.forEach(function (x) { x.chart.setOption(option(x.found, x.column), true); }); }
  draw();
  dark.addEventListener("change", draw);
  window.addEventListener("resize", function () { charts.forEach(function (x) { x.chart.resize(); }); });
})();
