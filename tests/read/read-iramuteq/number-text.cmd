read-iramuteq number-text.in
