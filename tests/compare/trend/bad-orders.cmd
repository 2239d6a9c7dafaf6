trend -P x
