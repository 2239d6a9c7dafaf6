# What stands outside speeches is one row, in whatever pieces it comes.
stats -w 1 | cut -f 1-3,8,10,22
