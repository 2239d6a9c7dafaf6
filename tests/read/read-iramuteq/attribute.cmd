read-iramuteq -a corpus=essai small.in | grep "<speech"
