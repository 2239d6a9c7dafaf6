# labels.gp - points with their labels, by gnuplot as it comes
set terminal svg size width, height font "Helvetica,".points
set output folder.'/gnuplot.svg'
set datafile separator tab
unset key
plot folder.'/points' using 1:2 with points pt 7 ps 0.4, \
     '' using 1:2:3 with labels left offset 0.6, 0
