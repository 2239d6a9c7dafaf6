classes -a year,year
