# Makes the inputs of the references: made-up series from fixed seeds, no recorded data.
#   Rscript inputs.R FOLDER
folder <- commandArgs(trailingOnly = TRUE)[1]

keep <- function(table, name) {
  write.csv(format(table, digits = 15, trim = TRUE), file.path(folder, name), row.names = FALSE, quote = FALSE)
}

set.seed(1, kind = "Mersenne-Twister", normal.kind = "Inversion")
rows <- 250
copper <- rnorm(rows, sd = 0.012)
yield <- rnorm(rows, sd = 0.05)
dollar <- -0.3 * copper + rnorm(rows, sd = 0.004)
oil <- 0.0002 + 0.5 * copper + 0.04 * yield - 0.8 * dollar + rnorm(rows, sd = 0.018)
keep(data.frame(copper, yield, dollar, oil), "regression-input.csv")

# Log variances of four markets: persistent, with shocks in common.
rows <- 200
transition <- matrix(c(
  0.90, 0.03, 0.04, 0.00,
  0.00, 0.93, 0.00, 0.02,
  0.05, 0.00, 0.85, 0.05,
  0.02, 0.01, 0.03, 0.88), 4, byrow = TRUE)
shocks <- matrix(rnorm(4 * rows, sd = 0.15), rows) %*% chol(0.5 * diag(4) + 0.5)
level <- c(-8, -7, -7.5, -9)
x <- matrix(0, rows, 4)
x[1, ] <- shocks[1, ]
for (t in 2:rows) x[t, ] <- transition %*% x[t - 1, ] + shocks[t, ]
x <- sweep(x, 2, level, "+")
colnames(x) <- c("a", "b", "c", "d")
keep(as.data.frame(x), "spillover-input.csv")

# Returns with more volatility after rises than after falls. In the second series falls do nothing,
# so that the best a lies on its bound.
simulate <- function(w, a, g, b, rows) {
  e <- numeric(rows)
  variance <- w / (1 - a - g / 2 - b)
  for (t in 1:rows) {
    e[t] <- sqrt(variance) * rnorm(1)
    variance <- w + (a + g * (e[t] > 0)) * e[t]^2 + b * variance
  }
  e + 0.0003
}
inner <- simulate(8e-6, 0.06, 0.08, 0.88, 1000)
bound <- simulate(8e-6, 0.00, 0.10, 0.92, 1000)
keep(data.frame(inner, bound), "gjr-input.csv")

# Times that excite each other, by thinning (Ogata, 1981); mu .2, a .5, b .6 a day, marks 0.5 to 1.5.
# The second series is the first by whole days, so that several fall on one.
mu <- 0.2
a <- 0.5
b <- 0.6
end <- 600
times <- marks <- numeric(0)
intensity <- function(t) mu + sum(marks * a * b * exp(-b * (t - times)))
now <- 0
repeat {
  bound <- intensity(now)
  now <- now + rexp(1, bound)
  if (now > end) break
  if (runif(1) * bound <= intensity(now)) {
    times <- c(times, now)
    marks <- c(marks, runif(1, 0.5, 1.5))
  }
}
keep(data.frame(exact = times, days = floor(times), mark = marks), "hawkes-input.csv")
