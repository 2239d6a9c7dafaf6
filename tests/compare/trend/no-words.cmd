trend -M rates
