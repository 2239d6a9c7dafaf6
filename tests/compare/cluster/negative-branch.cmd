cluster -M nj
