sed "/^[MP]/d" trois.tsv | distance -x
