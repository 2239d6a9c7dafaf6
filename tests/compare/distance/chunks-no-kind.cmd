# without kinds all tokens count; an empty cell does not
distance -b speaker -w 2
