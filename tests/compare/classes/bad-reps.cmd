classes -B x
