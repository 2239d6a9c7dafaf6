trend -q -M rates
