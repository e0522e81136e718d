# The total spillover index of Diebold and Yilmaz (2012).
#   Rscript spillover.R spillover-input.csv spillover-output.csv
# The VAR is stats::ar.ols (least squares with a constant). Its shocks run through the companion
# matrix, whose powers give the moving average.
paths <- commandArgs(trailingOnly = TRUE)
x <- as.matrix(read.csv(paths[1]))
k <- ncol(x)

share <- function(lags, horizon) {
  fit <- ar.ols(x, aic = FALSE, order.max = lags, demean = FALSE, intercept = TRUE)
  sigma <- crossprod(na.omit(fit$resid)) / (nrow(x) - lags)
  companion <- matrix(0, k * lags, k * lags)
  for (lag in 1:lags) companion[1:k, ((lag - 1) * k + 1):(lag * k)] <- fit$ar[lag, , ]
  if (lags > 1) companion[(k + 1):(k * lags), 1:(k * (lags - 1))] <- diag(k * (lags - 1))
  power <- diag(k * lags)
  own <- matrix(0, k, k)
  all <- numeric(k)
  for (h in 1:horizon) {
    a <- power[1:k, 1:k]
    own <- own + (a %*% sigma)^2
    all <- all + diag(a %*% sigma %*% t(a))
    power <- power %*% companion
  }
  theta <- sweep(own, 2, diag(sigma), "/") / all
  theta / rowSums(theta)
}

out <- NULL
for (lags in c(1, 2, 4)) for (horizon in c(1, 10)) {
  table <- share(lags, horizon)
  total <- 100 * (sum(table) - sum(diag(table))) / k
  out <- rbind(out, data.frame(lags, horizon, total = sprintf("%.17g", total)))
}
write.csv(out, paths[2], row.names = FALSE, quote = FALSE)
