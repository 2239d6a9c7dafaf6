printf '\357\273\277LA LOI\r\nE\314\201te\314\201 L\342\200\231 \t e\314\201te\314\201_l \302\240\r\n' | keep -q -d - office.vrt
