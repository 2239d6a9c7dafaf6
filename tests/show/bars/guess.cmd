bars
