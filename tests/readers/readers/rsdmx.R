# SDMX-ML 2.1 generic by rsdmx.
suppressMessages(library(rsdmx))
folder <- commandArgs(TRUE)[1]
expected <- jsonlite::fromJSON(file.path(folder, "expected.json"))
table <- as.data.frame(readSDMX(file.path(folder, "observations.sdmx-ml"), isURL = FALSE))
value <- as.numeric(as.character(table$obsValue))
time <- as.character(table$obsTime)
cell <- value[table$INDICATOR == expected$cell$indicator & table$REF_AREA == expected$cell$area & time == expected$cell$period & table$VARIANT == "main" & table$GROUP == "_T"]
# Millionths go beyond what a double holds exactly; whole thousandths do not, and the rest is compared on its own.
parts <- round(value[!is.na(value)] * 1e6)
sum_text <- function(x) { high <- sum(x %/% 1e6); low <- sum(x %% 1e6); sprintf("%.0f%06.0f", high + low %/% 1e6, low %% 1e6) }
stopifnot(nrow(table) == expected$rows, sum(!is.na(value)) == expected$present, sum_text(parts) == expected$sum, length(cell) == 1, cell == expected$cell$value)
