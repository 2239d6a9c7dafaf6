classes -k ""
