printf '\357\273\277PORT\r\nE\314\201te\314\201' | cooccurrents -q -m 1 -F 1 -w 1 -P - office.vrt
