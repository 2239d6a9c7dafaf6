printf '\357\273\277e\314\201te\314\201 \tsaison \tNOM\r\nl\342\200\231\tle\tDET' | lemmatise -q -x - office-forms.vrt
