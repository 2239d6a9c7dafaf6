factors
