# Hawkes process with exponential kernel and marks: log-likelihood by the double sum over all pairs,
# its slopes and curvature by differences (Richardson), its maximum by nlminb in natural parameters.
#   Rscript hawkes.R hawkes-input.csv hawkes-output.csv
paths <- commandArgs(trailingOnly = TRUE)
data <- read.csv(paths[1])
end <- 600

likelihood <- function(p, times, marks) {
  ages <- outer(times, times, "-")
  kernel <- ifelse(ages > 0, exp(-p[3] * pmax(ages, 0)), 0)
  intensity <- p[1] + p[2] * p[3] * as.vector(kernel %*% marks)
  sum(log(intensity)) - p[1] * end - p[2] * sum(marks * (1 - exp(-p[3] * (end - times))))
}

slopes <- function(p, f) {
  central <- function(i, h) {
    step <- replace(numeric(3), i, h)
    (f(p + step) - f(p - step)) / (2 * h)
  }
  sapply(1:3, function(i) {
    h <- 1e-3 * p[i]
    (4 * central(i, h / 2) - central(i, h)) / 3
  })
}

reference <- function(series) {
  times <- data[[series]]
  f <- function(p) likelihood(p, times, data$mark)
  fit <- nlminb(c(0.3, 0.3, 0.5), function(p) -f(p), lower = c(1e-6, 0, 1e-6),
    control = list(rel.tol = 1e-14, x.tol = 1e-12, eval.max = 5000, iter.max = 5000))
  held <- nlminb(c(0.3, 0.3), function(p) -f(c(p, 0.6)), lower = c(1e-6, 0),
    control = list(rel.tol = 1e-14, x.tol = 1e-12, eval.max = 5000, iter.max = 5000))
  rows <- rbind(c(0.2, 0.5, 0.6), c(0.35, 0.1, 2), c(0.05, 0.9, 0.05), fit$par, c(held$par, 0.6))
  errors <- sqrt(diag(solve(-optimHess(fit$par, f, control = list(ndeps = 1e-4 * fit$par)))))
  out <- data.frame(by = c("given", "given", "given", "nlminb", "held"), rows,
    apply(rows, 1, f), t(apply(rows, 1, slopes, f = f)),
    rbind(NA, NA, NA, errors, NA))
  names(out) <- c("by", "mu", "a", "b", "logLikelihood", "byMu", "byA", "byB", "errorMu", "errorA", "errorB")
  cbind(series = series, out)
}

out <- rbind(reference("exact"), reference("days"))
out[3:12] <- lapply(out[3:12], function(column) sprintf("%.17g", column))
out[out == "NA"] <- "NaN"
write.csv(out, paths[2], row.names = FALSE, quote = FALSE)
