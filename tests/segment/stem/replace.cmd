stem -c word
