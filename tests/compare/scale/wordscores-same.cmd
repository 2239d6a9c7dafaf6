printf "part\tform\tfreq\na\tla\t5\nb\tla\t7\nc\tla\t9\nd\tla\t2\n" >$TMPDIR/t; printf "part\tscore\na\t-1\nb\t1\n" | scale -M wordscores -d - $TMPDIR/t
