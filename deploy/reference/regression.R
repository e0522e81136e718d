# Ridge regression, least squares and volatility.
#   Rscript regression.R regression-input.csv regression-output.csv
# lm.ridge of MASS scales each regressor to mean 0 and variance 1 (divisor n), leaves the constant
# alone, and wants the penalty times n.
suppressMessages(library(MASS))
paths <- commandArgs(trailingOnly = TRUE)
data <- read.csv(paths[1])

ols <- lm(oil ~ copper + yield + dollar, data)
ridge <- lm.ridge(oil ~ copper + yield + dollar, data, lambda = 1e-3 * nrow(data))
strong <- lm.ridge(oil ~ copper + yield + dollar, data, lambda = 0.5 * nrow(data))
design <- cbind(1, as.matrix(data[, 1:3]))

# EWMA by the recursion of stats::filter, weights normalised over the window.
lambda <- 0.94
sums <- filter((1 - lambda) * data$oil^2, lambda, method = "recursive")
weight <- 1 - lambda^nrow(data)

out <- c(
  ols = coef(ols), ols.sum20 = sum(tail(resid(ols), 20)),
  ridge = coef(ridge), ridge.sum20 = sum(tail(data$oil - design %*% coef(ridge), 20)),
  strong = coef(strong), strong.sum20 = sum(tail(data$oil - design %*% coef(strong), 20)),
  realised = 100 * sqrt(252 * mean(tail(data$oil, 20)^2)),
  ewma = 100 * sqrt(252 * tail(sums, 1) / weight))
names(out) <- c(
  paste("ols", c("constant", "copper", "yield", "dollar", "sum20"), sep = "-"),
  paste("ridge", c("constant", "copper", "yield", "dollar", "sum20"), sep = "-"),
  paste("strong", c("constant", "copper", "yield", "dollar", "sum20"), sep = "-"),
  "realised", "ewma")
write.csv(data.frame(name = names(out), value = sprintf("%.17g", out)), paths[2], row.names = FALSE, quote = FALSE)
