read-iramuteq number.in
