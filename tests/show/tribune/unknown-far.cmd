tribune qqqqqqqqq
