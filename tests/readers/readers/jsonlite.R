# JSON-stat as an array by jsonlite, the way R users unfold it.
folder <- commandArgs(TRUE)[1]
expected <- jsonlite::fromJSON(file.path(folder, "expected.json"))
stat <- jsonlite::fromJSON(file.path(folder, "observations.json-stat"))
size <- as.integer(stat$size)
cells <- rep(NA_real_, prod(size))
cells[as.numeric(names(stat$value)) + 1] <- as.numeric(unlist(stat$value))
cube <- array(cells, dim = rev(size))
place <- function(id, code) match(code, stat$dimension[[id]]$category$index)
at <- list(value = 1, time_period = place("time_period", expected$cell$period), freq = seq_len(size[stat$id == "freq"]),
           group = place("group", "_T"), variant = place("variant", "main"), ref_area = place("ref_area", expected$cell$area), indicator = place("indicator", expected$cell$indicator))
cell <- do.call(`[`, c(list(cube), unname(at)))
figures <- cells[as.numeric(names(stat$status)) + 1]
parts <- round(figures[!is.na(figures)] * 1e6)
sum_text <- function(x) { high <- sum(x %/% 1e6); low <- sum(x %% 1e6); sprintf("%.0f%06.0f", high + low %/% 1e6, low %% 1e6) }
stopifnot(length(figures) == expected$rows, sum(!is.na(figures)) == expected$present, sum_text(parts) == expected$sum,
          expected$cell$value %in% cell, stat$dimension$ref_area$category$label[[expected$cell$area]] == expected$cell$areaName)
