trend -C poisson
