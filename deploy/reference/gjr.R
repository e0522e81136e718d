# GJR-GARCH(1,1) whose bad news is a rise, by Gaussian maximum likelihood.
#   Rscript gjr.R gjr-input.csv gjr-output.csv
# Two references. (1) The recursion as written in the method, from the mean square, maximised by
# nlminb in the natural parameters. (2) aparch of fGarch with delta = 2, which is the same model:
# (|e| - l e)^2 = (1 - l)^2 e^2 for rises and (1 + l)^2 e^2 for falls.
suppressMessages(library(fGarch))
paths <- commandArgs(trailingOnly = TRUE)
data <- read.csv(paths[1])

reference <- function(r) {
  e <- r - mean(r)
  scale <- sd(e)

  variances <- function(p) {
    h <- numeric(length(e))
    h[1] <- mean(e^2)
    for (t in 2:length(e)) h[t] <- p[1] + (p[2] + p[3] * (e[t - 1] > 0)) * e[t - 1]^2 + p[4] * h[t - 1]
    h
  }
  likelihood <- function(p) {
    h <- variances(p)
    if (any(h <= 0)) return(-Inf)
    sum(dnorm(e, sd = sqrt(h), log = TRUE))
  }
  # w in units of the variance, so that all four are of one size; up = a + g is not negative.
  natural <- function(q) c(q[1] * scale^2, q[2], q[3] - q[2], q[4])
  loss <- function(q) if (q[2] / 2 + q[3] / 2 + q[4] >= 1) 1e10 else -likelihood(natural(q))
  best <- NULL
  for (start in list(c(.05, .05, .05, .90), c(.02, .02, .10, .92), c(.2, .1, .1, .7))) {
    fit <- nlminb(start, loss, lower = c(1e-8, 0, 0, 0), upper = c(5, 1, 1, 1),
      control = list(rel.tol = 1e-14, x.tol = 1e-12, eval.max = 5000, iter.max = 5000))
    if (is.null(best) || fit$objective < best$objective) best <- fit
  }
  p <- natural(best$par)

  fitted <- suppressWarnings(garchFit(~ aparch(1, 1), data = e, delta = 2, include.delta = FALSE,
    include.mean = FALSE, trace = FALSE))
  q <- coef(fitted)
  falls <- q["alpha1"] * (1 + q["gamma1"])^2
  rises <- q["alpha1"] * (1 - q["gamma1"])^2
  f <- c(q["omega"], falls, rises - falls, q["beta1"])

  out <- data.frame(
    by = c("nlminb", "fgarch", "given"),
    rbind(p, f, c(8e-6, 0.06, 0.08, 0.88)))
  names(out) <- c("by", "w", "a", "g", "b")
  out$logLikelihood <- apply(out[, 2:5], 1, likelihood)
  out$next_ <- apply(out[, 2:5], 1, function(p) {
    h <- variances(p)
    n <- length(e)
    p[1] + (p[2] + p[3] * (e[n] > 0)) * e[n]^2 + p[4] * h[n]
  })
  names(out)[7] <- "next"
  out
}

out <- rbind(cbind(series = "inner", reference(data$inner)), cbind(series = "bound", reference(data$bound)))
out[3:8] <- lapply(out[3:8], function(column) sprintf("%.17g", column))
write.csv(out, paths[2], row.names = FALSE, quote = FALSE)
