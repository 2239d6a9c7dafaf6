trend -M chrono -t 0
