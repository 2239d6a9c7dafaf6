tribune -x
